package model

// Fault is why something could not be read, for views that word it.
type Fault struct {
	Path string
	Kind string   // an id of the reader's
	Args []string // what it speaks of: a size, a format, an entry
	Line int      // in the file, from 1; 0 when not known
	Err  error    // what the system said, if it was asked
}

// Faulty is an error that says what it is apart from its words.
type Faulty interface {
	error
	Fault() Fault
}
