package block

// Kind sorts what keeps a document from being read.
type Kind string

// The kinds of refusal.
const (
	Damaged     Kind = "damaged"            // cut off, or not what its head says
	Locked      Kind = "locked"             // asks for a password
	TooLarge    Kind = "too-large"          // unpacks to more than its bound
	Empty       Kind = "empty"              // no words, and no pictures of words
	NoText      Kind = "no-text-layer"      // pictures of pages alone
	NoNames     Kind = "no-characters"      // fonts without text for their signs
	Unsupported Kind = "unsupported-format" // another format, named by Detail
)

// Error is a refusal. Detail names the format that was found: doc, rtf, ofd,
// epub, wordxml; xls, ppt, word6, works, hwp, msg, vsd, ole for what a Word
// reader finds in its place.
type Error struct {
	Kind   Kind
	Detail string
	Err    error // what a library said, if it was asked
}

// Error returns one line for programs and tests; people get the caller's.
func (e *Error) Error() string {
	if e.Err != nil {
		return e.Detail + ": " + string(e.Kind) + ": " + e.Err.Error()
	}
	return e.Detail + ": " + string(e.Kind)
}

// Unwrap returns what a library said.
func (e *Error) Unwrap() error { return e.Err }
