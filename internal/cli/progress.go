package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"hegui/internal/assess"
)

// progressEvery is the time between two lines of progress where there is no terminal to draw on.
const progressEvery = 5 * time.Second

// progress tells a person how far a long run is: a bar on a terminal, else a line every few seconds. Short runs stay quiet.
type progress struct {
	out     io.Writer
	words   *words
	now     func() time.Time
	total   int // 0 when it is not known
	bar     *progressbar.ProgressBar
	begun   time.Time
	told    time.Time
	done    int
	stopped int
}

// newProgress begins to tell. A bar needs a terminal of its own: it would tear a report on the same one.
func (a *app) newProgress(total int, bar bool) *progress {
	p := &progress{out: a.env.Stderr, words: &a.words, now: a.env.Now, total: total, begun: a.env.Now()}
	p.told = p.begun
	if !bar {
		return p
	}
	size := total
	if size == 0 {
		size = -1
	}
	p.bar = progressbar.NewOptions(size,
		progressbar.OptionSetWriter(p.out), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(a.words.progressUnit), progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(20),
	)
	return p
}

// add counts one proposal. Nothing that is told decides anything, so errors of the terminal are of no concern.
func (p *progress) add(a *assess.Assessment, stopped bool) {
	if p == nil {
		return
	}
	p.done++
	if a == nil || stopped {
		p.stopped++
	}
	if p.bar != nil {
		p.bar.Describe(fmt.Sprintf(p.words.progressBar, p.done-p.stopped, p.stopped))
		_ = p.bar.Add(1)
		return
	}
	now := p.now()
	if now.Sub(p.told) < progressEvery {
		return
	}
	p.told = now
	rate := float64(p.done) / now.Sub(p.begun).Seconds()
	if p.total == 0 {
		fmt.Fprintf(p.out, p.words.progressOpen, p.done, rate, p.done-p.stopped, p.stopped)
		return
	}
	left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second)).Round(time.Second)
	fmt.Fprintf(p.out, p.words.progressLine, p.done, p.total, rate, left, p.done-p.stopped, p.stopped)
}

// end clears the bar.
func (p *progress) end() {
	if p != nil && p.bar != nil {
		_ = p.bar.Finish()
	}
}
