package lang

import (
	"errors"
	"io/fs"
	"syscall"
)

// Commands are all texts that the commands say, in one language. A % in a field is
// filled in where it is used; both languages take the same values.
type Commands struct {
	Words  Names
	Told   Words  // of notices
	Files  Files  // why a file can't be written
	Faults Faults // why one can't be read
	Store  CommandStore

	Progress Progress

	// Messages on standard error.
	ShortSentence, BadPatternF, NoCorrectionsF, NothingFound, NoPath, NoReportsF, NotOneReport, TryHelp           string
	CantWrite, StdoutName, NoSuchFile, NotPermitted, AFolder, IsFolder, Exists, CantOpen, NoScreens, NeedTerminal string
	UnknownFlag, FlagNeedsValue, BadFlagValue, BadFlagSyntax, BadValue                                            string
	NeedTwo, NeedQuery, TooMany, TakesNone, LinesTakesNoPath, LinesIsJSON                                         string
	LongAndMatrix, MatrixNoParquet, BinaryToTerminal, NoIndicator, BadWidth, NeedShell                            string

	// The settings file. A colon stands between the place of a fault and the fault.
	ConfigUnread, ConfigNotFile, ConfigTooLarge, ConfigNotTOML, ConfigUnknown, ConfigNumber, ConfigText, ConfigTooMany, ConfigFaults, Colon string

	// Terminals without screens.
	DumbTerminal, LegacyConsole, KeyboardIsInput string

	// Digest, check, catalogue.
	NeedTheme, NoTheme, NeedExport, NoClaims, NotThereF, StandF, NoCatalogues, CatalogueFineF, CountOrFiles string

	// Where a setting is from.
	Setting, Value, Origin, BuiltIn, FromFlag, Unset string

	// Words in what is printed.
	Notices, Captions, Original, NoTitle, OnlyHere, SharedWording, OtherThemes string

	// Help.
	Usage, Commands, Flags, CommonFlags, Examples, More, UsageCommand, UsageFlags, Default string

	RootShort, RootLong, ShowShort, FiguresShort, CompareShort, FindShort, ConvertShort, ConfigShort, CompletionShort, VersionShort, DigestShort, CheckShort, CatalogueShort string
	RootExample, ShowExample, FiguresExample, CompareExample, FindExample, ConvertExample, ConfigExample, CompletionExample, DigestExample, CheckExample, CatalogueExample   string

	FlagEncoding, FlagCatalogue, FlagLang, FlagTheme, FlagColor, FlagAmbiguous, FlagWidth, FlagOutput, FlagForce                                                                                string
	FlagNew, FlagCount, FlagFiles, FlagYear, FlagPlace, FlagIndicator, FlagFormat, FlagLong, FlagMatrix, FlagLines, FlagView, FlagOwnPlace, FlagKeys, FlagFrom, FlagPath, FlagHelp, FlagVersion string
}

// CommandsFor returns the texts of a language.
func CommandsFor(l Lang) *Commands {
	if l == English {
		return englishCommands()
	}
	return chineseCommands()
}

// Unread words why a file can't be read.
func (t *Commands) Unread(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t.NoSuchFile
	case errors.Is(err, fs.ErrPermission):
		return t.NotPermitted
	case errors.Is(err, syscall.EISDIR):
		return t.AFolder
	}
	return t.Files.Cause(err)
}

// ErrorText words what went wrong.
func (t *Commands) ErrorText(err error) string { return t.Faults.Error(err) }

const (
	rootExample = `  duidu ~/reports
  duidu a.txt b.docx
  duidu figures ~/reports --format csv -o figures.csv
  duidu compare a.txt b.txt --view figures`
	showExample = `  duidu show a.txt
  duidu show ~/reports --format json > reports.jsonl
  curl -s https://example.org/report.html | duidu show - --format md`
	figuresExample = `  duidu figures ~/reports
  duidu figures ~/reports --matrix --format csv -o matrix.csv
  duidu figures ~/reports --long --format json
  duidu figures --lines < sentences.txt`
	compareExample = `  duidu compare a.txt b.txt
  duidu compare a.txt b.txt --view sections
  duidu compare a.txt b.txt --format json`
	findExample = `  duidu find 民主监督 ~/reports
  duidu find 92.7% ~/reports
  duidu find '件>300' ~/reports --format json`
	convertExample = `  duidu convert a.txt > b.txt
  duidu convert --from tw < a.txt`
	configExample = `  duidu config
  duidu config --path
  DUIDU_THEME=dark duidu config`
	digestExample = `  duidu digest 提案 ~/reports
  duidu digest proposals ~/reports --new --format md
  duidu digest 民主监督 ~/reports -o digest.docx`
	checkExample = `  duidu check selection.md
  duidu check selection.json`
	catalogueExample = `  duidu catalogue > mine.toml
  duidu catalogue mine.toml`
	completionExample = `  source <(duidu completion bash)
  duidu completion zsh > "${fpath[1]}/_duidu"
  duidu completion fish > ~/.config/fish/completions/duidu.fish`
)

