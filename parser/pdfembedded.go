package parser

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

func (r *pdfReader) embeddedCharacters(d types.Dict) []rune { return nil }
