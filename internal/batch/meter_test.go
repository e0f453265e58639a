package batch

import (
	"testing"
	"time"

	"hegui/internal/assess"
)

func TestMeter(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	m := NewMeter(1000, func() time.Time { return now })
	want := func(when string, want Progress) {
		t.Helper()
		if got := m.Progress(); got != want {
			t.Errorf("%s: got %+v, want %+v", when, got, want)
		}
	}
	each := func(n int, every time.Duration, v assess.Verdict) {
		for range n {
			now = now.Add(every)
			m.Add(v)
		}
	}
	want("at the start", Progress{Total: 1000})
	each(10, time.Second, assess.VerdictPass)
	want("after ten, one a second", Progress{Done: 10, Total: 1000, Pass: 10, Elapsed: 10 * time.Second, PerSecond: 1, Left: 990 * time.Second})
	each(600, 100*time.Millisecond, assess.VerdictFail)
	want("after a minute of ten a second, the start is forgotten", Progress{
		Done: 610, Total: 1000, Pass: 10, Fail: 600, Elapsed: 70 * time.Second, PerSecond: 10, Left: 39 * time.Second,
	})
	each(388, 0, assess.VerdictReview)
	each(1, 0, assess.VerdictError)
	each(1, 0, "")
	now = now.Add(10 * time.Second)
	got := m.Progress()
	if got.Done != 1000 || got.Review != 388 || got.Error != 2 || got.Left != 0 || got.PerSecond < 10 {
		t.Errorf("at the end: got %+v", got)
	}
	now = now.Add(time.Hour)
	if got := m.Progress(); got.PerSecond > 1 {
		t.Errorf("after an idle hour: got %v a second", got.PerSecond)
	}
	if len(m.marks) > int(meterWindow/meterStep)+2 {
		t.Errorf("got %d marks, want no more than fit the window", len(m.marks))
	}
}

func TestMeterWithoutATotal(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	m := NewMeter(0, func() time.Time { return now })
	now = now.Add(time.Second)
	m.Add(assess.VerdictPass)
	if got := m.Progress(); got.Left != 0 || got.PerSecond != 1 || got.Total != 0 {
		t.Errorf("got %+v, want a rate and no time left", got)
	}
}
