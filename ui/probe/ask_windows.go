package probe

import (
	"fmt"
	"os"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/windows"
)

// ask draws the specimen and asks the console where its cursor went. Windows
// answers that itself: consoles that would not answer a sequence do, and no key
// can be taken for an answer. Of the background nothing is known.
func ask(_, out *os.File) (Answer, error) {
	column, err := drawn(out)
	if _, wipe := out.WriteString("\r" + ansi.EraseLineRight); err == nil {
		err = wipe
	}
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %w", errNoTerminal, err)
	}
	var a Answer
	a.Ambiguous, err = widthAt(column)
	return a, err
}

// drawn is the column, the first is 1, behind the specimen at the start of a line.
func drawn(out *os.File) (int, error) {
	if _, err := out.WriteString("\r" + specimen); err != nil {
		return 0, err
	}
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(out.Fd()), &info); err != nil {
		return 0, err
	}
	return int(info.CursorPosition.X) + 1, nil
}
