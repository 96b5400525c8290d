package block

import (
	"strconv"
	"strings"
)

// StyleNamed tells what a paragraph style is by its name, in English or
// Chinese, whatever the case: a heading of a level from 1, or a role, or a
// line of a table of contents.
func StyleNamed(name string) (role Role, level int, contents bool) {
	word := strings.ToLower(strings.TrimSpace(name))
	number := word[len(strings.TrimRight(word, "0123456789")):]
	word = strings.TrimSpace(strings.TrimSuffix(word, number))
	n, err := strconv.Atoi(number)
	numbered := err == nil && n > 0 && n < 10
	switch word {
	case "heading", "标题", "標題":
		switch {
		case numbered:
			return Body, n, false
		case number == "" && word != "heading":
			return Title, 0, false
		}
	case "title":
		if number == "" {
			return Title, 0, false
		}
	case "caption", "题注", "標號", "图注", "图片说明":
		return Caption, 0, false
	case "toc", "目录", "目錄":
		return Body, 0, numbered
	case "toc heading", "目录标题", "contents heading":
		return Body, 0, true
	}
	return Body, 0, false
}
