package script

// slipLead is by how much the likeliest path that ends shifted leads over the
// likeliest that ends straight: all that a stretch without a slip is asked.
type slipLead struct {
	start    int // of the stretch in the paragraph
	end      int // of what has been looked at of it
	length   int // tokens
	lead     int
	trail    byte // the second one of the token before
	mark     bool // the token before is one
	returned bool // a path that ends straight may have been shifted before
}

func newSlipLead(s string, start int) slipLead {
	p := newSlipPath(s, start)
	return slipLead{start: start, lead: p.best[shifted] - p.best[straight]}
}

// take goes on to a token, as slipPath.take does.
func (p *slipLead) take(table *gbkTable, pair [2]byte, weight int, mark bool) {
	enters := p.length == 0
	if p.length > 0 {
		entry := -evidenceUnmarked
		if p.mark {
			entry = -evidenceMarked
			if p.lead > 0 {
				p.lead, p.returned = 0, true
			}
		}
		if entry > p.lead {
			p.lead, enters = entry, true
		}
	}
	if !mark {
		p.lead -= weight
		switch {
		case enters:
			p.lead += table.pairWeight(leadBefore(pair[0]), pair[0])
		case !p.mark:
			p.lead += table.pairWeight(p.trail, pair[0])
		}
	}
	p.trail, p.mark = pair[1], mark
	p.length++
}

// shifted tells that a path through the stretch is likelier than the straight one.
func (p *slipLead) shifted() bool { return p.length > 0 && (p.returned || p.lead > 0) }
