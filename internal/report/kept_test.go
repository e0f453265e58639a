package report

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// kept leaves of an assessment what DecodeKept gives.
func kept(a *assess.Assessment) *assess.Assessment {
	k := *a
	k.Flags, k.Guards, k.Hints, k.Warnings, k.Repair, k.Readings = nil, nil, nil, nil, nil, nil
	k.Form, k.Results = named(a.Form), append([]assess.Result{}, a.Results...)
	for i := range k.Results {
		k.Results[i].Findings, k.Results[i].Manual = named(k.Results[i].Findings), named(k.Results[i].Manual)
	}
	return &k
}

func named(all []assess.Finding) (out []assess.Finding) {
	for _, f := range all {
		out = append(out, assess.Finding{Requirement: f.Requirement, Code: f.Code, Fingerprint: f.Fingerprint})
	}
	return out
}

// linesOfExamples are the golden results of the examples as lines that the compiled-in words do not matter to.
func linesOfExamples(tb testing.TB) (lines [][]byte) {
	tb.Helper()
	files, err := filepath.Glob("../../examples/proposals/*/expected.json")
	if err != nil || len(files) == 0 {
		tb.Fatal(files, err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		var document struct {
			Assessments []jsonAssessment `json:"assessments"`
		}
		if err := json.Unmarshal(src, &document); err != nil {
			tb.Fatal(err)
		}
		for i := range document.Assessments {
			line, err := compact(jsonLine{ResultVersion, document.Assessments[i]})
			if err != nil {
				tb.Fatal(err)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// What is read quickly is what is read in full, as far as it goes: for the examples, and for assessments with anything in any
// field, which a field that is new in one of them is found by.
func TestWhatIsKeptIsReadAsInFull(t *testing.T) {
	t.Parallel()
	for i, line := range linesOfExamples(t) {
		want, err := Decode(line)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeKept(line)
		if err != nil || !reflect.DeepEqual(got, kept(want)) {
			t.Errorf("example %d: %v\ngot  %+v\nwant %+v", i, err, got, kept(want))
		}
	}
	c := &catalog.Catalog{Requirements: []catalog.Requirement{{ID: "A"}, {ID: "B"}}, Terms: map[string]catalog.Text{"t": {}}}
	r := rand.New(rand.NewPCG(7, 7))
	for range 2000 {
		var a assess.Assessment
		fill(r, reflect.ValueOf(&a).Elem(), 0)
		a.Readings, a.Results = nil, make([]assess.Result, 2)
		for i := range a.Results {
			fill(r, reflect.ValueOf(&a.Results[i]).Elem(), 0)
			a.Results[i].Requirement = c.Requirements[i].ID
		}
		line, err := Encode(&a, c)
		if err != nil {
			t.Fatal(err)
		}
		var j jsonLine
		if err := strictly(line, &j); err != nil {
			t.Fatal(err)
		}
		var got assess.Assessment
		read := keptReader{scan: scan{b: line}}
		if read.line(&got); read.bad || read.version != ResultVersion {
			t.Fatalf("not understood at %d: %.80s", read.at, line[min(read.at, len(line)):])
		}
		if want := kept(j.assessment()); !reflect.DeepEqual(&got, want) {
			t.Fatalf("got  %+v\nwant %+v\nof   %s", got, want, line)
		}
	}
}

// A line that is not what Encode wrote is what it is to Decode.
func TestWhatIsNotUnderstoodIsDecoded(t *testing.T) {
	t.Parallel()
	line := linesOfExamples(t)[0]
	for name, in := range map[string][]byte{
		"cut off": line[:len(line)/2], "nothing": nil, "spaces": bytes.Replace(line, []byte(`,"file":`), []byte(`, "file":`), 1),
		"another version": bytes.Replace(line, []byte("result/v1"), []byte("result/v9"), 1), "a fraction": bytes.Replace(line, []byte(`"points":`), []byte(`"points":1.5`), 1),
		"more behind it": append(bytes.Clone(line), '1'), "another score": bytes.Replace(line, []byte(`"score":`), []byte(`"score":1`), 1),
		"why there is none": []byte(`{"version":"hegui/result/v1","file":"b","code":"E","message":{"zh":"a","en":"b"},"remedy":{"zh":"a","en":"b"}}`),
	} {
		want, wantErr := Decode(in)
		got, err := DecodeKept(in)
		if !reflect.DeepEqual(got, want) || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("%s: %v, want %v", name, err, wantErr)
		}
	}
}

// A line under another name is what is written of what is read of it, whichever version wrote it.
func TestALineUnderAnotherName(t *testing.T) {
	t.Parallel()
	c := &catalog.Catalog{Requirements: []catalog.Requirement{{ID: "A", Title: catalog.Text{ZH: "新", EN: "new"}}}}
	a := &assess.Assessment{File: `a"\`, Engine: "1.0", Title: "乙", Results: []assess.Result{{Requirement: "A", Status: assess.StatusNotApplicable}}}
	a.Decision.Verdict = assess.VerdictError
	line, err := Encode(a, c)
	if err != nil {
		t.Fatal(err)
	}
	older := bytes.Replace(line, []byte(`"新"`), []byte(`"旧"`), 1)
	for _, name := range []string{"b.yaml", `quote " and \ and <b>`, "行\n\u2028", "", "bad\xff"} {
		renamed := *a
		renamed.File = name
		want, err := Encode(&renamed, c)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Rename(line, name, c, "1.0"); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%q: %v\ngot  %s\nwant %s", name, err, got, want)
		}
		if got, err := Rename(older, name, c, "1.1"); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%q by a newer version: %v\ngot  %s\nwant %s", name, err, got, want)
		}
		if got, err := Rename(older, name, c, "1.0"); err != nil || !strings.Contains(string(got), `"旧"`) {
			t.Errorf("%q: %v, %s", name, err, got)
		}
	}
	if _, err := Rename([]byte("{}"), "a", c, "1.0"); err == nil {
		t.Error("no error for what is no result")
	}
}

// FuzzDecodeKept holds what is read quickly against what is read in full.
func FuzzDecodeKept(f *testing.F) {
	for _, in := range []string{
		`{"version":"hegui/result/v1","file":"a\"","results":[{"requirement":"A","status":"pass","weight":1,"credit":100,"points":100,"because":["x"],"waiver":{"requirement":"A","scope":{"project":"*"}}},{"requirement":"B","status":"fail","weight":2,"findings":[{"code":"x","fingerprint":"0","path":["a",0],"position":{"line":1},"args":{"n":1.50}}]}],"decision":{"score":0,"verdict":"fail","points":0,"possible":200,"dimensions":[{"dimension":"D","score":0,"points":0,"possible":200}],"reasons":[{"code":"veto","ids":["B"]}]},"form":[],"waivers":[{"requirement":"A","state":"applied"}]}`,
		`{"version":"hegui/result/v1","file":"","results":[],"decision":{"verdict":"error"}}`,
	} {
		if _, err := Decode([]byte(in)); err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, keptErr := DecodeKept(in)
		want, err := Decode(in)
		if err == nil && (keptErr != nil || !reflect.DeepEqual(kept(got), kept(want))) {
			t.Errorf("%v\ngot  %+v\nwant %+v", keptErr, got, want)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	lines := linesOfExamples(b)
	for name, decode := range map[string]func([]byte) (*assess.Assessment, error){"whole": Decode, "kept": DecodeKept} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				line := lines[n%len(lines)]
				b.SetBytes(int64(len(line)))
				if _, err := decode(line); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
