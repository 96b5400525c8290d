package parsertest

import (
	"archive/zip"
	"bytes"
	"html"
	"path"
	"strings"
	"sync"
	"testing"

	"duidu/docs/samples"
)

// A checkout without the shared folder tests the same things on a small
// stand-in for it: the built-in digests as reports, and government reports in
// sentences of our own. Floors that take a large corpus to mean anything hold
// here as well, only more coarsely.

// HaveShared tells whether the shared folder is at hand.
func HaveShared() bool { return isFolder(SharedFolder) }

// digestNames gives each digest the name its report has in the shared folder.
var digestNames = map[string]string{
	"yongding-2023.txt": "reports/000永定区.txt", "cili-2022.txt": "reports/001慈利县.txt", "shiyan-2023.txt": "reports/002十堰市.txt",
	"dawa-2023.txt": "reports/003大洼区.txt", "hanbin-2023.txt": "reports/004汉滨区.txt",
}

const hanbinTitle = "一条汉江两岸忙"

var standIns = sync.OnceValue(func() map[string]string {
	files := map[string]string{}
	for digest, name := range digestNames {
		data, err := samples.Files.ReadFile(digest)
		if err != nil {
			panic(err) // it is built in
		}
		files[name] = string(data)
	}
	// Captions without their pictures stand above this title; a page would
	// have them as lines of its head.
	const hanbin = "reports/004汉滨区.txt"
	files[hanbin] = files[hanbin][strings.Index(files[hanbin], hanbinTitle):]
	files["corpus/national/1954年国务院政府工作报告.txt"] = traditionalNational
	files["corpus/national/1994年国务院政府工作报告.txt"] = national
	files["corpus/provinces-2025/2025年广西政府工作报告.docx"] = wordOf(provincial)
	return files
})

// standInFiles are the stand-ins whose names match a pattern, by base name.
func standInFiles(t testing.TB, pattern string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for name, text := range standIns() {
		if ok, err := path.Match(pattern, name); err != nil {
			t.Fatal(err)
		} else if ok {
			found[path.Base(name)] = text
		}
	}
	return found
}

const traditionalNational = `各位代表：

我代表國務院，把一九五三年以來的工作情況報告如下，請大會審議。

一年來，各地修復堤防三百餘處，開墾荒地十二萬畝，糧食收成比上年增加百分之六點五。鄉村裏辦起了夜校，識字的人多了，
會算賬的人也多了。

工廠裏的機器轉得更快了。紡織、造紙和製糖三個行業都超過了計劃，其中棉布産量增長百分之十一，質量也有了進步。但是
有些單位不講節約，原料堆在露天，壞了纔來報告，這種做法必須改正。

明年要繼續修路、辦學、防疫。希望各位代表多提意見，監督我們把事情辦好。
`

const national = `政府工作报告

——1994年3月5日在全国人民代表大会会议上

各位代表：

　　现在，我代表国务院，向大会报告政府工作，请予审议。

　　一、过去一年的工作

　　过去的一年，各地抓紧修路架桥，新建公路6万公里，粮食总产量增长百分之三点二。城镇新增就业394万人，农村又有一批学校盖起了新房。
我们把钱花在要紧的地方，压减会议和差旅开支，办公用房不再翻新。

　　二、今年的任务

　　今年的目标，是让经济再上一个台阶，价格总水平涨幅控制在3%左右。要做的事情很多，重点抓好三件。

　　（一）把农业放在前头。修好水渠，备足种子，让种田的人有账可算。

　　（二）把企业办活。少一些批文，多一些服务，亏损的要说清为什么亏损。

　　（三）把学校和医院办到群众身边。新建乡镇卫生院400所，改造校舍120万平方米。

　　各位代表！任务就在眼前，让我们一道努力，把事情一件一件办好。
`

const provincial = `2025年广西政府工作报告

——2025年1月16日在广西壮族自治区第十四届人民代表大会第三次会议上

各位代表：

现在，我代表广西壮族自治区人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。

一、2024年工作回顾

2024年，全区地区生产总值增长5.8%，一般公共预算收入增长3.1%，城镇新增就业62万人。难处不少，日子还是往好里走。

（一）产业有了新样子。新增规模以上工业企业1200家，关停小散企业86家，全年技术改造投资增长9.4%。

（二）乡村换了新颜。改造农村公路3400公里，新建高标准农田210万亩，又有45个村用上了自来水。

二、2025年工作安排

今年的预期目标是：地区生产总值增长5.5%左右，新增就业60万人以上。

（一）扩大内需。发放消费券3亿元，办好十场展会，让商铺多一些回头客。

（二）办好民生实事。新建养老服务站点300个，新增学位8万个。

各位代表！蓝图已经画好，关键在于落实。
`

// wordOf is a Word document with a paragraph for each line.
func wordOf(text string) string {
	var body strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			body.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(line) + `</w:t></w:r></w:p>`)
		}
	}
	return string(Zip([][2]string{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	}))
}

// Zip is a zip file of parts, each a name and what it holds, in order and
// uncompressed.
func Zip(parts [][2]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
