package export

// frame says which cells of the body belong to what.
type frame struct {
	width, height int // of the body
	list          int // rows of the list, its head included
	listWidth     int
	preview       int // rows of the preview, its head included; 0 for none
	previewWidth  int
	beside        bool // the preview stands right of the list, not below it
}

const (
	besideFrom = 110 // cells from which the preview stands beside the list
	belowFrom  = 14  // rows from which it stands below
)

func newFrame(width, height int) frame {
	f := frame{width: width, height: height, list: height, listWidth: width}
	switch {
	case width >= besideFrom:
		f.beside = true
		f.listWidth = width - width*45/100
		f.preview, f.previewWidth = height, width-f.listWidth-2
	case height >= belowFrom:
		f.preview, f.previewWidth = height*45/100, width
		f.list = height - f.preview
	}
	return f
}
