package report

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/thedatashed/xlsxreader"

	"hegui/internal/catalog"
)

func TestInert(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"plain text stays", "果园病虫害识别", "果园病虫害识别"},
		{"equals", "=1+1", "'=1+1"},
		{"plus", "+1", "'+1"},
		{"minus", "-1", "'-1"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"full width", "＝1＋1", "'＝1＋1"},
		{"full-width at", "＠A1", "'＠A1"},
		{"behind a space", " =1", "' =1"},
		{"behind a space that does not break", "\u00a0=1", "'\u00a0=1"},
		{"behind quotes", `""=1`, `'""=1`},
		{"a tab", "\t=1", "' =1"},
		{"a carriage return", "\r=1", "<U+000D>=1"},
		{"a line feed", "\n=1", "' =1"},
		{"a tab inside", "a\t=1", "a =1"},
		{"a new cell where semicolons separate", "a;=1", "a;'=1"},
		{"a new cell behind a quote", `a";"=1`, `a";'"=1`},
		{"DDE", `=cmd|'/c calc'!A0`, `'=cmd|'/c calc'!A0`},
		{"inside a word it is no formula", "a=b-c@d", "a=b-c@d"},
		{"reordering characters are shown", "a\u202eb", "a<U+202E>b"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := inert(tc.in); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

var notThere = &Unreadable{File: "gone.yaml", Err: fs.ErrNotExist}

func TestGoldenCSV(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		got := writtenTable(t, CSV, sampleOptions(lang), sample(t, "P-1"), notThere)
		if !bytes.HasPrefix(got, []byte("\xef\xbb\xbf")) {
			t.Error("no byte order mark")
		}
		golden(t, "table."+string(lang)+".csv", string(got))
	}
}

// Rows are there before the next proposal comes.
func TestCSVIsAStream(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w, err := New(&b, CSV, sampleOptions(catalog.EN))
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 3; n++ {
		if err := w.Add(sample(t, "P-1")); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "\r\n"); got != n+1 {
			t.Errorf("got %d lines after %d proposals, want %d", got, n, n+1)
		}
	}
}

// A failing writer is noticed at once.
func TestErrorsOfTheWriterComeBack(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	for _, f := range []Format{CSV, XLSX, HTML} {
		w, err := New(failing{full}, f, sampleOptions(catalog.EN))
		if err == nil {
			if err = w.Add(sample(t, "P-1")); err == nil {
				err = w.Close()
			}
		}
		if !errors.Is(err, full) {
			t.Errorf("%s: got error %v, want %v", f, err, full)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// records reads a table as a program that separates by commas, semicolons or tabs does.
func records(t testing.TB, b []byte, separator rune) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, true, -1
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// sheet reads a sheet with another library than the one that wrote it: rows of cells by column.
func sheet(t testing.TB, b []byte, name string) []map[string]string {
	t.Helper()
	book, err := xlsxreader.NewReader(b)
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for row := range book.ReadRows(name) {
		if row.Error != nil {
			t.Fatal(row.Error)
		}
		cells := map[string]string{}
		for _, c := range row.Cells {
			cells[c.Column] = c.Value
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		t.Fatalf("sheet %q is empty", name)
	}
	return rows
}

func TestWorkbook(t *testing.T) {
	t.Parallel()
	b := writtenTable(t, XLSX, sampleOptions(catalog.EN), sample(t, "P-1"), sample(t, "P-2"), notThere)

	t.Run("proposals say what CSV says", func(t *testing.T) {
		t.Parallel()
		want := records(t, writtenTable(t, CSV, sampleOptions(catalog.EN), sample(t, "P-1"), sample(t, "P-2"), notThere), ',')
		got := sheet(t, b, "Proposals")
		if len(got) != len(want) {
			t.Fatalf("got %d rows, want %d", len(got), len(want))
		}
		for i, row := range want {
			for k, value := range row {
				column := columnName(k)
				if g := got[i][column]; g != value && !sameNumber(g, value) {
					t.Errorf("%s%d: got %q, want %q", column, i+1, g, value)
				}
			}
		}
	})
	t.Run("requirements", func(t *testing.T) {
		t.Parallel()
		rows := sheet(t, b, "Requirements")
		got := rows[2] // DATA-02, a veto in both
		for column, want := range map[string]string{"A": "DATA-02", "B": "Reliable data", "C": "DATA Data", "D": "veto", "E": "20", "F": "2", "G": "2", "H": "2", "L": "0", "M": "2", "N": "40", "O": "L2-S1", "P": "数据要可靠"} {
			if got[column] != want {
				t.Errorf("%s3: got %q, want %q", column, got[column], want)
			}
		}
	})
	t.Run("summary", func(t *testing.T) {
		t.Parallel()
		found := map[string]string{}
		for _, row := range sheet(t, b, "Summary") {
			found[row["A"]] = row["B"]
		}
		for label, want := range map[string]string{"FAIL": "2", "PASS": "0", "assessed": "2", "files that could not be read": "1", "60–70": "2", "DATA Data": "66.66", "DATA-02 Reliable data": "2"} {
			if found[label] != want {
				t.Errorf("%s: got %q, want %q", label, found[label], want)
			}
		}
	})
	t.Run("charts, frozen panes, filters, colours", func(t *testing.T) {
		t.Parallel()
		files := unzip(t, b)
		for part, want := range map[string]string{
			"xl/charts/chart1.xml": "<barChart>", "xl/charts/chart2.xml": "stacked", "xl/charts/chart3.xml": "<barChart>",
			"xl/tables/table1.xml": "<autoFilter", "xl/tables/table2.xml": "<autoFilter",
		} {
			if !strings.Contains(files[part], want) {
				t.Errorf("%s does not contain %s", part, want)
			}
		}
		for _, want := range []string{`state="frozen"`, "<conditionalFormatting", "<colorScale>", "<tablePart"} {
			if !strings.Contains(files["xl/worksheets/sheet2.xml"], want) {
				t.Errorf("the sheet of proposals has no %s", want)
			}
		}
	})
	t.Run("the same bytes on every run", func(t *testing.T) {
		t.Parallel()
		if !bytes.Equal(b, writtenTable(t, XLSX, sampleOptions(catalog.EN), sample(t, "P-1"), sample(t, "P-2"), notThere)) {
			t.Error("two runs differ")
		}
	})
}

// A workbook of nothing opens and says so.
func TestWorkbookOfNothing(t *testing.T) {
	t.Parallel()
	b := writtenTable(t, XLSX, sampleOptions(catalog.ZH))
	for _, row := range sheet(t, b, "汇总") {
		if row["A"] == "已评估" && row["B"] != "0" {
			t.Errorf("got %q assessed, want 0", row["B"])
		}
	}
	if got := len(sheet(t, b, "申报书")); got != 1 {
		t.Errorf("got %d rows, want the head alone", got)
	}
}

func columnName(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnName(i/26-1) + string(rune('A'+i%26))
}

// sameNumber says whether two decimals are the same: a spreadsheet stores 60 where CSV says 60.00.
func sameNumber(a, b string) bool {
	trim := func(s string) string {
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return s
	}
	return regexp.MustCompile(`^[0-9.]+$`).MatchString(a+b) && trim(a) == trim(b)
}

func unzip(t testing.TB, b []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(fmt.Errorf("%s: %w", f.Name, err))
		}
		files[f.Name] = string(content)
	}
	return files
}
