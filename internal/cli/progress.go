package cli

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"hegui/internal/assess"
	"hegui/internal/batch"
)

// progressEvery is the time between two lines of progress where there is no terminal to draw on.
const progressEvery = 5 * time.Second

// progress tells a person how far a long run is: a bar on a terminal, else a line every few seconds. Short runs stay quiet.
// nil tells nothing.
type progress struct {
	a     *app
	meter *batch.Meter
	bar   *progressbar.ProgressBar
	told  time.Duration // since the beginning
}

// newProgress begins to tell; total is 0 when it is not known. A bar needs a terminal of its own: it would tear a report
// on the same one.
func (a *app) newProgress(total int, bar bool) *progress {
	p := &progress{a: a, meter: batch.NewMeter(total, a.env.Now)}
	if !bar {
		return p
	}
	size := total
	if size == 0 {
		size = -1
	}
	p.bar = progressbar.NewOptions(size,
		progressbar.OptionSetWriter(a.env.Stderr), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(a.words.progressUnit), progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20),
	)
	return p
}

// add counts one proposal; no assessment is one that could not be read. Nothing that is told decides anything, so errors
// of the terminal are of no concern.
func (p *progress) add(as *assess.Assessment) {
	if p == nil {
		return
	}
	verdict := assess.VerdictError
	if as != nil {
		verdict = as.Decision.Verdict
	}
	p.meter.Add(verdict)
	now := p.meter.Progress()
	w := &p.a.words
	if p.bar != nil {
		p.bar.Describe(fmt.Sprintf(w.progressBar, now.Pass, now.Review, now.Fail, now.Error))
		_ = p.bar.Add(1)
		return
	}
	if now.Elapsed-p.told < progressEvery {
		return
	}
	p.told = now.Elapsed
	if now.Total == 0 {
		fmt.Fprintf(p.a.env.Stderr, w.progressOpen, now.Done, now.PerSecond, now.Pass, now.Review, now.Fail, now.Error)
		return
	}
	fmt.Fprintf(p.a.env.Stderr, w.progressLine, now.Done, now.Total, now.PerSecond, now.Left.Round(time.Second), now.Pass, now.Review, now.Fail, now.Error)
}

// end clears the bar.
func (p *progress) end() {
	if p != nil && p.bar != nil {
		_ = p.bar.Finish()
	}
}
