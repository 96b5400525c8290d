package ofdtest

import "reflect"

// Variants are options to try, by name: the plain file, every option by
// itself under its own name, and a few that producers combine.
func Variants() map[string]Options {
	variants := map[string]Options{
		"plain":                   {},
		"runs, Y inherited":       {Runs: true, Inherit: true},
		"paragraphs, X inherited": {Paragraphs: true, Inherit: true, Groups: true},
		"glyphs in runs":          {Runs: true, Glyphs: true, FontFiles: true},
		"converted from PDF":      {Characters: true, PDF: true, Glyphs: true, Whole: true, FontFiles: true},
		"scattered":               {Characters: true, Alternate: true},
		"head in front":           {Head: "公文汇编", Layers: true},
		"everything absolute":     {Head: "公文汇编", Watermark: "内部资料", Seal: "市水务局印章", FontFiles: true, Absolute: true},
		"Head":                    {Head: "公文汇编"},
		"Watermark":               {Watermark: "内部资料"},
		"Seal":                    {Seal: "市水务局印章"},
		"More":                    {More: [][]Paragraph{{{Text: "附件", Level: 2}, {Text: "第二份文件另起一篇。"}}}},
	}
	fields := reflect.TypeFor[Options]()
	for i := range fields.NumField() {
		var o Options
		if field := reflect.ValueOf(&o).Elem().Field(i); field.Kind() == reflect.Bool {
			field.SetBool(true)
			variants[fields.Field(i).Name] = o
		}
	}
	return variants
}
