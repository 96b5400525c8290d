package parser

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"duidu/parser/format"
	"duidu/parser/layout"
	"duidu/parser/script"
)

// piecePart is what a page shows of a report, in order.
type piecePart struct {
	kind partKind
	text string
}

type partKind int

const (
	paragraphPart partKind = iota
	slogan
	headline
	subtitle
	byline
	headingPart
	captionPart
)

// pagePartsOf takes a report's text apart the way a site's editor would set it:
// title, headings, pictures with their words, paragraphs. Broken paragraphs
// stay broken.
func pagePartsOf(p *Parser, text string) []piecePart {
	text, _ = script.Clean(text)
	given := format.SplitLines(text)
	p.simplify(given)
	lines := layout.Lines(given)
	layout.Classify(lines)
	var kept []layout.Line
	var out []piecePart
	captionAt := map[int]bool{}
	for i, l := range lines {
		if captionAt[i] = l.Kind == layout.Caption; !captionAt[i] {
			kept = append(kept, l)
		}
	}
	head := layout.ReadFront(layout.TextsOf(kept))
	layout.Classify(kept)
	k := 0
	for i, l := range lines {
		part := piecePart{paragraphPart, l.Source()}
		if captionAt[i] {
			part.kind = captionPart
			out = append(out, part)
			continue
		}
		if k < head.Body {
			part.kind = map[int]partKind{1: slogan, 2: headline, 3: subtitle, 4: byline}[int(head.Roles[k])]
		} else if kept[k].Kind == layout.Heading {
			part.kind = headingPart
		}
		k++
		out = append(out, part)
	}
	return out
}

// titleOf is what a page would put into its <title>.
func titleOf(parts []piecePart) string {
	var words []string
	for _, p := range parts {
		if p.kind == headline {
			words = append(words, p.text)
		}
	}
	return strings.Join(words, " ")
}

// siteLayouts are pages of the kinds that carry these reports, each with the
// things around the text that such sites have. The words are our own.
var siteLayouts = map[string]func([]piecePart) string{
	"government": governmentPage,
	"paper":      paperPage,
	"old":        oldPage,
	"portal":     portalPage,
	"mirror":     mirrorPage,
	"hand":       handPage,
	"split":      splitPage,
	"flat":       flatPage,
}

