package block

import (
	"fmt"
	"strconv"
	"strings"

	"duidu/model"
)

// told are the words for what was left out; %d is how much.
var told = map[Left]string{
	Header:    "页眉页脚 %d 处未收入正文",
	Comment:   "批注 %d 条未收入正文",
	Deleted:   "修订中删除的文字 %d 字未收入正文",
	Hidden:    "隐藏的文字 %d 字未收入正文",
	Contents:  "目录 %d 行未收入正文",
	Picture:   "图片或图形 %d 个，其中若有文字没有读到",
	Object:    "嵌入的对象或附件 %d 个没有读到",
	Symbol:    "符号字体的 %d 个符号没有对应的文字",
	Watermark: "斜排的文字（多为水印）%d 字未收入正文",
	Mark:      "页面上的批注或印章 %d 处未收入正文",
	PageImage: "%d 页只有图片没有文字（多为扫描件），其中的文字没有读到",
	Nested:    "嵌套过深的内容 %d 处没有读到",
	Damage:    "文件有 %d 处损坏，其中的文字没有读到",
	Beyond:    "内容过多，有 %d 处没有读到",
	Unnamed:   "字体没有给出文字的 %d 个字没有读到",
}

// weighty are the kinds that take words away from the text itself.
var weighty = map[Left]bool{PageImage: true, Nested: true, Damage: true, Beyond: true, Unnamed: true}

// mostPages is how many pages a notice lists.
const mostPages = 12

// Notices words what was left out, for people. place says where the first of
// one kind stood, empty for nowhere.
func Notices(left []Omission, place func(Omission) string) []model.Notice {
	var out []model.Notice
	for _, o := range left {
		n := model.Notice{
			Kind: model.NoticeOmission, Reason: "left-" + string(o.Kind), Args: append([]string{strconv.Itoa(o.Count)}, where(o)...),
			Detail: fmt.Sprintf(told[o.Kind], o.Count),
		}
		if weighty[o.Kind] {
			n.Kind = model.NoticeGap
		}
		said := ""
		if o.At >= 0 {
			said = place(o)
		}
		if len(o.Pages) > 0 {
			said = pagesOf(o.Pages)
		}
		if said != "" {
			n.Detail += "（" + said + "）"
		} else {
			n.Args = n.Args[:1]
		}
		out = append(out, n)
	}
	return out
}

// where says for views that word it on which pages something stood: all of
// them, the first, or those that are listed and more.
func where(o Omission) []string {
	if len(o.Pages) == 0 {
		return []string{"page", strconv.Itoa(o.At)}
	}
	kind := "pages"
	if len(o.Pages) > mostPages {
		kind = "pages-more"
	}
	list := []string{kind}
	for _, p := range o.Pages[:min(len(o.Pages), mostPages)] {
		list = append(list, strconv.Itoa(p))
	}
	return list
}

func pagesOf(pages []int) string {
	var numbers []string
	for _, p := range pages[:min(len(pages), mostPages)] {
		numbers = append(numbers, strconv.Itoa(p))
	}
	s := "第 " + strings.Join(numbers, "、") + " 页"
	if len(pages) > mostPages {
		s += "等"
	}
	return s
}

// OnPage says on which page the first of what was left out stood.
func OnPage(o Omission) string {
	if o.At <= 0 {
		return ""
	}
	return "首处在第 " + strconv.Itoa(o.At) + " 页"
}
