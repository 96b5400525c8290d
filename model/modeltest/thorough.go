package modeltest

import "os"

// Thorough tells whether tests go through all there is: every size of a screen,
// long texts, long soaks. By themselves they take a sample, so that the whole
// suite ends within a minute; DUIDU_THOROUGH=1 asks for the rest.
func Thorough() bool { return os.Getenv("DUIDU_THOROUGH") != "" }
