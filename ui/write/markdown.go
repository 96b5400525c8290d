package write

import (
	"strconv"
	"strings"
)

// Markdown is the document as Markdown: quotes as quotes, each below the
// line that says where it is from.
func Markdown(d Document) string {
	var b strings.Builder
	if d.Title != "" {
		b.WriteString("# " + EscapeMarkdown(line(d.Title)) + "\n\n")
	}
	if d.Subtitle != "" {
		b.WriteString(EscapeMarkdown(line(d.Subtitle)) + "\n\n")
	}
	number := 0
	for i, block := range d.Blocks {
		it, isItem := block.(Item)
		if number++; !isItem || !it.Numbered {
			number = 0
		}
		switch x := block.(type) {
		case Heading:
			b.WriteString(strings.Repeat("#", min(max(x.Level, 1), 3)) + " " + EscapeMarkdown(line(x.Text)) + "\n\n")
		case Paragraph:
			b.WriteString(spaced(x.Text) + "\n\n")
		case Item:
			mark := "- "
			if x.Numbered {
				mark = strconv.Itoa(number) + ". "
			}
			b.WriteString(mark + EscapeMarkdown(line(x.Text)) + "\n")
			if i+1 == len(d.Blocks) || !sameKind(d.Blocks[i+1]) {
				b.WriteString("\n")
			}
		case Quote:
			for _, from := range []string{x.Source, x.Footnote} {
				if from != "" {
					b.WriteString("*" + EscapeMarkdown(line(from)) + "*\n\n")
				}
			}
			if x.Text != "" {
				b.WriteString("> " + strings.ReplaceAll(EscapeMarkdown(plain(x.Text)), "\n", "\n>\n> ") + "\n\n")
			}
		case Table:
			b.WriteString(MarkdownTable(x))
			b.WriteString("\n")
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func sameKind(b Block) bool {
	_, ok := b.(Item)
	return ok
}

func spaced(s string) string {
	return strings.ReplaceAll(EscapeMarkdown(plain(s)), "\n", "\n\n")
}

// MarkdownTable is the table as a pipe table, its notes below it.
func MarkdownTable(t Table) string {
	var b strings.Builder
	row := func(cells []Cell, plainHead bool) {
		b.WriteString("|")
		for i := range t.Columns {
			text := at(cells, i).shown(t.Columns[i].Kind)
			if plainHead {
				text = t.Columns[i].title()
			}
			b.WriteString(" " + strings.ReplaceAll(EscapeMarkdown(plain(text)), "\n", "<br>") + " |")
		}
		b.WriteString("\n")
	}
	if t.Caption != "" {
		b.WriteString("**" + EscapeMarkdown(line(t.Caption)) + "**\n\n")
	}
	row(nil, true)
	b.WriteString("|")
	for _, c := range t.Columns {
		if c.Kind == KindNumber || c.Kind == KindPercent || c.Kind == KindSigned {
			b.WriteString("---:|")
		} else {
			b.WriteString("---|")
		}
	}
	b.WriteString("\n")
	for _, cells := range t.Rows {
		row(cells, false)
	}
	for _, n := range t.Notes {
		b.WriteString("\n" + EscapeMarkdown(line(n)) + "\n")
	}
	return b.String()
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`, "#", `\#`, "~", `\~`,
)

// EscapeMarkdown makes text stand for itself.
func EscapeMarkdown(s string) string { return markdownEscapes.Replace(s) }
