// Package lang holds every text the user sees on a screen, in Chinese and
// English. Texts are fields of a struct: one that is missing is found by a
// test, one that is misspelt does not compile.
package lang

// Lang is a language of the screens. The reports stay Chinese.
type Lang string

const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// Choose picks the language of a wish such as zh, zh_CN.UTF-8 or en. With
// no wish it is Chinese: the reports are.
func Choose(wish string) Lang {
	if len(wish) >= 2 && wish[:2] == "en" {
		return English
	}
	return Chinese
}

// Phrase is a short text that stands in a table of its own, such as the
// name of an action beside its keys.
type Phrase struct {
	ZH, EN string
}

// In returns the phrase in a language.
func (p Phrase) In(l Lang) string {
	if l == English {
		return p.EN
	}
	return p.ZH
}

// For returns the texts of a language.
func For(l Lang) *Texts {
	t := chinese()
	if l == English {
		t = english()
	}
	return &t
}

// Texts are the texts of all screens. Fields ending in F are formats.
type Texts struct {
	Product string
	Shell   Shell
	Library Library
	Reader  Reader
	Words   Words
}

// Words are names that several screens use.
type Words struct {
	Places, Place, Belongs, Year, Kind, Script, Characters, Sections, Figures, Notices string

	Simplified, Traditional, Mixed string
	Unknown                        string

	Exact, Over, Near, Top string
	Each, Plan             string

	Notice map[string]string // by model.NoticeKind
}

// Shell are the texts of the frame around the screens.
type Shell struct {
	Selection      string
	TooSmallF      string // columns, rows, columns wanted, rows wanted
	Help           string
	HelpHint       string
	HelpEverywhere string
	NoScreenF      string // screen
	NoReports      string
	Crash          string
	ScreenLibrary  string
	ScreenReader   string
	ScreenCompare  string
	ScreenMatrix   string
	ScreenExport   string
	AddedF         string // what, how many are selected now
	AlreadyF       string // how many are selected
	MouseFree      string
	MouseOurs      string
	NotNowF        string // action, reason
}

// Library are the texts of the library screen.
type Library struct {
	Title                           string
	CountsF                         string // reports, places, figures
	FailedF                         string // files that could not be read
	Loading                         string
	Empty                           string
	NoMatchF                        string // filter
	FilterF                         string // filter
	FilterPrompt                    string
	SortedF                         string // column
	SortPath, SortPlace, SortYear   string
	SortCharacters, SortFigures     string
	SortNotices                     string
	NeedTwoF                        string // marked now
	NeedReport                      string
	NeedMany                        string
	Samples                         string
	PreviewSections, PreviewFigures string
	CantRead                        string
	MoreF                           string // how many
}

// Reader are the texts of the reading screen.
type Reader struct {
	Outline, Opening     string
	FigureF              string // k, n
	HitsF                string // k, n
	NoHits               string
	BadPatternF          string // why
	NoFigures            string
	NoNotices            string
	NoOriginal           string
	Original, Simplified string
	NoticesF             string // n
	Everywhere           string
	NoIndicator          string
	CardLabel            string
	CardSection          string
	Lead                 string
	PartSection          string
	PartFigure           string
	PartSentence         string
	NothingHere          string
	SearchForward        string
	SearchBackward       string
}