// each writes every part by its kind's format, %s being the text.
func each(parts []piecePart, formats map[partKind]string) string {
	var b strings.Builder
	for _, p := range parts {
		if f, ok := formats[p.kind]; ok {
			fmt.Fprintf(&b, f, html.EscapeString(p.text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func listItems(format string, words ...string) string {
	var b strings.Builder
	for i, w := range words {
		b.WriteString(strings.NewReplacer("{n}", fmt.Sprint(i+1), "{}", w).Replace(format))
	}
	return b.String()
}

var menu = []string{"首页", "政协概况", "新闻中心", "提案工作", "委员风采", "文史天地", "社情民意", "机关建设", "专题专栏"}
var news = []string{"区政协召开主席会议研究明年协商计划", "委员走进社区宣讲全会精神", "县政协视察老旧小区加装电梯工作", "政协书画院举办迎新春作品展", "我市政协提案办理协商会召开", "关于征集明年提案线索的公告", "一图读懂全会报告", "老委员的三十年"}

// governmentPage is a government site's content system: the title and the
// line of source and time outside the text, related links below it.
func governmentPage(parts []piecePart) string {
	title := titleOf(parts)
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>` + title + `_某某区人民政协网</title>
<meta name="keywords" content="政协,提案,委员,履职"><script>var _hmt=_hmt||[];(function(){var hm="统计";})();</script>
<style>.fl{float:left} .nofind{display:none;}</style></head><body>
<div class="top"><a href="/">某某区人民政协网</a><span>2024年1月9日　星期二</span><form><input type="text" value="请输入关键字"><button>搜索</button></form></div>
<div class="nav"><ul>` + listItems(`<li><a href="/{n}">{}</a></li>`, menu...) + `</ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zx">政务公开</a> &gt; <a href="/gz">工作报告</a></div>
<div class="main clearfix"><div class="article"><h1 class="tit">` + title + `</h1>
<div class="info"><span>来源：区政协办公室</span><span>发布时间：2024-01-09 10:21</span><span>浏览次数：<em>1286</em>次</span><span>字号：[ <a>大</a> <a>中</a> <a>小</a> ]</span></div>
<div class="TRS_Editor"><div class="Custom_UnionStyle">` + each(parts, map[partKind]string{
		paragraphPart: `<p style="text-indent:2em;font-size:12pt">　　<span style="font-family:仿宋">%s</span></p>`,
		headingPart:   `<p style="text-indent:2em"><strong>%s</strong></p>`,
		slogan:        `<p align="center">%s</p>`, subtitle: `<p align="center">%s</p>`, byline: `<p align="center">%s</p>`,
		captionPart: `<p style="text-align: center;"><img src="./W02.jpg" alt=""></p><p style="text-align: center;"><span style="font-family:楷体">%s</span></p>`,
	}) + `</div></div>
<div class="tool"><a>【打印本页】</a> <a>【关闭窗口】</a> <span>责任编辑：某编辑</span></div>
<div class="share">分享到：<a>微信</a><a>微博</a></div>
<div class="pn"><p>上一篇：<a href="1">` + news[0] + `</a></p><p>下一篇：<a href="2">` + news[1] + `</a></p></div>
<div class="rel"><h3>相关链接</h3><ul>` + listItems(`<li><a href="{n}">{}</a><span>2024-01-0{n}</span></li>`, news...) + `</ul></div></div></div>
<div class="foot"><p>主办单位：政协某某区委员会　承办：区政协办公室</p><p>地址：某某路1号　邮编：427000　电话：0744-8000000</p><p>湘ICP备05000001号　网站标识码：4308020001</p></div></body></html>`
}

// paperPage is a newspaper's electronic edition, set in nested tables, with
// the titles of the page's other articles beside the text.
func paperPage(parts []piecePart) string {
	title := titleOf(parts)
	return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>某某日报 - ` + title + `</title></head><body>
<table width="100%"><tr><td colspan="2"><table><tr><td>某某日报</td><td>2024年01月09日 星期二</td><td><a>往期回顾</a></td><td><a>数字报首页</a></td></tr></table></td></tr>
<tr><td width="300" valign="top"><table><tr><td>第03版：特别报道</td><td><a href="1">上一版</a> <a href="2">下一版</a></td></tr><tr><td colspan="2"><img src="page.jpg" usemap="#m"></td></tr>
<tr><td>本期共4版</td></tr><tr><td><table>` + listItems(`<tr><td>·</td><td><a href="{n}">{}</a></td></tr>`, news...) + `</table></td></tr></table></td>
<td valign="top"><table><tr><td><a>上一篇</a> <a>下一篇</a> <a>放大</a> <a>缩小</a> <a>默认</a></td></tr>
<tr><td class="font01" align="center">` + each(parts, map[partKind]string{slogan: `<div class="yt">%s</div>`}) + title + `</td></tr>
<tr><td class="font02" align="center">` + each(parts, map[partKind]string{subtitle: `<div>%s</div>`, byline: `<div>%s</div>`}) + `</td></tr>
<tr><td class="info">2024年01月09日 字数：5,102 版次：03</td></tr>
<tr><td><div id="ozoom"><founder-content>` + each(parts, map[partKind]string{
		paragraphPart: `<P>　　%s</P>`, headingPart: `<P>　　%s</P>`,
		captionPart: `<table><tr><td align="center"><img src="pic.jpg" width="420"></td></tr><tr><td align="center">%s</td></tr></table>`,
	}) + `</founder-content></div></td></tr></table></td></tr>
<tr><td colspan="2">版权所有 某某日报社 未经授权禁止转载 备案号：湘B2-2009001</td></tr></table></body></html>`
}

// oldPage is a page of the nineties that lives on: no paragraphs, only line
// breaks and blanks.
func oldPage(parts []piecePart) string {
	title := titleOf(parts)
	return `<HTML><HEAD><TITLE>` + title + `</TITLE><META http-equiv=Content-Type content="text/html; charset=utf-8"></HEAD><BODY bgColor=#ffffff>
<TABLE width=778 align=center><TR>` + listItems(`<TD><A href="{n}.asp">{}</A></TD>`, menu...) + `</TR></TABLE>
<TABLE width=778 align=center><TR><TD width=180 valign=top><TABLE><TR><TD bgcolor=#cc0000><FONT color=#ffffff>最新信息</FONT></TD></TR>` +
		listItems(`<TR><TD>· <A href="show.asp?id={n}">{}</A></TD></TR>`, news...) + `</TABLE></TD>
<TD valign=top><TABLE width="100%"><TR><TD>您现在的位置：<A>首页</A>&gt;&gt;<A>工作动态</A>&gt;&gt;正文</TD></TR>
<TR><TD align=center><FONT size=4><B>` + title + `</B></FONT></TD></TR><TR><TD align=center>作者：佚名 文章来源：本站原创 点击数：<SCRIPT src="c.asp"></SCRIPT>326 更新时间：2024-1-9</TD></TR>
<TR><TD class=p9>` + each(parts, map[partKind]string{
		paragraphPart: "&nbsp;&nbsp;&nbsp;&nbsp;%s<BR><BR>", headingPart: "&nbsp;&nbsp;&nbsp;&nbsp;<B>%s</B><BR><BR>",
		slogan: "<CENTER>%s</CENTER><BR>", subtitle: "<CENTER>%s</CENTER><BR>", byline: "<CENTER>%s</CENTER><BR>",
		captionPart: "<CENTER><IMG src=p.jpg border=0><BR>%s</CENTER><BR>",
	}) + `</TD></TR><TR><TD align=right>【<A>发表评论</A>】【<A>告诉好友</A>】【<A>打印此文</A>】【<A>关闭窗口</A>】</TD></TR></TABLE></TD></TR></TABLE>
<CENTER>Copyright 2006-2024 All Rights Reserved 某某县政协办公室 版权所有<BR>技术支持：某某科技</CENTER></BODY></HTML>`
}

// portalPage is a news portal: spans in sections, a data script, boxes of
// other news with their first sentences, comments, hidden words.
func portalPage(parts []piecePart) string {
	title := titleOf(parts)
	data, _ := json.Marshal(map[string]string{"title": title, "body": parts[len(parts)/2].text})
	return `<!doctype html><html><head><meta charset="utf-8"><title>` + title + `|委员|政协_某某新闻</title>
<style>.seo{position:absolute;left:-9999px}</style><script id="__DATA__" type="application/json">` + string(data) + `</script></head><body>
<header class="hd"><a href="/">某某新闻</a><nav>` + listItems(`<a href="/{n}">{}</a>`, menu...) + `</nav></header>
<div class="seo">政协提案，委员履职，体育赛事直播，二手房出售，网络小说排行，五年来最受欢迎的网站，一年来热门下载。</div>
<main><div class="left"><section class="post"><h1>` + title + `</h1>
<div class="meta"><span>2024-01-09 08:30</span><span>某某客户端</span><span>关注</span><span>阅读 2.3万</span></div>
<div class="rich_media_content">` + each(parts, map[partKind]string{
		paragraphPart: `<section><p style="margin:0"><span style="font-size:16px"><span>%s</span></span></p></section>`,
		headingPart:   `<section style="text-align:center"><p><span style="font-weight:bold;color:#c00">%s</span></p></section>`,
		slogan:        `<section><p>%s</p></section>`, subtitle: `<section><p>%s</p></section>`, byline: `<section><p>%s</p></section>`,
		captionPart: `<section class="pic"><p><img data-src="x.jpg"></p><p class="img-desc" style="color:#888">%s</p></section>`,
	}) + `</div><div class="editor">编辑：某甲　审核：某乙　值班编委：某丙</div><p>特别声明：以上文章内容仅代表作者本人观点。</p></section>
<section class="comments"><h3>网友评论</h3><p>写得很实在，希望来年继续为老百姓办实事。</p><p>请问小区加装电梯的事什么时候能落实？我们这栋楼等了三年了。</p></section></div>
<aside class="right"><h3>热门推荐</h3>` + listItems(`<div class="card"><a href="/{n}">{}</a><p>连日来，各地委员走进田间地头，面对面听取群众意见，现场协调解决问题{n}个。</p></div>`, news...) + `</aside>
<div class="hot"><h3>猜你喜欢</h3>` + listItems(`<div class="card"><a href="/{n}">{}</a><p>本周要闻，点击查看详情，全市召开会议{n}次。</p></div>`, news...) + `</div></main>
<footer><p>关于我们 | 联系我们 | 版权声明</p><p>互联网新闻信息服务许可证 4312024001</p></footer></body></html>`
}

// mirrorPage is a site that copies articles to be found by search engines:
// blocks of unrelated links around and inside the text.
func mirrorPage(parts []piecePart) string {
	title := titleOf(parts)
	half := len(parts) / 2
	formats := map[partKind]string{paragraphPart: `<p>%s</p>`, headingPart: `<p>%s</p>`, slogan: `<p>%s</p>`, subtitle: `<p>%s</p>`, byline: `<p>%s</p>`,
		captionPart: `<p><img src="t.jpg" alt=""></p><p style="text-align:center">%s</p>`}
	return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>` + title + `-范文大全-某某文库</title></head><body>
<div id="hd"><div class="logo">某某文库</div><ul>` + listItems(`<li><a href="/{n}.html">{}范文</a></li>`, menu...) + `</ul></div>
<div style="display:none">政协工作报告范文，政协提案怎么写，委员发言稿大全，一年来的工作总结模板，下载地址，免费论文。</div>
<div class="wrap"><div class="path"><a href="/">首页</a> » <a href="/g">工作报告</a> » 正文</div>
<div class="bd"><h2>` + title + `</h2><div class="date">时间：2024-01-09 00:00:00 点击：88 次 来源：网络 作者：佚名</div>
<div class="txt">` + each(parts[:half], formats) + `<div class="ad"><a href="/a1">工作总结怎么写</a> <a href="/a2">述职报告范文</a> <a href="/a3">个人总结</a></div>` +
		each(parts[half:], formats) + `</div>
<div class="tags">标签：<a>政协</a><a>报告</a></div><div class="next">上一页：<a href="1">没有了</a><br>下一页：<a href="2">` + news[2] + `</a></div>
<div class="like"><div>推荐阅读</div><ul>` + listItems(`<li><a href="{n}">{}</a></li>`, news...) + `</ul></div></div>
<div class="side"><h4>热门文章</h4><ol>` + listItems(`<li><a href="{n}">{}</a></li>`, news...) + `</ol></div></div><div id="ft">粤ICP备10000000号 版权所有 侵权必删 联系邮箱 a@b.cn</div></body></html>`
}

// handPage is what somebody writes who marks up what things are.
func handPage(parts []piecePart) string {
	title := titleOf(parts)
	return `<!DOCTYPE html>
<html lang="zh"><meta charset="utf-8"><title>` + title + `</title>
<body><nav><a href="/">首页</a></nav><article><h1>` + title + `</h1>
` + each(parts, map[partKind]string{
		paragraphPart: "<p>%s</p>", headingPart: "<h2>%s</h2>", slogan: "<p>%s</p>", subtitle: "<p>%s</p>", byline: "<p>%s</p>",
		captionPart: "<figure><img src=a.jpg alt=''><figcaption>%s</figcaption></figure>",
	}) + "</article></body></html>"
}

// splitPage has its article in several boxes with other things between them,
// and below it more words of other people than a short article has.
func splitPage(parts []piecePart) string {
	title := titleOf(parts)
	formats := map[partKind]string{paragraphPart: `<p>　　%s</p>`, headingPart: `<p><b>　　%s</b></p>`, slogan: `<p>%s</p>`, subtitle: `<p>%s</p>`, byline: `<p>%s</p>`,
		captionPart: `<div class="img"><img src="1.jpg"><div style="text-align:center">%s</div></div>`}
	third := len(parts) / 3
	return `<html><head><meta charset="utf-8"><title>` + title + ` - 某某县人民政府门户网站</title></head><body><div id="page"><div id="menu">` + listItems(`<span><a href="{n}">{}</a></span>`, menu...) + `</div>
<div class="title-box"><div class="t">` + title + `</div><div class="s">时间：2024-01-09　来源：某某日报　阅读：1024　【字体：大 中 小】</div></div>
<div class="content-wrap"><div class="part">` + each(parts[:third], formats) + `</div><div class="ad"><p>广告位招租，欢迎来电洽谈合作事宜。</p></div><div class="part">` + each(parts[third:2*third], formats) +
		`</div><div class="video"><img src="v.jpg" width="20"></div><div class="part">` + each(parts[2*third:], formats) + `</div></div>
<div class="comment-box"><div class="h">网友评论</div>` + listItems(`<div class="c"><div class="who">网友{n}　2024-01-1{n} 09:00</div><div class="w">看了这篇文章，很有感触，希望把好的做法坚持下去，让更多群众受益，为委员们点赞！</div></div>`, news...) + `</div>
<div class="link-box">` + listItems(`<a href="{n}">{}</a>`, news...) + `</div><div class="copy">主办：某某县人民政府办公室　网站标识码：4300000001</div></div></body></html>`
}

// flatPage has no containers: the text and all around it are children of the
// body.
func flatPage(parts []piecePart) string {
	title := titleOf(parts)
	return `<html><head><meta charset="utf-8"><title>` + title + `</title></head><body><a href="/">返回首页</a> | <a href="/list">列表</a>
<h3 align="center">` + title + `</h3><p align="center">发布日期：2024-01-09 点击：17</p>
` + each(parts, map[partKind]string{paragraphPart: `<p>&nbsp;&nbsp;&nbsp;&nbsp;%s</p>`, headingPart: `<p>&nbsp;&nbsp;&nbsp;&nbsp;<strong>%s</strong></p>`, slogan: `<p align="center">%s</p>`,
		subtitle: `<p align="center">%s</p>`, byline: `<p align="center">%s</p>`, captionPart: `<p align="center"><img src="1.jpg"></p><p align="center">%s</p>`}) + `
<p>上一篇：<a href="1">` + news[3] + `</a></p><p>下一篇：<a href="2">` + news[4] + `</a></p><hr><p align="center">某某县政协 版权所有</p></body></html>`
}