func chineseCommands() *Commands {
	return &Commands{
		Words: NamesFor(Chinese), Told: For(Chinese).Words, Files: For(Chinese).Files, Faults: FaultsFor(Chinese), Store: chineseCommandStore(), Progress: ProgressFor(Chinese),

		ShortSentence:    "句子太短，找相近的句子至少要有六个汉字",
		BadPatternF:      "正则表达式写得不对：%s",
		NoCorrectionsF:   "手工更正没有读出，按原样读取：%s",
		NothingFound:     "没有找到",
		NoPath:           "没有给出文件或文件夹（标准输入用 -）",
		NoReportsF:       "没有报告：%s；能读的是 txt、md、html、docx、doc、wps、rtf、pdf、epub、ofd，请换一个路径",
		NotOneReport:     "%s 里有 %d 份报告，对读每边须是一份",
		TryHelp:          "用法见 duidu --help，或 duidu 命令 --help",
		StdoutName:       "标准输出",
		NoSuchFile:       "没有这个文件",
		NotPermitted:     "没有读取权限",
		AFolder:          "它是文件夹",
		CantWrite:        "不能写入 %s：%v",
		IsFolder:         "%s 是文件夹；-o 后须是文件名",
		Exists:           "%s 已存在；加 --force 才覆盖",
		CantOpen:         "不能打开 %s：%v",
		NoScreens:        "这里没有界面可用；请用 show、figures、compare 等命令",
		NeedTerminal:     "没有给出文件或文件夹，又没有能显示界面的终端",
		UnknownFlag:      "没有 %s 这个选项",
		FlagNeedsValue:   "选项 %s 后缺少值",
		BadFlagValue:     "%s 的值不能是 %q",
		BadFlagSyntax:    "选项 %s 写法不对",
		BadValue:         "%s 只能是 %s，不能是 %q",
		NeedTwo:          "compare 要两份报告，给了 %d 份",
		NeedQuery:        "find 要检索词和至少一个文件或文件夹",
		TooMany:          "%s 最多带 %d 个参数，给了 %d 个",
		TakesNone:        "%s 不带参数，给了 %q",
		LinesTakesNoPath: "--lines 读标准输入，不带文件名",
		LinesIsJSON:      "--lines 只输出 JSON，不能与 --format %s 同用",
		LongAndMatrix:    "--long 与 --matrix 不能同用",
		MatrixNoParquet:  "--matrix 没有 parquet 格式，请用 csv 或 xlsx",
		BinaryToTerminal: "%s 不是文字，不能印在终端上；请用 -o 给出文件名",
		NoIndicator:      "指标目录里没有 %q；各指标见 duidu catalogue",
		BadWidth:         "--width 不能是负数",
		NeedShell:        "completion 要一个 shell 名：%s",

		NeedTheme:      "digest 要主题和至少一个文件或文件夹",
		NoTheme:        "没有主题 %q；可用的有 %s",
		NeedExport:     "check 要一个导出的文件",
		NoClaims:       "%s 里没有写明来源的条目；可核对摘选、对读、汇编导出的 JSON、CSV、Markdown 和文本，数据用 figures --format json 或 --long --format csv 导出",
		NotThereF:      "第 %d 条在来源中找不到：%s　（%s）",
		StandF:         "共 %d 条：%d 条与来源相符，%d 条不符",
		NoCatalogues:   "这里没有内置的指标目录",
		CatalogueFineF: "%s 可用：%d 个主题，%d 个指标",
		CountOrFiles:   "-c 与 -l 只能用一个，且只用于文本格式",
		DigestShort:    "汇编：一个主题在各份报告里怎么说", DigestExample: digestExample, FlagNew: "只看与同一地区上一年不同的说法",
		CheckShort: "核对导出的文件与来源是否仍相符", CheckExample: checkExample,
		CatalogueShort: "打印内置指标目录，或检查自己的目录", CatalogueExample: catalogueExample,
		FlagCount: "只列各文件的处数", FlagFiles: "只列文件名",

		DumbTerminal:    "TERM=dumb 的终端不能显示界面，改为打印数据表",
		LegacyConsole:   "这个控制台不认识控制序列，不能显示界面，改为打印数据表；请用 Windows 10 以后的控制台（属性中不勾选“使用旧版控制台”）或 Windows Terminal",
		KeyboardIsInput: "标准输入是键盘；- 须由管道送入，如 cat 报告.txt | duidu -",
		ConfigUnread:    "不能读取配置文件（%s）",
		ConfigNotFile:   "配置文件须是普通文件",
		ConfigTooLarge:  "超过 1 MiB，不像配置文件，未读取",
		ConfigNotTOML:   "不是有效的 TOML，略去此行：%s　（写法如 theme = \"dark\"）",
		ConfigUnknown:   "没有 %s 这个设置；可用的有 %s",
		ConfigNumber:    "%s 须是不小于 0 的整数，如 width = 80",
		ConfigText:      "%s 须是带引号的文字，如 %s = \"…\"",
		ConfigTooMany:   "错误过多，其余不再列出，此文件未被采用",
		ConfigFaults:    "配置文件有 %d 处未采用，详见 duidu config",
		Colon:           "：",
		Setting:         "设置", Value: "值", Origin: "来源", BuiltIn: "内置", FromFlag: "选项 %s", Unset: "—",

		Notices: "提示", Captions: "图注", Original: "原件文字", NoTitle: "（无标题）", OnlyHere: "只此一方", OtherThemes: "其他",
		SharedWording: "相同用语占 %s 的 %s、%s 的 %s，共 %d 处",

		Usage: "用法", Commands: "命令", Flags: "选项", CommonFlags: "通用选项", Examples: "例",
		More: "某个命令的用法：duidu 命令 --help", UsageCommand: "duidu 命令", UsageFlags: " [选项]", Default: "（默认 %s）",

		RootShort: "对读：阅读、比较政协工作报告",
		RootLong: "对读：阅读、比较政协工作报告。\n" +
			"一份报告则阅读，两份则对读，多份则列出；输出不是终端时，打印数据表。\n" +
			"选项可用环境变量（如 DUIDU_LANG=en）或配置文件（见 duidu config）预设。\n" +
			"退出码：0 完成，1 没有找到或部分文件不可读，2 用法不对或全部不可读，130 中断。",
		ShowShort:       "打印报告全文、章节、数据与提示",
		FiguresShort:    "列出报告里的数据",
		CompareShort:    "对读两份报告：章节、数据、用语",
		FindShort:       "检索文字（议案、92.7%）或数据（件>300）",
		ConvertShort:    "繁体转简体",
		ConfigShort:     "列出各项设置及其来源",
		CompletionShort: "生成命令补全脚本",
		VersionShort:    "显示版本",
		RootExample:     rootExample, ShowExample: showExample, FiguresExample: figuresExample,
		CompareExample: compareExample, FindExample: findExample, ConvertExample: convertExample,
		ConfigExample: configExample, CompletionExample: completionExample,

		FlagEncoding:  "输入的`编码`：utf-8、gb18030、big5 等（默认自动判断）",
		FlagCatalogue: "指标目录`文件`（TOML），替换内置目录",
		FlagLang:      "`语言`：zh 或 en",
		FlagTheme:     "界面`配色`：auto、light、dark、contrast、mono",
		FlagColor:     "`何时`用颜色：auto、always、never",
		FlagAmbiguous: "“”—… 等字符的`宽度`：auto、narrow、wide",
		FlagWidth:     "折行`列数`（默认为终端宽度；输出不是终端时不折行）",
		FlagOutput:    "写入`文件`，不覆盖已有文件",
		FlagForce:     "覆盖 -o 所给的文件",
		FlagFormat:    "`格式`：%s",
		FlagYear:      "只要这些`年度`，如 2022,2023",
		FlagPlace:     "只要名称含这些`地区`的报告",
		FlagIndicator: "只要这些`指标`（编号或名称）",
		FlagLong:      "列出每项数据的全部内容",
		FlagMatrix:    "按指标与地区列成一表",
		FlagLines:     "把标准输入的每一行当作一篇，逐行输出 JSON",
		FlagView:      "`视图`：sections 章节、figures 数据、wording 用语（JSON 默认全部）",
		FlagOwnPlace:  "本县的`名称`，如 永定区：界面里排在最前，并与邻县相比",
		FlagKeys:      "改用的`按键`，如 \"library.sort=o reader.add=x,X\"",
		FlagFrom:      "原文`字形`：t 繁体、tw 台湾、hk 香港",
		FlagPath:      "只打印配置文件的路径",
		FlagHelp:      "显示用法",
		FlagVersion:   "显示版本",
	}
}

