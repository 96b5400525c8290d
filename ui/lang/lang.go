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
	Product    string
	Words      Words
	Shell      Shell
	Library    Library
	Reader     Reader
	Search     Search
	Files      Files
	Faults     Faults
	Export     Export
	Matrix     Matrix
	Compare    Compare
	Lists      Lists
	Digest     Digest
	Neighbours Neighbours
	Correct    Correct
	Progress   Progress
}

// Words are names that several screens use.
type Words struct {
	Place, Belongs, Year, Kind, Script string
	Characters, Sections, Figures      string
	Notices                            string
	Simplified, Traditional, Mixed     string // in a sentence
	SimplifiedMark, TraditionalMark    string // in a table: 简 繁
	MixedMark                          string
	Exact, Over, Under, Near, Top      string
	Each, Plan, Part                   string
	NoticePinyin, NoticeJoint          string
	NoticeDuplicate, NoticeGap         string
	NoticeRepair, NoticeEncoding       string
	NoticeControl, NoticeArithmetic    string
	NoticeBlank, NoticeOmission        string
	NoticeCorrection, NoticeOther      string

	Reasons map[string]string // of notices, by id; {} stands for what they speak of
	Removed map[string]string // what cleaning takes out
	Where   map[string]string // pages on which something was left out, by kind
	Between string            // things of a list
}

// Shell are the texts of the frame around the screens.
type Shell struct {
	SelectedF       string // how many
	TooSmallF       string // columns, rows, columns wanted, rows wanted
	Help            string
	HelpScreen      string
	HelpAnywhere    string
	HelpEnd         string
	NotNowF         string // action, reason
	NoScreen        string
	AddedF          string // what
	AlreadyF        string // what
	MouseFree       string
	MouseOurs       string
	LoadFailedF     string // why
	StillReading    string
	NoKeyboard      string
	NoShell         string
	NothingToExport string
	BookmarkedF     string // text there
	UnbookmarkedF   string // text there
	MouseSign       string
	Palette         string
	PaletteLabel    string
	NoActionF       string // what was typed
	ChangedF        string // files read again
	GoneF           string // files that are there no more
	WatchFailedF    string // why
	SearchForms     string
	Here            string
	AddedManyF      string // what, how many
	RemovedManyF    string // what, how many
	StateDamagedF   string // where it is now
	StateFailedF    string // where, why
	StateBusy       string
	PanicKeptF      string // where
	Panic           string
}

// Library are the texts of the library screen.
type Library struct {
	Title          string
	CountsF        string // reports, places, figures
	FailedF        string // files that could not be read
	SamplesNote    string
	Empty          string
	NoMatchF       string // filter
	FilterLabel    string
	FilterF        string // filter, rows left
	SortedF        string // column
	Arrival        string
	NeedTwoF       string // marked now
	NeedTwoReports string
	NeedReport     string
	NoPlace        string
	OwnMark        string // behind the name of the user's own county
	OwnSetF        string // place
	OwnNone        string
	CantRead       string
	NotGrouped     string
	RepeatsF       string // reports that repeat another
	NoRepeats      string
	NoProvince     string
	GroupF         string // reports
	Recent         string
	NoRecent       string
	NoSections     string
}

// Reader are the texts of the reading screen.
type Reader struct {
	Outline, Opening             string
	FigureF                      string // k, n
	HitsF                        string // query, k, n
	NoHitsF                      string // query
	NoSearch                     string
	NoFigures, LastFigure        string
	FirstFigure                  string
	NoNotices                    string
	NoOriginal                   string
	ShowsOriginal                string
	NoticesF                     string // n
	WholeReport                  string
	NoIndicator                  string
	NothingHere                  string
	OnlyInOutline, NotInOriginal string
	VisualHint                   string
	NoFigureNow                  string
	ShowsBoth, Filtered          string
	Beginning                    string
	FilterHint                   string
	HitCountF                    string // n
	BookmarksF                   string // n
	NoBookmarks, BookmarkGone    string
	NothingToFold                string
	MeasureF                     string // characters
	MarksWide, MarksAsTheyAre    string
}
