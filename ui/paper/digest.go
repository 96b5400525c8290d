package paper

import (
	"fmt"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/lang"
	"duidu/ui/write"
)

// Digest is one theme across reports as a document: the headline figures
// side by side, then report by report the passages under their sections, and
// the files once at the end.
func Digest(d compare.Digest, n lang.Names) write.Document {
	var reports []*model.Report
	passages, figures := 0, 0
	for _, p := range d.Parts {
		reports = append(reports, p.Report)
		figures += p.Figures
		for _, x := range p.Passages {
			if !x.Heading {
				passages++
			}
		}
	}
	doc := write.Document{
		Properties: Properties(n.Digest+n.Colon+n.Pick(d.Theme.Name, d.Theme.English), n),
		Subtitle:   fmt.Sprintf(n.DigestF, len(reports), passages, figures),
	}
	if len(d.Indicators) > 0 && len(reports) > 1 {
		t := Matrix(&compare.Matrix{Reports: reports, Indicators: d.Indicators}, n)
		t.Notes = nil
		doc.Blocks = append(doc.Blocks, t)
	}
	for _, p := range d.Parts {
		doc.Blocks = append(doc.Blocks, write.Heading{Level: 2, Text: n.From(p.Report.Source())})
		if len(p.Passages) == 0 {
			doc.Blocks = append(doc.Blocks, write.Paragraph{Text: n.NothingOnIt, Small: true})
		}
		doc.Blocks = append(doc.Blocks, quotes(p, n)...)
		if p.Repeated > 0 {
			doc.Blocks = append(doc.Blocks, write.Paragraph{Text: fmt.Sprintf(n.RepeatedF, p.Repeated, n.From(p.Before.Source())), Small: true})
		}
	}
	for _, l := range Sources(reports, n) {
		doc.Blocks = append(doc.Blocks, write.Paragraph{Text: l, Small: true})
	}
	return doc
}

// quotes sets the passages of a report; neighbours of one section under one
// line that says which.
func quotes(p compare.DigestPart, n lang.Names) []write.Block {
	var list []write.Block
	var text []string
	var section model.Path
	flush := func() {
		if len(text) == 0 {
			return
		}
		source := strings.Join(append([]string{n.Of(p.Report.Source())}, p.Report.Trail(section)...), " › ")
		list = append(list, write.Quote{Source: source, Text: strings.Join(text, "\n")})
		text = nil
	}
	for _, x := range p.Passages {
		if x.Heading {
			continue
		}
		if x.Section.Compare(section) != 0 {
			flush()
			section = x.Section
		}
		text = append(text, x.Text)
	}
	flush()
	return list
}
