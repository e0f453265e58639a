package report

import (
	"io"

	"hegui/internal/assess"
)

// undecided writes text before it is known how many proposals there will be. It holds the first few: if there are no
// more, each gets a full report, else all get a line.
type undecided struct {
	w    io.Writer
	o    Options
	held []func(Writer) error
	to   Writer // nil while it is not decided
}

func (u *undecided) Add(a *assess.Assessment) error {
	return u.take(func(w Writer) error { return w.Add(a) })
}

func (u *undecided) Skip(bad *Unreadable) error {
	return u.take(func(w Writer) error { return w.Skip(bad) })
}

func (u *undecided) Close() error {
	if u.to == nil {
		if err := u.decide(newText(u.w, u.o)); err != nil {
			return err
		}
	}
	return u.to.Close()
}

func (u *undecided) take(write func(Writer) error) error {
	if u.to == nil {
		if len(u.held) < u.o.FullUpTo {
			u.held = append(u.held, write)
			return nil
		}
		if err := u.decide(newBrief(u.w, u.o)); err != nil {
			return err
		}
	}
	return write(u.to)
}

// decide writes what was held.
func (u *undecided) decide(to Writer) error {
	u.to = to
	for _, write := range u.held {
		if err := write(to); err != nil {
			return err
		}
	}
	u.held = nil
	return nil
}
