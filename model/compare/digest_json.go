package compare

import "duidu/model"

type digestJSON struct {
	Theme      string           `json:"theme"`
	Name       string           `json:"name"`
	Parts      []digestPartJSON `json:"parts"`
	Indicators []digestRowJSON  `json:"indicators"`
}

type digestPartJSON struct {
	model.Source
	Passages []digestPassageJSON `json:"passages"`
	Repeated int                 `json:"repeated"`
	Before   string              `json:"before,omitempty"`
}

type digestPassageJSON struct {
	Text      string          `json:"text"`
	Section   model.Path      `json:"section"`
	Paragraph int             `json:"paragraph"`
	Start     int             `json:"start"`
	End       int             `json:"end"`
	Figures   []*model.Figure `json:"figures"`
}

type digestRowJSON struct {
	Indicator string          `json:"indicator"`
	Name      string          `json:"name"`
	Figures   []*model.Figure `json:"figures"`
}

// JSON is the digest for scripts, one line without a line end.
func (d Digest) JSON() ([]byte, error) {
	out := digestJSON{Theme: d.Theme.ID, Name: d.Theme.Name, Parts: []digestPartJSON{}, Indicators: []digestRowJSON{}}
	for _, p := range d.Parts {
		part := digestPartJSON{Source: p.Report.Source(), Passages: []digestPassageJSON{}, Repeated: p.Repeated}
		if p.Before != nil {
			part.Before = p.Before.Path
		}
		for _, x := range p.Passages {
			b := p.Report.Blocks()[x.Block]
			passage := digestPassageJSON{x.Text, b.Section, b.Paragraph, x.Start, x.End, []*model.Figure{}}
			for _, i := range x.Figures {
				passage.Figures = append(passage.Figures, &p.Report.Figures[i])
			}
			part.Passages = append(part.Passages, passage)
		}
		out.Parts = append(out.Parts, part)
	}
	for _, row := range d.Indicators {
		r := digestRowJSON{Indicator: row.Indicator.ID, Name: row.Indicator.Name, Figures: make([]*model.Figure, len(row.Cells))}
		for i, c := range row.Cells {
			r.Figures[i] = c.Figure
		}
		out.Indicators = append(out.Indicators, r)
	}
	return model.Encode(out)
}
