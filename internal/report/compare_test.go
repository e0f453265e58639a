package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// hostileText is what a proposal may hold: markup, a terminal escape, text that runs backwards.
const hostileText = "<b>|x|</b> [a](b) \x1b[2J \u202e`@all`"

// comparedCatalog asks for four things; the fifth only the newer pack asks for.
func comparedCatalog(newer bool) *catalog.Catalog {
	text := func(zh, en string) catalog.Text { return catalog.Text{ZH: zh, EN: en} }
	c := &catalog.Catalog{
		ID: "sample", Version: "1.0.0",
		Dimensions: []catalog.Dimension{{ID: "DATA", Title: text("数据", "Data")}, {ID: "SAFE", Title: text("安全", "Safety")}},
		Requirements: []catalog.Requirement{
			{ID: "DATA-01", Dimension: "DATA", Weight: 30, Title: text("数据规模", "Size of the data")},
			{ID: "DATA-02", Dimension: "DATA", Weight: 20, Title: text("数据说明", "Description of the data")},
			{ID: "SAFE-01", Dimension: "SAFE", Weight: 40, Title: text("安全负责人", "Someone answers for safety")},
			{ID: "SAFE-02", Dimension: "SAFE", Weight: 10, Title: text("演练", "Drills")},
		},
		Codes: map[string]catalog.Code{
			"few":     {Message: text("“{name}”只有 {count} 条", `"{name}" has {count} records`), Remedy: text("补足。", "Add to it.")},
			"missing": {Message: text("缺少 {path}", "{path} is missing"), Remedy: text("补填。", "Fill it in.")},
		},
	}
	if newer {
		c.Version = "2.0.0"
		c.Requirements[0].Weight = 50
		c.Requirements = append(c.Requirements, catalog.Requirement{ID: "SAFE-03", Dimension: "SAFE", Weight: 15, Title: text("监测", "Monitoring")})
	}
	return c
}

// comparedResult is what a sample assessment says of one requirement.
type comparedResult struct {
	credit   int
	vetoes   bool
	findings []assess.Finding
}

func comparedSample(t *testing.T, newer bool, file string, results map[string]comparedResult, form ...assess.Finding) *Described {
	t.Helper()
	c := comparedCatalog(newer)
	a := &assess.Assessment{
		File: file, ContentSHA256: file, Project: "p1", Pack: assess.PackRef{ID: c.ID, Version: c.Version, Digest: c.Version},
		Engine: "test", Profile: "general", AsOf: "2026-11-01", Form: form,
	}
	for i := range c.Requirements {
		id := c.Requirements[i].ID
		said, ok := results[id]
		if !ok {
			said.credit = 100
		}
		r := assess.Result{
			Requirement: id, Status: assess.StatusPartial, Weight: c.Requirements[i].Weight, Credit: said.credit,
			Points: c.Requirements[i].Weight * said.credit, Vetoes: said.vetoes, Findings: said.findings,
		}
		switch said.credit {
		case 0:
			r.Status = assess.StatusFail
		case 100:
			r.Status = assess.StatusPass
		}
		a.Results = append(a.Results, r)
	}
	a.Decision = assess.Decide(a.Results, len(form), c, &catalog.Profile{PassMark: 6000, Floor: 6000}, nil)
	d, err := WithWords(a, c)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func comparedFinding(code, fingerprint string, line int, keys ...string) assess.Finding {
	f := assess.Finding{Code: code, Fingerprint: fingerprint}
	f.Position = proposal.Position{Line: line, Column: 3}
	for _, k := range keys {
		f.Path = append(f.Path, proposal.Key(k))
	}
	if code == "few" {
		f.Args = catalog.Args{"name": {Text: hostileText}, "count": {Number: "3"}}
	}
	return f
}

// comparedPairs are one pair with both texts under both packs, one of results alone, and one without a change.
func comparedPairs(t *testing.T) *Comparisons {
	t.Helper()
	of := func(id string, findings ...assess.Finding) []assess.Finding {
		for i := range findings {
			findings[i].Requirement = id
		}
		return findings
	}
	oldText := map[string]comparedResult{
		"DATA-01": {40, false, of("DATA-01", comparedFinding("few", "1", 4, "data", "sets"), comparedFinding("missing", "2", 5, "data", "size"))},
		"SAFE-01": {0, true, of("SAFE-01", comparedFinding("missing", "3", 9, "safety", "owner"))},
		"SAFE-03": {0, false, of("SAFE-03", comparedFinding("missing", "4", 9, "safety", "watch"))},
	}
	newText := map[string]comparedResult{
		"DATA-01": {70, false, of("DATA-01", comparedFinding("few", "1", 6, "data", "sets"))},
		"DATA-02": {0, false, of("DATA-02", comparedFinding("few", "5", 8, "data", "notes"))},
	}
	form := comparedFinding("missing_key", "6", 1, "meta")
	before := comparedSample(t, false, "old|"+hostileText+".yaml", oldText, form)
	after := comparedSample(t, true, "new.yaml", newText)
	cross := &assess.Cross{
		NewText: comparedSample(t, false, "new.yaml", newText).Assessment,
		OldText: comparedSample(t, true, "old.yaml", oldText, form).Assessment,
	}
	results := Pair{Before: before, After: after, Comparison: assess.Compare(before.Assessment, after.Assessment, nil)}
	return &Comparisons{
		Pairs: []Pair{
			{Before: before, After: after, Comparison: assess.Compare(before.Assessment, after.Assessment, cross)},
			results,
			{Before: after, After: after, Comparison: assess.Compare(after.Assessment, after.Assessment, nil)},
		},
		OnlyBefore: []*Described{before},
		OnlyAfter:  []*Described{after},
		Unreadable: []*Unreadable{{File: "gone.yaml", Err: os.ErrNotExist}},
	}
}

// TestGoldenComparisons holds comparisons in every format. The flag -update, where a test of the package defines it,
// rewrites them.
func TestGoldenComparisons(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		file   string
		format Format
		lang   catalog.Lang
	}{
		{"compare.zh.txt", Text, catalog.ZH}, {"compare.en.txt", Text, catalog.EN},
		{"compare.zh.md", "markdown", catalog.ZH}, {"compare.en.md", "markdown", catalog.EN},
		{"compare.json", JSON, catalog.EN},
	} {
		t.Run(tc.file, func(t *testing.T) {
			t.Parallel()
			got := compared(t, tc.format, tc.lang)
			file := filepath.Join("testdata", tc.file)
			if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(got), string(want)); diff != "" {
				t.Errorf("%s differs (-got +want):\n%s", file, diff)
			}
		})
	}
}

