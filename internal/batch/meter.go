package batch

import (
	"time"

	"hegui/internal/assess"
)

// The rate is that of the last half minute, so that a slow start does not spoil what is said of the rest; a mark every few
// seconds is enough for it.
const (
	meterWindow = 30 * time.Second
	meterStep   = 3 * time.Second
)

// Meter counts what was done and says how long the rest will take. It serves to show progress and for nothing else. Not
// safe for concurrent use: the loop over [Run] is the place to count.
type Meter struct {
	now   func() time.Time
	began time.Time
	total int
	count Progress
	marks []mark // the oldest first, the first at most a window and a step ago
}

// mark is how much was done at a time.
type mark struct {
	at   time.Time
	done int
}

// Progress is what a [Meter] shows.
type Progress struct {
	Done                      int
	Total                     int // 0 when it is not known
	Pass, Review, Fail, Error int // of those done, by verdict; what could not be read is an error
	Elapsed                   time.Duration
	PerSecond                 float64       // over the last half minute; 0 when nothing was done in it
	Left                      time.Duration // how long the rest will take at this rate; 0 when that cannot be said
}

// NewMeter begins to count. The total is that of [Inputs.Count], 0 when it is not known.
func NewMeter(total int, now func() time.Time) *Meter {
	began := now()
	return &Meter{now: now, began: began, total: total, marks: []mark{{at: began}}}
}

// Add counts one that was done; anything but a verdict is an error.
func (m *Meter) Add(v assess.Verdict) {
	m.count.Done++
	switch v {
	case assess.VerdictPass:
		m.count.Pass++
	case assess.VerdictReview:
		m.count.Review++
	case assess.VerdictFail:
		m.count.Fail++
	default:
		m.count.Error++
	}
	now := m.now()
	if now.Sub(m.marks[len(m.marks)-1].at) >= meterStep {
		m.marks = append(m.marks, mark{now, m.count.Done})
	}
	m.forget(now)
}

// forget drops marks that are older than the window, except the youngest of all.
func (m *Meter) forget(now time.Time) {
	for len(m.marks) > 1 && now.Sub(m.marks[1].at) >= meterWindow {
		m.marks = m.marks[1:]
	}
}

// Progress says where things stand.
func (m *Meter) Progress() Progress {
	now := m.now()
	m.forget(now)
	p := m.count
	p.Total, p.Elapsed = m.total, now.Sub(m.began)
	since := m.marks[0]
	done, took := p.Done-since.done, now.Sub(since.at)
	if done <= 0 || took <= 0 {
		return p
	}
	p.PerSecond = float64(done) / took.Seconds()
	if left := p.Total - p.Done; left > 0 {
		p.Left = took / time.Duration(done) * time.Duration(left)
	}
	return p
}
