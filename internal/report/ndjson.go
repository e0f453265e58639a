package report

import (
	"io"

	"hegui/internal/assess"
)

// lines writes newline-delimited JSON: one line per file, in the order they come, each with the fields of the JSON
// document's "assessments" or "unreadable" after the version. Only the former has a "decision". Nothing is kept.
type lines struct {
	w   io.Writer
	enc *appender
}

func newNDJSON(w io.Writer, o Options) *lines { return &lines{w, newAppender(o.Catalog)} }

func (l *lines) Add(a *assess.Assessment) error { return l.line(l.enc.line(a)) }

func (l *lines) Skip(u *Unreadable) error { return l.line(EncodeUnreadable(u)) }

func (l *lines) Close() error { return nil }

func (l *lines) line(b []byte, err error) error {
	if err == nil {
		_, err = l.w.Write(append(b, '\n'))
	}
	return err
}