func englishCommands() *Commands {
	return &Commands{
		Words: NamesFor(English), Told: For(English).Words, Files: For(English).Files, Faults: FaultsFor(English), Store: englishCommandStore(), Progress: ProgressFor(English),

		ShortSentence:    "the sentence is too short: to find its like it needs six Han characters",
		BadPatternF:      "the regular expression can't be read: %s",
		NoCorrectionsF:   "what was set right by hand could not be read, so that reports come as they are: %s",
		NothingFound:     "nothing found",
		NoPath:           "no file or folder given (use - for standard input)",
		NoReportsF:       "no report: %s; what can be read is txt, md, html, docx, doc, wps, rtf, pdf, epub and ofd: give another path",
		NotOneReport:     "%s holds %d reports; each side of a comparison must be one",
		TryHelp:          "see duidu --help, or duidu COMMAND --help",
		StdoutName:       "standard output",
		NoSuchFile:       "there is no such file",
		NotPermitted:     "no permission to read",
		AFolder:          "it is a folder",
		CantWrite:        "can't write %s: %v",
		IsFolder:         "%s is a folder; -o wants the name of a file",
		Exists:           "%s exists; add --force to overwrite it",
		CantOpen:         "can't open %s: %v",
		NoScreens:        "there are no screens here; use show, figures, compare …",
		NeedTerminal:     "no file or folder given, and no terminal that can show screens",
		UnknownFlag:      "there is no flag %s",
		FlagNeedsValue:   "flag %s wants a value",
		BadFlagValue:     "%s can't be %q",
		BadFlagSyntax:    "flag %s is written wrong",
		BadValue:         "%s must be one of %s, not %q",
		NeedTwo:          "compare wants two reports, not %d",
		NeedQuery:        "find wants a query and at least one file or folder",
		TooMany:          "%s takes at most %d arguments, not %d",
		TakesNone:        "%s takes no arguments, not even %q",
		LinesTakesNoPath: "--lines reads standard input and takes no files",
		LinesIsJSON:      "--lines prints JSON only, not --format %s",
		LongAndMatrix:    "--long and --matrix exclude each other",
		MatrixNoParquet:  "--matrix has no parquet; use csv or xlsx",
		BinaryToTerminal: "%s is no text and can't be shown on a terminal; name a file with -o",
		NoIndicator:      "there is no indicator %q; duidu catalogue lists them",
		BadWidth:         "--width can't be negative",
		NeedShell:        "completion wants the name of a shell: %s",

		NeedTheme:      "digest wants a theme and at least one file or folder",
		NoTheme:        "there is no theme %q; known are %s",
		NeedExport:     "check wants one exported file",
		NoClaims:       "nothing in %s names its source; selections, comparisons and digests exported as JSON, CSV, Markdown or text can be checked, and figures of --format json or --long --format csv",
		NotThereF:      "item %d is not in its source: %s  (%s)",
		StandF:         "%d items: %d still stand in their sources, %d do not",
		NoCatalogues:   "there are no built-in catalogues here",
		CatalogueFineF: "%s is fine: %d themes, %d indicators",
		CountOrFiles:   "-c and -l exclude each other and go with text only",
		DigestShort:    "one theme across reports, report by report", DigestExample: digestExample, FlagNew: "only what the same place did not say the year before",
		CheckShort: "check whether an exported file still agrees with its sources", CheckExample: checkExample,
		CatalogueShort: "print a built-in catalogue, or check one of your own", CatalogueExample: catalogueExample,
		FlagCount: "only how many hits each file has", FlagFiles: "only the names of files",

		DumbTerminal:    "TERM=dumb can't show screens: here is the table of figures",
		LegacyConsole:   "this console knows no control sequences, so that it can't show screens: here is the table of figures; use the console of Windows 10 or later (not its legacy mode) or Windows Terminal",
		KeyboardIsInput: "standard input is the keyboard; - wants a pipe, as in cat report.txt | duidu -",
		ConfigUnread:    "can't read the settings (%s)",
		ConfigNotFile:   "the settings must be a plain file",
		ConfigTooLarge:  "larger than 1 MiB: hardly a settings file, not read",
		ConfigNotTOML:   "not valid TOML, line left out: %s  (write theme = \"dark\")",
		ConfigUnknown:   "there is no setting %s; known are %s",
		ConfigNumber:    "%s must be a whole number, 0 or more, as in width = 80",
		ConfigText:      "%s must be text in quotes, as in %s = \"…\"",
		ConfigTooMany:   "too many faults: the rest is not listed and the file not used",
		ConfigFaults:    "%d lines of the settings are not used: see duidu config",
		Colon:           ": ",
		Setting:         "setting", Value: "value", Origin: "from", BuiltIn: "built in", FromFlag: "flag %s", Unset: "—",

		Notices: "notices", Captions: "captions", Original: "original", NoTitle: "(no title)", OnlyHere: "only here", OtherThemes: "Other",
		SharedWording: "shared wording: of %s %s, of %s %s; %d passages",

		Usage: "Usage", Commands: "Commands", Flags: "Flags", CommonFlags: "Common flags", Examples: "Examples",
		More: "Help on a command: duidu COMMAND --help", UsageCommand: "duidu COMMAND", UsageFlags: " [flags]", Default: " (default %s)",

		RootShort: "Read and compare work reports of county CPPCC committees",
		RootLong: "Read and compare work reports of county CPPCC committees.\n" +
			"One report is read, two are compared, more are listed; when standard output is not a\n" +
			"terminal, the table of figures is printed. Flags can be preset by the environment, as in\n" +
			"DUIDU_LANG=en, or in a settings file (see duidu config).\n" +
			"Exit status: 0 done, 1 nothing found or some files unreadable, 2 wrong usage or all\nunreadable, 130 interrupted.",
		ShowShort:       "print reports: text, sections, figures, notices",
		FiguresShort:    "list the figures of reports",
		CompareShort:    "compare two reports: sections, figures, wording",
		FindShort:       "search for text (92.7%) or figures (proposals>=100)",
		ConvertShort:    "convert traditional to simplified text",
		ConfigShort:     "list the settings and where each is from",
		CompletionShort: "generate a completion script",
		VersionShort:    "print the version",
		RootExample:     rootExample, ShowExample: showExample, FiguresExample: figuresExample,
		CompareExample: compareExample, FindExample: findExample, ConvertExample: convertExample,
		ConfigExample: configExample, CompletionExample: completionExample,

		FlagEncoding:  "`ENCODING` of the input: utf-8, gb18030, big5 … (found out by default)",
		FlagCatalogue: "`FILE` of indicators (TOML) in place of the built-in catalogue",
		FlagLang:      "`LANGUAGE`: zh or en",
		FlagTheme:     "`COLOURS` of the screens: auto, light, dark, contrast, mono",
		FlagColor:     "`WHEN` to use colour: auto, always, never",
		FlagAmbiguous: "`WIDTH` of “ ” — … and the like: auto, narrow, wide",
		FlagWidth:     "`COLUMNS` to wrap at (the terminal's; not at all when the output is none)",
		FlagOutput:    "write to `FILE`, never over an existing one",
		FlagForce:     "overwrite the file of -o",
		FlagFormat:    "`FORMAT`: %s",
		FlagYear:      "only `YEARS`, as in 2022,2023",
		FlagPlace:     "only reports of `PLACES` whose name holds this",
		FlagIndicator: "only `INDICATORS`, by id or name",
		FlagLong:      "all there is to say of every figure",
		FlagMatrix:    "one table of indicators by places",
		FlagLines:     "read each line of standard input as a text, print a JSON object a line",
		FlagView:      "`VIEW`: sections, figures, wording (all of them in JSON)",
		FlagOwnPlace:  "`NAME` of your own county: first on the screens, set against its neighbours",
		FlagKeys:      "other `KEYS`, as in \"library.sort=o reader.add=x,X\"",
		FlagFrom:      "`SCRIPT` of the input: t traditional, tw Taiwan, hk Hong Kong",
		FlagPath:      "print the path of the settings file only",
		FlagHelp:      "show help",
		FlagVersion:   "print the version",
	}
}
