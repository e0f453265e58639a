package report_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

var aiplus = sync.OnceValues(func() (*pack.Pack, error) { return pack.Open(hegui.Files, "aiplus") })

func words(t testing.TB) *catalog.Catalog {
	t.Helper()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	return p.Catalog
}

// results are the golden results of the examples, by example.
func results(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../../examples/proposals/*/expected.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no results to read: %v", err)
	}
	out := map[string][]byte{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(filepath.Dir(file))] = src
	}
	return out
}

// one reads a document that holds one result.
func one(t testing.TB, src []byte) *assess.Assessment {
	t.Helper()
	for a, err := range report.Read(bytes.NewReader(src)) {
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	t.Fatal("no result")
	return nil
}

// sequence gives assessments and errors one by one.
func sequence(items ...any) iter.Seq2[*assess.Assessment, error] {
	return func(yield func(*assess.Assessment, error) bool) {
		for _, item := range items {
			a, _ := item.(*assess.Assessment)
			err, _ := item.(error)
			if !yield(a, err) {
				return
			}
		}
	}
}

func TestWhatIsReadAndWrittenAgainIsTheSameBytes(t *testing.T) {
	t.Parallel()
	for name, src := range results(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			if err := report.Write(&b, report.JSON, report.Read(bytes.NewReader(src)), report.Options{Catalog: words(t)}); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), src) {
				t.Errorf("%d bytes became %d other bytes", len(src), b.Len())
			}
		})
	}
}

// A document of many results, with files that could not be read, readings, waivers and warnings, comes back whole,
// however the reader cuts it.
func TestAWholeReportComesBack(t *testing.T) {
	t.Parallel()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	profile, _ := p.Catalog.Profile("general")
	assessor := &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01", Engine: "test",
		Readings: true,
		Waivers: []assess.Waiver{
			{Requirement: "DATA-10", Scope: assess.Scope{Project: "*", Codes: []string{"no_lineage"}}, Reason: "<r>", Owner: "o", Approver: "a", Expires: "2027-01-01"},
			{Requirement: "DATA-11", Scope: assess.Scope{Project: "*"}, Reason: "r", Owner: "o", Approver: "a", Expires: "2027-01-01"},
		},
	}
	src, err := os.ReadFile("../../examples/proposals/f06-tiny-orchard-pest/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	src = append(src, "undated: \"x\\u200by & z\"\n"...) // a warning and a defect of form
	doc, err := proposal.Parse("f06.yaml", src, proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := assessor.Assess(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Warnings) == 0 || len(a.Form) == 0 || a.Unwaived == nil || a.Readings == nil {
		t.Fatal("the sample lacks what it is for")
	}
	_, parse := proposal.Parse("bad.yaml", []byte("a: ["), proposal.Limits{})
	bad, gone := &report.Unreadable{File: "bad.yaml", Err: parse}, &report.Unreadable{File: "gone.yaml", Err: fs.ErrNotExist}
	options := report.Options{Catalog: p.Catalog, Profile: profile}
	var written bytes.Buffer
	if err := report.Write(&written, report.JSON, sequence(a, bad, a, gone), options); err != nil {
		t.Fatal(err)
	}
	// The JSON format holds what could not be read until the end; then any format says it as it was.
	for _, format := range []report.Format{report.JSON, report.Text} {
		var want, got bytes.Buffer
		if err := report.Write(&want, format, sequence(a, a, bad, gone), options); err != nil {
			t.Fatal(err)
		}
		read := report.Read(iotest.OneByteReader(bytes.NewReader(written.Bytes())))
		if err := report.Write(&got, format, read, options); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%s: the report is another:\n%s\nwant\n%s", format, got.String(), want.String())
		}
	}

	line, err := report.Encode(a, p.Catalog)
	if err != nil {
		t.Fatal(err)
	}
	read, err := report.Decode(line)
	if err != nil {
		t.Fatal(err)
	}
	again, err := report.Encode(read, p.Catalog)
	if err != nil || !bytes.Equal(line, again) {
		t.Errorf("%v: the line is another:\n%s\nwant\n%s", err, again, line)
	}
	if !reflect.DeepEqual(read.Results, a.Results) || !reflect.DeepEqual(read.Decision, a.Decision) || !reflect.DeepEqual(read.Warnings, a.Warnings) {
		t.Error("what was read is not what was assessed")
	}
}

func TestLinesAreReadOneByOne(t *testing.T) {
	t.Parallel()
	var src bytes.Buffer
	var want []string
	for name, doc := range results(t) {
		line, err := report.Encode(one(t, doc), words(t))
		if err != nil {
			t.Fatal(err)
		}
		bad, err := report.EncodeUnreadable(&report.Unreadable{File: name, Err: fs.ErrNotExist})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range [][]byte{line, bad} {
			want = append(want, string(l))
			src.Write(append(l, '\n'))
		}
	}
	var got []string
	for a, err := range report.Read(&src) {
		var bad *report.Unreadable
		var line []byte
		if errors.As(err, &bad) {
			line, err = report.EncodeUnreadable(bad)
		} else if err == nil {
			line, err = report.Encode(a, words(t))
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(line))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%d lines came back as %d others", len(want), len(got))
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	src := string(results(t)["f06-tiny-orchard-pest"])
	line, err := report.Encode(one(t, []byte(src)), words(t))
	if err != nil {
		t.Fatal(err)
	}
	swap := func(s, from, to string) string {
		t.Helper()
		if !strings.Contains(s, from) {
			t.Fatalf("%s is not in the sample", from)
		}
		return strings.Replace(s, from, to, 1)
	}
	for _, tc := range []struct{ name, in, want string }{
		{"nothing", "", "holds no result"},
		{"a document without results", `{"version":"hegui/result/v1","assessments":[],"unreadable":[]}`, "holds no result"},
		{"no JSON", "apiVersion: hegui/v1\n", "not a result"},
		{"another version", swap(src, "result/v1", "result/v2"), `the version of the result is "hegui/result/v2"; this program reads "hegui/result/v1"`},
		{"a version that is no text", swap(src, `"hegui/result/v1"`, "1"), "the version of the result is"},
		{"another version in a line", swap(string(line), "result/v1", "result/v2"), `item 1: the version of the result is "hegui/result/v2"`},
		{"a line without a version", swap(string(line), `"version":"hegui/result/v1",`, ""), `the version of the result is ""`},
		{"a document without a version", swap(src, `"version": "hegui/result/v1",`, ""), "version is expected"},
		{"an unknown field", swap(src, `"sha256"`, `"sha512"`), `item 1: not a result: json: unknown field "sha512"`},
		{"an unknown field in a finding", swap(src, `"basis"`, `"bases"`), `unknown field "bases"`},
		{"a field in other case", swap(src, `"sha256"`, `"SHA256"`), `unknown field "SHA256"`},
		{"a field twice", swap(src, `"sha256"`, `"file"`), `the key "file" is there twice`},
		{"null", swap(src, `"form": []`, `"form": null`), "null is nowhere"},
		{"another type", swap(src, `"form": []`, `"form": [7]`), "not a result: json: cannot unmarshal"},
		{"something after the document", src + "{}", "something follows the end"},
		{"another document", src + src, "something follows the end"},
		{"something after a line", string(line) + "]", "invalid character"},
		{"half a document", src[:len(src)/2], "unexpected EOF"},
		{"a document that does not end", strings.TrimSuffix(src, "}\n"), "unexpected EOF"},
		{"half a line", string(line[:len(line)/2]), "unexpected EOF"},
		{"points that are not weight and credit", swap(src, `"points": 1800`, `"points": 1801`), "do not make 1801 points"},
		{"a score that the points do not give", swap(src, `"score": 9532`, `"score": 9533`), "the decision says 95.33"},
		{"a sum that the results do not give", swap(src, `"possible": 57800`, `"possible": 57900`), "the results add up to"},
		{"an unknown verdict", swap(src, `"verdict": "pass"`, `"verdict": "fine"`), `verdict "fine" is not known`},
		{"an unknown status", swap(src, `"status": "pass"`, `"status": "good"`), `status "good" is not known`},
		{"a weight that overflows", swap(src, `"weight": 18`, `"weight": 9223372036854775807`), "weight 9223372036854775807 is outside"},
		{"a requirement twice", swap(src, `"requirement": "DATA-02"`, `"requirement": "DATA-01"`), "two results"},
		{"a path that is none", swap(src, `"path": [`, `"path": [1.5, `), "neither a key nor an index"},
		{"nested without end", strings.Repeat(`{"results":[`, 1000) + strings.Repeat("]}", 1000), "deeper than"},
		{"many empty items", `{"version":"hegui/result/v1","results":[` + strings.Repeat(`"",`, 500_000) + `""]}`, "more than 100000 items"},
		{"many items of a few bytes each", `{"version":"hegui/result/v1","results":[` + strings.Repeat(`{"requirement":"a"},`, 150_000) + `{}]}`, "more than 100000 items"},
		{"a value above 16 MiB", `{"version":"hegui/result/v1","file":"` + strings.Repeat("x", 17<<20) + `"}`, "item 1: a result is larger than 16 MiB"},
		{"a value above 16 MiB in a document", `{"version":"hegui/result/v1","assessments":[{"file":"` + strings.Repeat("x", 17<<20) + `"}]`, "item 1: a result is larger than 16 MiB"},
		{"blanks without end", strings.Repeat(" ", 40<<20), "larger than 16 MiB"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var last error
			for _, err := range report.Read(strings.NewReader(tc.in)) {
				if last != nil {
					t.Errorf("after %v comes %v", last, err)
				}
				last = err
			}
			var fault *report.ReadError
			if !errors.As(last, &fault) || !strings.Contains(last.Error(), tc.want) {
				t.Errorf("got %v, want %q", last, tc.want)
			} else if zh := fault.Message(catalog.ZH); zh == "" || zh == last.Error() {
				t.Errorf("in Chinese it says %q", zh)
			}
		})
	}
}

// A fault of the reader is not one of the result.
func TestReadGivesTheReadersError(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk")
	src := results(t)["f06-tiny-orchard-pest"]
	for _, at := range []int{0, 10, len(src) / 2, len(src)} {
		var last error
		for _, err := range report.Read(io.MultiReader(bytes.NewReader(src[:at]), iotest.ErrReader(broken))) {
			last = err
		}
		var fault *report.ReadError
		if !errors.Is(last, broken) || errors.As(last, &fault) {
			t.Errorf("after %d bytes: got %v", at, last)
		}
	}
}

// The words come from the catalog: another pack's catalog is refused, not mixed in.
func TestEncodeRefusesAnotherCatalog(t *testing.T) {
	t.Parallel()
	a := one(t, results(t)["f06-tiny-orchard-pest"])
	if _, err := report.Encode(a, &catalog.Catalog{ID: "other"}); err == nil {
		t.Error("the words of another pack are taken")
	}
	if err := report.Write(io.Discard, report.JSON, sequence(a), report.Options{Catalog: &catalog.Catalog{ID: "other"}}); err == nil {
		t.Error("the words of another pack are written")
	}
}

// Whatever comes in ends in results, or in one error; what is accepted is written as it was read.
func FuzzRead(f *testing.F) {
	// A small catalog and small seeds: large ones spend the time on being made smaller.
	c := &catalog.Catalog{
		Dimensions:   []catalog.Dimension{{ID: "D"}},
		Requirements: []catalog.Requirement{{ID: "A", Dimension: "D"}, {ID: "B", Dimension: "D", Confirm: catalog.Text{ZH: "看", EN: "look"}}},
		Readings:     []catalog.Reading{{ID: "r", Alternatives: []catalog.Alternate{{ID: "default"}, {ID: "other"}}}},
	}
	for _, in := range []string{
		`{"version":"hegui/result/v1","assessments":[{"file":"a","results":[{"requirement":"A","status":"pass","weight":1,"credit":100,"points":100},{"requirement":"B","status":"fail","weight":2,"findings":[{"code":"x","fingerprint":"0123456789abcdef","path":["a",0],"position":{"line":1,"column":2},"args":{"n":1.50,"t":{"term":"k"},"l":[1,"a",{"zh":"甲","en":"a"}]}}]}],"decision":{"score":3333,"verdict":"pass","points":100,"possible":300,"dimensions":[{"dimension":"D","score":3333,"points":100,"possible":300}]},"warnings":[{"code":"w","args":{"a":"b"}}]}],"unreadable":[{"file":"b","code":"E","message":{"zh":"a","en":"b"}}]}`,
		`{"version":"hegui/result/v1","file":"b","code":"E","message":{"zh":"a","en":"b"},"remedy":{"zh":"a","en":"b"}}` + "\n",
		`{"version":"hegui/result/v1","file":"a","results":[{"requirement":"A","status":"pass"},{"requirement":"B","status":"manual"}],"decision":{"verdict":"error"},"readings":{"combinations":2,"readings":[{"reading":"r","alternatives":[{"alternative":"default","changed":[]},{"alternative":"other","changed":[{"requirement":"A","findings":[{"code":"x"}]}]}]}]}}`,
	} {
		for _, err := range report.Read(strings.NewReader(in)) {
			var bad *report.Unreadable
			if err != nil && !errors.As(err, &bad) {
				f.Fatal(err)
			}
		}
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var last error
		for a, err := range report.Read(bytes.NewReader(in)) {
			var bad *report.Unreadable
			switch {
			case last != nil:
				t.Fatalf("after %v comes more", last)
			case errors.As(err, &bad):
				if _, err := report.EncodeUnreadable(bad); err != nil {
					t.Fatal(err)
				}
			case err != nil:
				last = err
			default:
				if err := a.Verify(); err != nil {
					t.Fatalf("accepted: %v", err)
				}
				line, err := report.Encode(a, c)
				if err != nil {
					continue // of another pack
				}
				again, err := report.Decode(line)
				if err != nil {
					t.Fatalf("%v in what was written", err)
				}
				if twice, err := report.Encode(again, c); err != nil || !bytes.Equal(line, twice) {
					t.Fatalf("%v: written again it is another", err)
				}
			}
		}
	})
}
