package model

import "github.com/shopspring/decimal"

// Qualifier says how exact a stated figure is.
type Qualifier string

const (
	Exact Qualifier = "exact"
	Over  Qualifier = "over" // 余 多 以上 超 突破 逾
	Near  Qualifier = "near" // 近 约 左右
	Top   Qualifier = "top"  // 前20名
)

// Figure is a quantity that the report states about the work done, its
// results or the body itself.
type Figure struct {
	Text      string          `json:"text"`  // as in the text: 44.5亿元, 30余次
	Value     decimal.Decimal `json:"value"` // 万 and 亿 multiplied out, percents as stated
	Unit      string          `json:"unit"`  // what is left after multiplying out: 次, 元, %
	Qualifier Qualifier       `json:"qualifier"`
	Label     string          `json:"label"`     // what is counted, in the text's own words
	Indicator string          `json:"indicator"` // id in the catalogue, or empty
	Each      bool            `json:"each"`      // distributive: 各1家
	Plan      bool            `json:"plan"`      // meant for the next year, not a result
	Headline  bool            `json:"headline"`  // the one that stands for its indicator in this report
	Sentence  string          `json:"sentence"`
	Section   Path            `json:"section"`
	Paragraph int             `json:"paragraph"` // index within the section
	Start     int             `json:"start"`     // byte offsets in the paragraph's text
	End       int             `json:"end"`

	// Span is the stretch of time the figure covers when the text says so
	// (换届以来, 五年来), empty for the year reported on.
	Span string `json:"-"`
	// Part tells that the figure counts a part of another one beside it
	// (其中乡镇24家), so that it can't stand for the indicator.
	Part bool `json:"-"`
}
