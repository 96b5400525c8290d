package lang

func english() Texts {
	return Texts{
		Product: "duidu",
		Words: Words{
			Place: "place", Belongs: "in", Year: "year", Kind: "kind", Script: "script",
			Characters: "length", Sections: "sect.", Figures: "figures", Notices: "notices",
			Simplified: "simplified", Traditional: "traditional", Mixed: "mixed scripts",
			SimplifiedMark: "simp", TraditionalMark: "trad", MixedMark: "mix",
			Exact: "exact", Over: "more than", Under: "at most", Near: "about", Top: "within the first",
			Each: "each", Plan: "planned", Part: "a part",
			NoticePinyin: "pinyin removed", NoticeJoint: "paragraphs joined", NoticeDuplicate: "stands twice", NoticeGap: "text missing",
			NoticeRepair: "characters mended", NoticeEncoding: "encoding in doubt", NoticeControl: "control characters removed",
			NoticeArithmetic: "figures disagree", NoticeBlank: "blank not filled in", NoticeOmission: "left out", NoticeOther: "other",
		},
		Shell: Shell{
			SelectedF: "selected %d", TooSmallF: "%dx%d is too small: %dx%d at least",
			Help: "Help", HelpScreen: "This screen", HelpAnywhere: "Every screen", HelpEnd: "up and down scroll, any other key returns",
			NotNowF: "%s: %s", NoScreen: "this program was built without that screen",
			AddedF: "selected: %s", AlreadyF: "taken out of the selection: %s",
			MouseFree: "the mouse is the terminal's: select text; M takes it back", MouseOurs: "the mouse is back",
			LoadFailedF: "loading stopped: %s", NothingToExport: "nothing is selected yet: press a on something", Here: "this is it",
			AddedManyF: "selected: %s, %d items", RemovedManyF: "taken out of the selection: %s, %d items",
			StateDamagedF: "what was kept last time is damaged; the file is now %s", StateFailedF: "selection and marks could not be kept in %s: %s", StateBusy: "another duidu is writing it",
			PanicKeptF: "internal error; selection, marks and reading places are kept in %s: start again to go on", Panic: "internal error; selection and marks could not be kept",
			BookmarkedF: "bookmark: %s", UnbookmarkedF: "bookmark taken away: %s", MouseSign: "mouse free·M",
			Palette: "Commands", PaletteLabel: ":", NoActionF: "no command matches %q",
			ChangedF: "%d files changed and were read again", GoneF: "%d files are gone", WatchFailedF: "changes of the folders can't be followed: %s", SearchForms: "What can be searched for",
			NoKeyboard: "there is no terminal to press keys on; use duidu figures, show, compare …, which print to standard output",
			NoShell:    "no shell started the program: there is nothing to return to",
		},
		Library: Library{
			Title: "Library", CountsF: "%d reports · %d places · %d figures", FailedF: "%d files could not be read", LoadingF: "loading, %d files so far",
			SamplesNote: "built-in samples", Empty: "No report was read. Usage: duidu FILES OR FOLDERS", NoMatchF: "nothing matches %q, Esc clears the filter",
			FilterLabel: "filter: ", FilterF: "filter %q: %d", SortedF: "sorted by %s", Arrival: "order of loading",
			NeedTwoF: "comparing takes two marked reports, %d marked now (Space marks)", NeedTwoReports: "a matrix takes two reports at least", NeedReport: "there is no report under the cursor",
			RepeatsF: "%d repeats folded", NoRepeats: "no two reports have the same text", NotGrouped: "press p to group by province first", NoProvince: "province unknown", GroupF: "%d reports", Recent: "Folders opened lately", NoRecent: "no folder was opened yet",
			CantRead: "could not be read", NoSections: "no sections",
		},
		Reader: Reader{
			Outline: "Outline", Opening: "Opening", FigureF: "figure %d/%d", HitsF: "%q: hit %d of %d", NoHitsF: "%q was not found",
			NoSearch: "nothing searched yet: press /", NoFigures: "no figures were found in this report", LastFigure: "no figure after this one", FirstFigure: "no figure before this one",
			NoNotices: "this report has no notices", NoOriginal: "the original is the same as the text shown", ShowsOriginal: "original",
			NoticesF: "%d notices", WholeReport: "whole report", NoIndicator: "no indicator", NothingHere: "nothing to select here",
			OnlyInOutline: "works in the outline and the notices", NotInOriginal: "figures and selecting need the simplified text; o goes back", VisualHint: "down and up: more or fewer sentences, a selects, Esc cancels", NoFigureNow: "press f to choose a figure first",
			ShowsBoth: "text and original", Filtered: "paragraphs with hits", FilterHint: "only paragraphs with hits; & or Esc shows all", HitCountF: "%d hits",
			BookmarksF: "%d bookmarks", NoBookmarks: "no bookmarks yet: m puts one", BookmarkGone: "the report of this bookmark is not in the library", NothingToFold: "there is nothing below to fold", MeasureF: "%d characters a line",
		},
		Search: englishSearch(),
		Files:  englishFiles(), Export: englishExport(), Matrix: englishMatrix(),
		Compare: englishCompare(), Lists: englishLists(),
	}
}
