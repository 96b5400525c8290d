package format

import (
	"strings"

	"duidu/model"
)

// ErrorKind sorts what can keep a file from being read, so that callers can
// word it in their reader's language.
type ErrorKind string

const (
	NotFound          ErrorKind = "not-found"
	Permission        ErrorKind = "permission"
	NotRegular        ErrorKind = "not-regular" // a device, FIFO or socket
	LinkLoop          ErrorKind = "link-loop"   // a link that leads to itself
	TooLarge          ErrorKind = "too-large"
	Empty             ErrorKind = "empty"
	NotText           ErrorKind = "not-text"
	UnsupportedFormat ErrorKind = "unsupported-format"
	UnknownEncoding   ErrorKind = "unknown-encoding"
	NoTextLayer       ErrorKind = "no-text-layer" // a PDF of pictures
	NoCharacters      ErrorKind = "no-characters" // a PDF whose fonts don't say what their signs are
	Damaged           ErrorKind = "damaged"       // cut off, or not what its head says
	Locked            ErrorKind = "locked"        // asks for a password
	ReadFailed        ErrorKind = "read-failed"   // the system's word is in Err
	BadAddress        ErrorKind = "bad-address"   // http:// with nothing behind it
	Unreachable       ErrorKind = "unreachable"   // nobody answers at an address, or not to the end
	NoPage            ErrorKind = "no-page"       // an answer, but no page: the status is the detail
	PageTooLarge      ErrorKind = "page-too-large"
	TooSlow           ErrorKind = "too-slow"
	RedirectLoop      ErrorKind = "redirect-loop" // sent on too often, or to what is no page
)

// Error says why one path could not be read. Detail is what was found, for
// programs: a size in bytes (TooLarge; what was read of a stream), a format
// or encoding (UnsupportedFormat, NotText), a kind of file (NotRegular).
type Error struct {
	Path   string
	Kind   ErrorKind
	Detail string
	Err    error
}

// Error says in one line what and why, for programmers; readers are told by Fault.
func (e *Error) Error() string {
	text := "can't read " + e.Path + ": " + string(e.Kind)
	if e.Detail != "" {
		text += " (" + e.Detail + ")"
	}
	if e.Err != nil {
		text += ": " + strings.Join(strings.Fields(e.Err.Error()), " ") // a library's may have several lines
	}
	return text
}

// Fault is the error for whoever words it.
func (e *Error) Fault() model.Fault {
	return model.Fault{Path: e.Path, Kind: string(e.Kind), Args: []string{e.Detail}, Err: e.Err}
}

// Unwrap returns what the system said, if it was asked.
func (e *Error) Unwrap() error { return e.Err }

// Kinds lists the kinds of errors, for views that word them.
func Kinds() []ErrorKind {
	return []ErrorKind{
		NotFound, Permission, NotRegular, LinkLoop, TooLarge, Empty, NotText, UnsupportedFormat, UnknownEncoding, NoTextLayer,
		NoCharacters, Damaged, Locked, ReadFailed, BadAddress, Unreachable, NoPage, PageTooLarge, TooSlow, RedirectLoop,
	}
}
