package catalogue

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"duidu/model"
)

// Error says what is wrong with a catalogue, and where.
type Error struct {
	Path string // empty for text that is in no file
	Kind string // an id; views word it
	Args []string
	Line int // from 1; 0 when not known
	Err  error
}

// Error says it for programmers; readers are told by Fault.
func (e *Error) Error() string {
	text := fmt.Sprintf("catalogue %s:%d: %s %q", e.Path, e.Line, e.Kind, e.Args)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns what the system said, if it was asked.
func (e *Error) Unwrap() error { return e.Err }

// Fault is the error for whoever words it.
func (e *Error) Fault() model.Fault {
	return model.Fault{Path: e.Path, Kind: e.Kind, Args: e.Args, Line: e.Line, Err: e.Err}
}

// tomlError is a fault in the form of the file.
func tomlError(err error) error {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return &Error{Kind: "catalogue-toml", Args: []string{parse.Message}, Line: parse.Position.Line}
	}
	return &Error{Kind: "catalogue-toml", Args: []string{strings.TrimPrefix(err.Error(), "toml: ")}}
}

// fault is an error at the first line of the text that begins with mark.
func fault(text, kind, mark string, args ...string) error {
	return &Error{Kind: kind, Args: args, Line: lineOf(text, mark, 0)}
}

// located gives an error without a line that of an entry's id.
func located(err error, text, id string) error {
	var e *Error
	if errors.As(err, &e) && e.Line == 0 {
		e.Line = lineOf(text, "id = \""+id+"\"", 0)
	}
	return err
}

// lineOf is the number of the line that begins with mark for the nth time,
// from 0; 0 if there is none.
func lineOf(text, mark string, nth int) int {
	number := 0
	for line := range strings.Lines(text) {
		number++
		if strings.HasPrefix(strings.TrimSpace(line), mark) {
			if nth == 0 {
				return number
			}
			nth--
		}
	}
	return 0
}
