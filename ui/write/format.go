package write

// Format is a form in which a selection is written.
type Format string

const (
	FormatText     Format = "text"
	FormatMarkdown Format = "md"
	FormatCSV      Format = "csv"
	FormatJSON     Format = "json"
)

// Formats lists the formats, the usual one first.
func Formats() []Format { return []Format{FormatText, FormatMarkdown, FormatCSV, FormatJSON} }