func compared(t *testing.T, f Format, lang catalog.Lang) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteComparisons(&b, f, comparedPairs(t), Options{Catalog: comparedCatalog(true), Lang: lang}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Text of a proposal is neither markup nor a terminal escape, in names of files as in messages.
func TestComparisonsAreHarmless(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		for _, f := range ComparisonFormats() {
			got := string(compared(t, f, lang))
			if strings.ContainsAny(got, "\x1b") || f != JSON && strings.Contains(got, "\u202e") {
				t.Errorf("%s %s: a control character is written", f, lang)
			}
			if f == "markdown" && (strings.Contains(got, "<b>") || strings.Contains(got, "[a](b)") || strings.Contains(got, "@all")) {
				t.Errorf("%s: markup is written", lang)
			}
		}
	}
}

// The JSON does not depend on the language, and its parts add up.
func TestComparisonsInJSON(t *testing.T) {
	t.Parallel()
	zh, en := compared(t, JSON, catalog.ZH), compared(t, JSON, catalog.EN)
	if !bytes.Equal(zh, en) {
		t.Error("it differs by language")
	}
	var read jsonComparisons
	dec := json.NewDecoder(bytes.NewReader(en))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&read); err != nil {
		t.Fatal(err)
	}
	for i, c := range read.Comparisons {
		var change, text, pack assess.Delta
		for _, r := range c.Requirements {
			change += r.Change
			if c.Split != nil {
				text, pack = text+*r.Text, pack+*r.Pack
			}
		}
		if change != c.Change || int(c.Change) != int(c.After.Score-c.Before.Score) {
			t.Errorf("comparison %d: requirements add up to %s, the score changes by %s", i, change, c.Change)
		}
		if c.Split != nil && (c.Split.Text+c.Split.Pack != c.Change || text != c.Split.Text || pack != c.Split.Pack) {
			t.Errorf("comparison %d: the parts %s and %s do not add up to %s", i, c.Split.Text, c.Split.Pack, c.Change)
		}
	}
}

func TestUnknownComparisonFormat(t *testing.T) {
	t.Parallel()
	if err := WriteComparisons(&bytes.Buffer{}, "sarif", &Comparisons{}, Options{}); err == nil {
		t.Error("an unknown format is written")
	}
}

// A result keeps the words that it was written with.
func TestResultsKeepTheirWords(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	a := comparedPairs(t).Pairs[0].Before
	if err := Write(&b, JSON, func(yield func(*assess.Assessment, error) bool) { yield(a.Assessment, nil) }, Options{Catalog: comparedCatalog(false)}); err != nil {
		t.Fatal(err)
	}
	for read, err := range ReadWithWords(&b) {
		if err != nil {
			t.Fatal(err)
		}
		f := &read.Results[0].Findings[1]
		if got := read.words("DATA-01", f); got.Message.EN != "data.size is missing" || got.Remedy.ZH != "补填。" {
			t.Errorf("got %+v", got)
		}
		if got := (&Pair{Before: a, After: read}).requirement("SAFE-01"); got.Title.ZH != "安全负责人" || got.Dimension != "SAFE" {
			t.Errorf("got %+v", got)
		}
	}
}

func TestIsResult(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		`{"version": "hegui/result/v1", "assessments": [`: true, `{"version":"hegui/result/v1","file":`: true,
		"\n {\"assessments\": []": true, `{"file":"x"`: true,
		`{"apiVersion": "hegui/v1"`: false, "apiVersion: hegui/v1": false, "": false, "[1]": false, "{": false, "version: 1": false,
	} {
		if got := IsResult([]byte(in)); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
}

// Both languages have every phrase, with the same values.
func TestCompareWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	zh, en := reflect.ValueOf(chineseCompare), reflect.ValueOf(englishCompare)
	same := func(name, zh, en string) {
		if zh == "" || en == "" || strings.Count(zh, "%") != strings.Count(en, "%") {
			t.Errorf("%s: %q, %q", name, zh, en)
		}
	}
	for i := range zh.NumField() {
		name := zh.Type().Field(i).Name
		if zh.Field(i).Kind() == reflect.Map {
			if zh.Field(i).Len() != en.Field(i).Len() {
				t.Errorf("%s: %d and %d phrases", name, zh.Field(i).Len(), en.Field(i).Len())
			}
			for _, k := range zh.Field(i).MapKeys() {
				same(name+"/"+k.String(), zh.Field(i).MapIndex(k).String(), en.Field(i).MapIndex(k).String())
			}
			continue
		}
		same(name, zh.Field(i).String(), en.Field(i).String())
	}
}
