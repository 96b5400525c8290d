package parser

func openPDF([]byte) (source, error) { return source{}, &Error{Kind: Damaged, Detail: formatPDF} }
