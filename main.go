package main

import (
	"encoding/json"
	"fmt"
	"os"

	"duidu/parser"
)

func main() {
	p := parser.New(parser.Options{})
	for _, f := range os.Args[1:] {
		b, _ := os.ReadFile(f)
		r, err := p.Parse(f, b)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		j, _ := json.Marshal(r)
		fmt.Println(string(j))
	}
}
