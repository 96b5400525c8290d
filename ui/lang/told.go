package lang

import (
	"fmt"
	"strings"

	"duidu/model"
)

// Told words what a notice tells: its reason with what that speaks of. A
// notice without a reason has its own words.
func (w *Words) Told(n model.Notice) string {
	form, ok := w.Reasons[n.Reason]
	switch {
	case !ok:
		return n.Detail
	case n.Reason == removed:
		return form + w.counts(n.Args)
	}
	args := n.Args
	if strings.HasPrefix(n.Reason, left) && len(args) > 2 {
		form += fmt.Sprintf(w.Where[args[1]], strings.Join(args[2:], w.Between))
		args = args[:1]
	}
	for _, arg := range args {
		form = strings.Replace(form, "{}", arg, 1)
	}
	return form
}

// left begins the reasons of what was left out: how much, and where.
const left = "left-"

// where are the forms of the pages on which something was left out.
func where(l Lang) map[string]string {
	m := make(map[string]string)
	for id, p := range map[string]Phrase{
		"page": {"（首处在第 %s 页）", " (first on page %s)"}, "pages": {"（第 %s 页）", " (page %s)"}, "pages-more": {"（第 %s 页等）", " (pages %s and more)"},
	} {
		m[id] = p.In(l)
	}
	return m
}

// removed is the reason whose arguments are pairs: what, and how many.
const removed = "removed"

func (w *Words) counts(pairs []string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		parts = append(parts, w.Removed[pairs[i]]+" "+pairs[i+1])
	}
	return strings.Join(parts, w.Between)
}

// told are the forms of the reasons in Chinese and English. They follow the
// readers of reports, who give ids and arguments and no words.
func told(l Lang) map[string]string {
	m := make(map[string]string, len(reasons))
	for id, p := range reasons {
		m[id] = p.In(l)
	}
	return m
}

