package parser_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"duidu/docs/samples"
	"duidu/model"
	"duidu/model/compare"
	"duidu/parser"
	"duidu/parser/format"
)

// A report is read from its bytes; figures know what they are called, where they
// stand and what they are.
func ExampleParser_Parse() {
	p := parser.New(parser.Options{})
	r, err := p.Parse("青山县.txt", []byte(`政協青山縣委員會2023年工作報告

一、提案工作

全年共收到提案126件，經審查立案118件，辦復率達100%。
`))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Title, r.Year, r.Script)
	for _, f := range r.Figures {
		fmt.Println(f.Label, f.Text, f.Value)
	}
	// Output:
	// 政协青山县委员会2023年工作报告 2023 traditional
	// 收到提案 126件 126
	// 立案提案 118件 118
	// 办复率 100% 100
}

// Two reports are laid side by side: rows of figures by indicator.
func ExampleParser_LoadFS() {
	p := parser.New(parser.Options{})
	var reports []*model.Report
	err := p.LoadFS(context.Background(), samples.Files, func(_ string, r *model.Report, err error) error {
		if err == nil && (r.Place == "永定区" || r.Place == "汉滨区") {
			reports = append(reports, r)
		}
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	c := compare.Compare(reports[0], reports[1], p.Catalogue())
	for _, row := range c.Figures {
		if row.Indicator == "consultations" {
			fmt.Printf("%s：%s %s，%s %s\n", row.Name, row.A.Text, reports[0].Place, row.B.Text, reports[1].Place)
		}
	}
	// Output: 协商活动：5次 汉滨区，14次 永定区
}

// Data that are no report give an error that says which kind of fault it is.
func ExampleParser_Parse_error() {
	_, err := parser.New(parser.Options{}).Parse("空.txt", nil)
	var fault *format.Error
	if errors.As(err, &fault) {
		fmt.Println(fault.Path, fault.Kind)
	}
	// Output: 空.txt empty
}
