package lang

import "duidu/model"

// Notice names a kind of notice.
func (w *Words) Notice(k model.NoticeKind) string {
	switch k {
	case model.NoticePinyin:
		return w.NoticePinyin
	case model.NoticeJoint:
		return w.NoticeJoint
	case model.NoticeDuplicate:
		return w.NoticeDuplicate
	case model.NoticeGap:
		return w.NoticeGap
	case model.NoticeRepair:
		return w.NoticeRepair
	case model.NoticeEncoding:
		return w.NoticeEncoding
	case model.NoticeControl:
		return w.NoticeControl
	case model.NoticeArithmetic:
		return w.NoticeArithmetic
	case model.NoticeBlank:
		return w.NoticeBlank
	case model.NoticeOmission:
		return w.NoticeOmission
	case model.NoticeCorrection:
		return w.NoticeCorrection
	}
	return w.NoticeOther
}

// Qualifier names how exact a figure is.
func (w *Words) Qualifier(q model.Qualifier) string {
	switch q {
	case model.Over:
		return w.Over
	case model.Under:
		return w.Under
	case model.Near:
		return w.Near
	case model.Top:
		return w.Top
	}
	return w.Exact
}

// ScriptMark names a script in a narrow column.
func (w *Words) ScriptMark(s model.Script) string {
	switch s {
	case model.Traditional:
		return w.TraditionalMark
	case model.Mixed:
		return w.MixedMark
	}
	return w.SimplifiedMark
}

// ScriptName names a script in a sentence.
func (w *Words) ScriptName(s model.Script) string {
	switch s {
	case model.Traditional:
		return w.Traditional
	case model.Mixed:
		return w.Mixed
	}
	return w.Simplified
}
