package compare

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
)

// Sentences like one, over the library.

func askLike(sentence string) tea.Cmd {
	return ask.Do(ask.Open{Screen: ask.Search, Query: model.LikeMark + strings.TrimSpace(sentence)})
}

// like asks for those like the selected text, else the reader's sentence.
func (c *Compare) like() tea.Cmd {
	s := c.sides[c.active]
	from, to, ok := s.text.Selected()
	if !ok {
		from, to, _ = s.sentence()
	}
	return askLike(s.text.Content().Between(from, to))
}

// likeRow asks for those like the sentence of the figure under the cursor.
func (c *Compare) likeRow() tea.Cmd { return askLike(c.chosen().Sentence) }

// likeShared asks for those like the current passage.
func (c *Compare) likeShared() tea.Cmd { return askLike(c.list.passages[c.list.Cursor()].Text) }
