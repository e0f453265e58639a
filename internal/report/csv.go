package report

import (
	"encoding/csv"
	"io"

	"hegui/internal/assess"
)

// csvTable writes a table for spreadsheets: UTF-8 with a byte order mark, without which Excel reads Chinese wrongly, and
// one row for each proposal as it comes. Nothing is kept.
type csvTable struct {
	table
	w *csv.Writer
}

func newCSV(w io.Writer, o Options) (*csvTable, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	t := &csvTable{table: newTable(o), w: csv.NewWriter(w)}
	t.w.UseCRLF = true // RFC 4180
	head := t.head()
	cells := make([]cell, len(head))
	for i, s := range head {
		cells[i] = textCell(s)
	}
	return t, t.write(cells)
}

func (t *csvTable) Add(a *assess.Assessment) error { return t.write(t.row(a)) }

func (t *csvTable) Skip(u *Unreadable) error { return t.write(t.skipped(u)) }

func (t *csvTable) Close() error { return nil }

// write writes a row in full: a reader that follows the file never sees half of one.
func (t *csvTable) write(cells []cell) error {
	record := make([]string, t.columnRequirements()+len(t.c.Requirements))
	for i, c := range cells {
		record[i] = c.String()
	}
	if err := t.w.Write(record); err != nil {
		return err
	}
	t.w.Flush()
	return t.w.Error()
}