var reasons = map[string]Phrase{
	"chrome":                {"删去不属于文章的网页附注：{}", "removed from the page around the article: {}"},
	"jump-elsewhere":        {"文章下转第{}版，那一部分不在同一文件夹里", "the article goes on on page {}, which is not in the same folder"},
	"jump-missing":          {"文章下转第{}版，那一部分不在这份文件里", "the article goes on on page {}, which is not in this file"},
	"jump":                  {"下转第{}版的部分已接上：{}", "the part on page {} has been added: {}"},
	"joined":                {"被分页或分栏断开的段落已接上：{}…", "a paragraph that a page or a column had broken is whole again: {}…"},
	"unfinished":            {"句子没有写完，此后文字可能缺失：…{}", "a sentence breaks off, text may be missing: …{}"},
	"part-over-whole":       {"{}（{}）多于{}（{}）", "{} ({}) is more than {} ({})"},
	"rate":                  {"{} 写作 {}，按 {}/{} 计算为 {}%", "{} is given as {}, but {}/{} is {}%"},
	"sum-over-whole":        {"各分项合计 {}，多于总数 {}（{}）", "the parts add up to {}, more than the whole {} ({})"},
	"shares":                {"各项占比合计 {}%，超过 100%", "the shares add up to {}%, more than 100%"},
	"share":                 {"{}写作占 {}，按 {}/{} 计算为 {}%", "the share of {} is given as {}, but {}/{} is {}%"},
	"twice":                 {"这段文字前面已经出现过（{} 字）：{}…", "this stands further up already ({} characters): {}…"},
	"blank":                 {"模板空白没有填写：{}", "a blank of the form was left unfilled: {}"},
	"encoding-claimed":      {"文件自称 {}，内容是 {}，按内容读取", "the file calls itself {}, its content is {}: read by the content"},
	"encoding-changed":      {"文件从第 {} 行起改用 {} 编码，已分段读取", "from line {} on the file is in {}: read in pieces"},
	"encoding-hz":           {"文件是 HZ 编码（七位 GB2312），已转换", "the file is in HZ (GB2312 in seven bits), converted"},
	"encoding-misread":      {"从第 {} 行起有 {} 行是被当作 GBK 读过的 UTF-8 乱码，已还原，丢失的字记作□；编码存疑", "from line {} on {} lines were UTF-8 read as GBK; they are put back, lost characters are □"},
	"bytes-lost":            {"有 {} 处字节缺损或不合编码，读不出是什么字，第一处在第 {} 行", "bytes are lost or wrong in {} places, the first in line {}"},
	"hidden":                {"网页隐藏了约{}字没有读：{}…", "the page hides about {} characters, which were not read: {}…"},
	"cut-off":               {"文档在中途损坏，此后的文字没有读到", "the document is damaged midway; what follows could not be read"},
	"pages-damaged":         {"PDF 不完整或有损坏的页面，有些文字没有读到", "the PDF is cut off or has damaged pages; some text could not be read"},
	"pages-damaged-at":      {"PDF 不完整或有损坏的页面，有些文字没有读到：第 {} 页", "the PDF is cut off or damaged; some text could not be read, on page {}"},
	"pages-too-many":        {"PDF 太长或太复杂，只读了前 {} 页，共 {} 页；一份最多读 {} 页、{} 字、{} 秒，请拆分后再读", "the PDF is too long or too intricate: {} of {} pages were read; at most {} pages, {} characters, {} seconds; split it to read the rest"},
	"encoding-guessed":      {"PDF 有字体没有写明中文编码，按 {} 读出", "fonts of the PDF do not name their encoding; read as {}"},
	"pages-pictures":        {"第 {} 页是图片（多为扫描件），其中的文字没有读到，可先做文字识别（OCR）", "page {} is a picture (mostly a scan); its text was not read: run a text recognition (OCR) first"},
	"title-from-properties": {"PDF 标题的字体缺少文字对照表，标题取自文件属性", "the title's font does not say what its signs are; the title is the one in the file's properties"},
	"watermark":             {"页面上的水印或斜排文字没有读入（{} 页）：{}", "watermarks or slanted text on {} pages were left out: {}"},
	"signs-unknown":         {"PDF 有字体缺少文字对照表，缺字显示为 \uFFFD", "fonts of the PDF do not say what their signs are; these are shown as \uFFFD"},
	"corrected-place":       {"地区由“{}”更正为“{}”", "the place “{}” was set right to “{}”"},
	"corrected-year":        {"年度由“{}”更正为“{}”", "the year “{}” was set right to “{}”"},
	"corrected-members":     {"委员人数由“{}”更正为“{}”", "the number of members “{}” was set right to “{}”"},
	"corrected-label":       {"{} 的所指由“{}”更正为“{}”", "what {} counts was set right from “{}” to “{}”"},
	"corrected-indicator":   {"{} 的指标由“{}”更正为“{}”", "the indicator of {} was set right from “{}” to “{}”"},
	"corrected-none":        {"{} 不是数据，已去掉", "{} is no figure and was taken out"},
	"correction-lost":       {"更正过的 {} 已不在原处，更正没有用上", "{}, which was set right, stands there no more: nothing was set right"},
	"chunk-unread":          {"正文中嵌入的另一份文件没有读到：{}", "another file that stands in the text was not read: {}"},
	"described":             {"图片的说明文字 {} 处未收入正文（首处“{}”）", "the descriptions of {} pictures were left out (the first is “{}”)"},
	"left-header":           {"页眉页脚 {} 处未收入正文", "{} running heads and feet were left out"},
	"left-comment":          {"批注 {} 条未收入正文", "{} comments were left out"},
	"left-deleted":          {"修订中删除的文字 {} 字未收入正文", "{} characters that a tracked change deletes were left out"},
	"left-hidden":           {"隐藏的文字 {} 字未收入正文", "{} characters of hidden text were left out"},
	"left-contents":         {"目录 {} 行未收入正文", "{} lines of a table of contents were left out"},
	"left-picture":          {"图片或图形 {} 个，其中若有文字没有读到", "{} pictures or drawings: text in them was not read"},
	"left-object":           {"嵌入的对象或附件 {} 个没有读到", "{} embedded objects or attachments were not read"},
	"left-symbol":           {"符号字体的 {} 个符号没有对应的文字", "{} signs of a symbol font stand for no character"},
	"left-watermark":        {"斜排的文字（多为水印）{} 字未收入正文", "{} characters of slanted text, mostly watermarks, were left out"},
	"left-mark":             {"页面上的批注或印章 {} 处未收入正文", "{} marks or stamps on pages were left out"},
	"left-page-image":       {"{} 页只有图片没有文字（多为扫描件），其中的文字没有读到", "{} pages are pictures without text, mostly scans: what they say was not read"},
	"left-nested":           {"嵌套过深的内容 {} 处没有读到", "{} things nested too deeply were not read"},
	"left-damage":           {"文件有 {} 处损坏，其中的文字没有读到", "the file is damaged in {} places; the text there was not read"},
	"left-beyond":           {"内容过多，有 {} 处没有读到", "there is too much in the file: {} things were not read"},
	"left-unnamed":          {"字体没有给出文字的 {} 个字没有读到", "{} characters were not read: their font does not say what they are"},
	removed:                 {"清除", "removed "},
}
