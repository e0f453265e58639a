package cli

import (
	"context"
	"errors"
	"sync"
	"time"

	"hegui/internal/assess"
	"hegui/internal/batch"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/receipt"
	"hegui/internal/report"
)

// evaluationLimit ends the evaluation of one proposal that a rule does not end by itself. A real one takes milliseconds.
const evaluationLimit = 10 * time.Second

// checkRun is one run of check over any number of proposals.
type checkRun struct {
	assessor *assess.Assessor
	catalog  *catalog.Catalog
	gate     *assess.Gate
	journal  *batch.Journal // nil without --resume
	sink     *sink
	progress *progress // nil for a few proposals
	receipts *receipts // nil without --receipts
	parsers  sync.Pool // of *proposal.Parser

	code                      int // what the run exits with
	done                      int
	parsed, slow              int // proposals that were parsed, and those of them that the fast path left
	byScore, byFinding, byNew int // proposals that the gate stopped beyond their verdict
	newFindings               int
}

// checked is what became of one item.
type checked struct {
	assessment   *assess.Assessment
	err          error
	parsed, fast bool // not parsed: refused, or known from a run before this one
}

func (r *checkRun) run(ctx context.Context, in batch.Inputs, workers int) error {
	for c := range batch.Run(ctx, in.Items, workers, r.one) {
		r.count(c)
		if err := r.sink.add(c.assessment, c.err); err != nil {
			return err
		}
		if err := r.receipts.add(c.assessment); err != nil {
			return err
		}
		r.done++
		if c.parsed {
			r.parsed++
			if !c.fast {
				r.slow++
			}
		}
		r.progress.add(c.assessment)
	}
	return nil
}

// count ranks what one proposal does to the exit code: the highest of all counts.
func (r *checkRun) count(c checked) {
	var bad *report.Unreadable
	switch {
	case errors.Is(c.err, assess.ErrDeadline):
		r.code = max(r.code, ExitInternal)
		return
	case errors.As(c.err, &bad):
		r.code = max(r.code, ExitInput)
		return
	case c.err != nil:
		r.code = max(r.code, ExitInternal)
		return
	}
	j := r.gate.Judge(c.assessment)
	if j.Score {
		r.byScore++
	}
	if j.Findings {
		r.byFinding++
	}
	if j.New > 0 {
		r.byNew++
		r.newFindings += j.New
	}
	if j.Stops() {
		r.code = max(r.code, ExitGate)
	}
}

// one assesses one item, or finds what a run before this one said about the same bytes.
func (r *checkRun) one(ctx context.Context, item batch.Item) checked {
	if item.Err != nil {
		return checked{err: &report.Unreadable{File: item.Name, Err: item.Err}}
	}
	if r.receipts != nil {
		item.Name = receipt.Name(item.Name)
	}
	key := ""
	if r.journal != nil {
		key = r.assessor.Key(item.Src)
		if as, ok := r.recall(key); ok {
			as.File = item.Name
			return checked{assessment: as}
		}
	}
	// An assessment keeps nothing of a document but texts of its own: when it is made, the next one may be read.
	parser, ok := r.parsers.Get().(*proposal.Parser)
	if !ok {
		parser = new(proposal.Parser)
	}
	defer r.parsers.Put(parser)
	doc, err := parser.Parse(item.Name, item.Src, proposal.Limits{})
	if err != nil {
		return checked{err: &report.Unreadable{File: item.Name, Err: err}}
	}
	as, err := r.assessor.Assess(ctx, doc)
	if errors.Is(err, assess.ErrDeadline) {
		err = &report.Unreadable{File: item.Name, Err: assess.ErrDeadline} // the others are assessed all the same
	}
	if err == nil && r.journal != nil {
		err = r.remember(key, as)
	}
	return checked{assessment: as, err: err, parsed: true, fast: doc.Fast}
}

// recall reads an assessment from the journal. What cannot be read is assessed again.
func (r *checkRun) recall(key string) (*assess.Assessment, bool) {
	line, ok, err := r.journal.Get(key)
	if err != nil || !ok {
		return nil, false
	}
	as, err := report.Decode(line)
	return as, err == nil
}

func (r *checkRun) remember(key string, as *assess.Assessment) error {
	line, err := report.Encode(as, r.catalog)
	if err != nil {
		return err
	}
	return r.journal.Put(key, line)
}
