package export

import (
	"errors"
	"fmt"
	"io"

	"duidu/ui/lang"
)

// What other screens carry away goes the same ways as the selection.

// Send hands a text to the terminal for its clipboard and says how that went,
// in words.
func Send(terminal io.Writer, getenv func(string) string, text string, t *lang.Texts) (said string, err error) {
	if len(text) > maxCopy {
		return "", fmt.Errorf(t.Lists.TooLongF, size(len(text)), size(maxCopy))
	}
	in := surroundings(getenv)
	if err := send(terminal, text, in); err != nil {
		return "", fmt.Errorf(t.Export.CantSendF, t.Files.Cause(err))
	}
	said = fmt.Sprintf(t.Export.SentF, size(len(text)))
	switch in {
	case tmux:
		said += t.Export.SentTmux
	case screenProgram:
		said += t.Export.SentScreen
	}
	return said, nil
}

// Save writes data to where a typed path leads; name is what the file is
// called in a folder. It replaces a file only if that is wished: Exists tells
// of the error of one that is there.
func Save(typed, name string, data []byte, replace bool) (path string, err error) {
	if path, err = resolve(typed, name); err != nil {
		return typed, err
	}
	may := keepExisting
	if replace {
		may = overwrite
	}
	return path, writeFile(path, data, may)
}

// Exists tells whether an error of Save is that a file is there already.
func Exists(err error) bool {
	var exists existsError
	return errors.As(err, &exists)
}

// Size writes a number of bytes.
func Size(n int) string { return size(n) }
