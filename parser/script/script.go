// Package script turns traditional script into simplified and mends what pages did
// to their characters. All text passes its sink, Clean, before anything else
// reads it.
package script

import (
	"sync"

	"duidu/model"
	"duidu/parser/text"
)

// Variant names the standard that traditional text was written in.
type Variant string

const (
	General  Variant = ""   // OpenCC's own standard, and machine-made text
	Taiwan   Variant = "tw" // 著 for 着, 裡 for 裏
	HongKong Variant = "hk" // 衞, 敍, 枱
)

// Converter turns traditional text into simplified text. It is safe for
// concurrent use and loads its dictionaries when the first traditional
// character needs them.
type Converter struct {
	load func() []*dictionary
}

// NewConverter returns a converter for text of variant v.
func NewConverter(v Variant) *Converter {
	return &Converter{load: sync.OnceValue(func() []*dictionary { return loadDictionaries(v) })}
}

// Simplified is a paragraph in simplified script and what it took to get
// there.
type Simplified struct {
	Text        string
	Pinyin      []string // notes removed, as they stood: "(shè)"
	Traditional int      // characters that were of traditional script only
	Simple      int      // characters that are of simplified script only
}

// Simplify converts one paragraph. Characters that only traditional script
// has are converted wherever they stand; those that simplified script has as
// well (乾, 著, 於) only next to traditional ones. A paragraph with neither
// traditional characters nor pinyin notes comes back as it is.
func (c *Converter) Simplify(paragraph string) Simplified {
	return c.SimplifyInto(new(text.Arena), paragraph)
}

// SimplifyInto does it for one paragraph of several, whose texts live in one
// memory.
func (c *Converter) SimplifyInto(memory *text.Arena, paragraph string) Simplified {
	return c.simplifyMarked(memory, paragraph, look(paragraph))
}

// Read mends a paragraph and then simplifies it: conversion would hide the
// damage that repairs go by. It returns the receipts of what was mended.
func (c *Converter) Read(memory *text.Arena, paragraph string) (s Simplified, mended []string) {
	m := look(paragraph)
	if r := repairMarked(paragraph, m); r.Notes != nil {
		paragraph, mended = r.Text, r.Notes
		m = look(paragraph)
	}
	return c.simplifyMarked(memory, paragraph, m), mended
}

func (c *Converter) simplifyMarked(memory *text.Arena, paragraph string, m marks) Simplified {
	s := Simplified{Text: paragraph, Traditional: m.traditional, Simple: m.simplified}
	if m.notes {
		s.Text, s.Pinyin = stripNotes(paragraph)
	}
	if m.traditional > 0 {
		for _, d := range c.load() {
			s.Text = d.convert(s.Text, memory)
		}
	}
	return s
}

// mixedShare is the share of the marks, one in so many, that the rarer script
// must have for a text to count as mixed: names in another script and slips
// of the pen make no mixture.
const mixedShare = 20

// ScriptOf names the script of a text with so many characters of either
// script only.
func ScriptOf(traditional, simple int) model.Script {
	rarer := min(traditional, simple)
	switch {
	case rarer > 0 && rarer*mixedShare >= traditional+simple:
		return model.Mixed
	case traditional > simple:
		return model.Traditional
	}
	return model.Simplified
}

// convert applies one step to a paragraph. What it makes is kept in memory.
func (d *dictionary) convert(s string, memory *text.Arena) string {
	near := surroundings{text: s, table: scripts()}
	done := 0 // s[:done] has been written
	for start, end, e := d.words.Next(s, 0); end > 0; start, end, e = d.words.Next(s, end) {
		if e.kept || !e.plain && !near.traditional(start, end) {
			continue
		}
		if done == 0 {
			memory.Begin(len(s) + len(s)/16)
		}
		memory.Write(s[done:start])
		memory.Write(d.results[e.from:e.to])
		done = end
	}
	if done == 0 {
		return s
	}
	memory.Write(s[done:])
	return memory.End()
}

// surroundings tells which script the characters around a place are of. It is
// asked of places in rising order.
type surroundings struct {
	text   string
	table  *scriptTable
	passed int        // where to look on for left
	left   scriptMark // the last one before the place
	right  scriptMark // the next one, once looked for
	known  bool       // right has been looked for
}

// scriptMark is a character that only one of the scripts has.
type scriptMark struct {
	at     int
	script script
}

// traditional tells whether the nearest mark beside text[start:end] is a
// traditional one, or as near as one of the other script.
func (s *surroundings) traditional(start, end int) bool {
	for i, r := range s.text[s.passed:start] {
		if c := s.table.of(r); c != either {
			s.left = scriptMark{s.passed + i, c}
		}
	}
	s.passed = start
	if !s.known || s.right.script != either && s.right.at < end {
		s.known = true
		s.right = scriptMark{at: len(s.text)}
		for i, r := range s.text[end:] {
			if c := s.table.of(r); c != either {
				s.right = scriptMark{end + i, c}
				break
			}
		}
	}
	l, r := s.left, s.right
	switch {
	case l.script == either:
		return r.script == traditional
	case r.script == either || l.script == r.script:
		return l.script == traditional
	case start-l.at == r.at-end+hanBytes: // as far on both sides
		return true
	case start-l.at < r.at-end+hanBytes:
		return l.script == traditional
	}
	return r.script == traditional
}

// hanBytes is the length of nearly every hanzi in UTF-8.
const hanBytes = 3
