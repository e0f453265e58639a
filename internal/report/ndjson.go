package report

import (
	"encoding/json"
	"fmt"
	"io"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// lines writes newline-delimited JSON: one line per file, in the order they come, each the very object that the JSON
// document has in "assessments" or "unreadable". Only the former has a "decision". Nothing is kept.
type lines struct {
	enc *json.Encoder
	c   *catalog.Catalog
}

func newNDJSON(w io.Writer, o Options) *lines {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // as in the JSON document
	return &lines{enc, o.Catalog}
}

func (l *lines) Add(a *assess.Assessment) error { return l.line(jsonOf(a, l.c)) }

func (l *lines) Skip(u *Unreadable) error { return l.line(unreadableJSON(u)) }

func (l *lines) Close() error { return nil }

func (l *lines) line(v any) error {
	if err := l.enc.Encode(v); err != nil {
		return fmt.Errorf("write result: %w", err)
	}
	return nil
}
