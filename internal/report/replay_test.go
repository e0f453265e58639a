package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/replay"
)

// replayCatalog has one requirement in one dimension.
func replayCatalog() *catalog.Catalog {
	return &catalog.Catalog{
		ID: "p", Version: "1", Dimensions: []catalog.Dimension{{ID: "R", Title: catalog.Text{ZH: "数据", EN: "Data"}}},
		Requirements: []catalog.Requirement{{ID: "R-01", Title: catalog.Text{ZH: "一项要求", EN: "A demand"}, Dimension: "R"}},
	}
}

// replayAssessment scores its credit, in a catalog of one requirement.
func replayAssessment(file string, credit int, verdict assess.Verdict) *assess.Assessment {
	status := assess.StatusPartial
	if credit == 0 {
		status = assess.StatusFail
	}
	a := &assess.Assessment{File: file, Project: "project-" + file, Pack: assess.PackRef{ID: "p", Version: "1", Digest: "0123456789abcdef"}, Profile: "general", AsOf: "2026-11-01"}
	a.Results = []assess.Result{{Requirement: "R-01", Status: status, Weight: 100, Credit: credit, Points: 100 * credit}}
	if credit < 50 {
		a.Results[0].Findings = []assess.Finding{{Requirement: "R-01", Code: "few", Fingerprint: "f"}}
	}
	a.Decision = assess.Decision{Score: assess.Score(100 * credit), Verdict: verdict, Points: 100 * credit, Possible: 10000}
	a.Decision.Dimensions = []assess.DimensionScore{{Dimension: "R", Score: a.Decision.Score, Points: a.Decision.Points, Possible: 10000}}
	return a
}

// replayOf changes every third of some proposals, all of them small firms, from pass to fail.
func replayOf(proposals int) *Replay {
	traits := []replay.Trait{{ID: "size"}}
	r := replay.New(traits)
	for i := range proposals {
		name := fmt.Sprintf("p-%02d.yaml", i)
		before, after, group := replayAssessment(name, 90, assess.VerdictPass), replayAssessment(name, 90, assess.VerdictPass), "large"
		if i%3 == 0 {
			after, group = replayAssessment(name, 40, assess.VerdictFail), "small"
		}
		r.Add(before, after, []string{group})
	}
	return &Replay{Result: r.Result(), Before: replayCatalog(), After: replayCatalog()}
}

func writtenReplay(t *testing.T, f ReplayFormat, r *Replay, lang catalog.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteReplay(&b, f, r, Options{Lang: lang, Width: 100}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// flat takes the line breaks out of a text, in which sentences are wrapped.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestAReplaySaysWhatItsFiguresMean(t *testing.T) {
	t.Parallel()
	r := replayOf(30)
	text := flat(writtenReplay(t, ReplayText, r, catalog.EN))
	page := flat(readerText(parsed(t, []byte(writtenReplay(t, ReplayHTML, r, catalog.EN)))))
	for _, want := range []string{
		"Proposals assessed under both sets of rules: 30.",
		"Proposals that get another verdict: 10; a better one 0, a worse one 10",
		"Scores that rose: 0; that fell: 10; unchanged: 20.",
		"The median change is 0.00 points",
		"Size of the applicant: small: of 10 proposals 10 get another verdict (100.0 %; a worse one: 10), of the other 20 it is 0 (0.0 %; a worse one: 0). The difference is notable (adjusted p ≤ 0.0001).",
		"Below the median of both together lie, of these 10, 10; of the other 20, 0.",
		"A notable difference does not tell its cause",
		"PASS → FAIL", "90.00 → 40.00", "-50.00", "1 → 21",
		"Kendall's tau is not defined", "R-01 A demand", // all scores before are equal
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not say %q", want)
		}
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	zh := flat(writtenReplay(t, ReplayText, r, catalog.ZH))
	for _, want := range []string{"10 份的结论改变：0 份变好，10 份变差", "企业规模：小型：10 份中有 10 份结论改变", "通过 → 不通过", "要求", "一项要求"} {
		if !strings.Contains(zh, want) && !strings.Contains(strings.ReplaceAll(zh, " ", ""), strings.ReplaceAll(want, " ", "")) {
			t.Errorf("the Chinese text does not say %q", want)
		}
	}
}

// readerText gives what a reader of a page sees, without its style.
func readerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.ReplaceAll(b.String(), "  ", " ")
}

func TestAReplayWithoutAChangeSaysSoAndNothingElse(t *testing.T) {
	t.Parallel()
	r := replay.New(nil)
	r.Add(replayAssessment("a", 90, assess.VerdictPass), replayAssessment("a", 90, assess.VerdictPass), nil)
	whole := &Replay{Result: r.Result(), Before: replayCatalog(), After: replayCatalog()}
	text := flat(writtenReplay(t, ReplayText, whole, catalog.EN))
	if !strings.Contains(text, "Nothing changed:") || strings.Contains(text, "Verdicts") {
		t.Error(text)
	}
	page := parsed(t, []byte(writtenReplay(t, ReplayHTML, whole, catalog.ZH)))
	if len(all(page, "table", "")) != 0 || !strings.Contains(readerText(page), "没有任何变化") {
		t.Error(readerText(page))
	}
}

func TestNothingToCompareIsSaid(t *testing.T) {
	t.Parallel()
	whole := &Replay{
		Result: replay.New(nil).Result(), Before: replayCatalog(), After: replayCatalog(),
		Unreadable: []*Unreadable{{File: "gone.yaml", Err: fs.ErrNotExist}},
	}
	for _, f := range []ReplayFormat{ReplayText, ReplayHTML} {
		if got := writtenReplay(t, f, whole, catalog.EN); !strings.Contains(got, "nothing to compare") || !strings.Contains(strings.ReplaceAll(got, "<wbr>", ""), "gone.yaml") {
			t.Errorf("%s: %s", f, got)
		}
	}
}

func TestReplayJSONHoldsEverythingWhateverTheLanguage(t *testing.T) {
	t.Parallel()
	r := replayOf(30)
	r.Unreadable = []*Unreadable{{File: "gone.yaml", Err: fs.ErrNotExist}}
	got := writtenReplay(t, ReplayJSON, r, catalog.EN)
	if got != writtenReplay(t, ReplayJSON, r, catalog.ZH) {
		t.Error("it depends on the language")
	}
	var out struct {
		Version   string
		Proposals int
		Flips     int
		Verdicts  []replay.Flow
		Rows      []struct {
			File          string
			Before, After replay.Standing
		}
		Requirements []struct {
			ID    string
			Title catalog.Text
		}
		Groups     replay.Comparison
		Unreadable []struct{ File, Code string }
	}
	if err := json.Unmarshal([]byte(got), &out); err != nil {
		t.Fatal(err)
	}
	if out.Version != "hegui/replay/v1" || out.Proposals != 30 || out.Flips != 10 || len(out.Rows) != 30 || len(out.Unreadable) != 1 {
		t.Errorf("%+v", out)
	}
	if out.Rows[3].Before.Verdict != assess.VerdictPass || out.Rows[3].After.Verdict != assess.VerdictFail || out.Rows[3].After.Rank != 21 {
		t.Errorf("%+v", out.Rows[3])
	}
	if out.Requirements[0].Title.ZH != "一项要求" || len(out.Groups.Groups) != 2 {
		t.Errorf("%+v, %+v", out.Requirements, out.Groups)
	}
}

// A page holds no script and no address, and what a file or a value is called stays text.
func TestAReplayPageIsInert(t *testing.T) {
	t.Parallel()
	evil := `<img src=x onerror=alert(1)>"'` + "\x1b[2J\u202e"
	r := replay.New([]replay.Trait{{ID: "size"}})
	for i := range 12 {
		r.Add(replayAssessment(evil, 90, assess.VerdictPass), replayAssessment(evil, 10, assess.VerdictFail), []string{[]string{evil, "other"}[i%2]})
	}
	whole := &Replay{
		Result: r.Result(), Before: replayCatalog(), After: replayCatalog(), Unreadable: []*Unreadable{{File: evil, Err: fs.ErrNotExist}},
	}
	page := writtenReplay(t, ReplayHTML, whole, catalog.EN)
	doc := parsed(t, []byte(page))
	for _, name := range []string{"script", "img", "iframe", "object", "link", "form"} {
		if n := len(all(doc, name, "")); n > 0 {
			t.Errorf("%d elements %s", n, name)
		}
	}
	for _, f := range []ReplayFormat{ReplayText, ReplayHTML} {
		if got := writtenReplay(t, f, whole, catalog.EN); strings.ContainsAny(got, "\x1b\u202e") {
			t.Errorf("%s holds a control character", f)
		}
	}
	if !strings.Contains(page, "default-src 'none'") && !strings.Contains(page, "default-src &#39;none&#39;") {
		t.Error("no policy")
	}
}

func TestReplayWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	zh, en := phrases(chineseReplay), phrases(englishReplay)
	for name, s := range zh {
		if s == "" || en[name] == "" {
			t.Errorf("%s: %q, %q", name, s, en[name])
		}
		if got, want := strings.Count(s, "%"), strings.Count(en[name], "%"); got != want {
			t.Errorf("%s fills %d values in Chinese and %d in English", name, got, want)
		}
	}
	if len(zh) != len(en) {
		t.Errorf("%d phrases in Chinese, %d in English", len(zh), len(en))
	}
	for _, trait := range replay.Traits() {
		if chineseReplay.trait[trait.ID] == "" {
			t.Errorf("trait %s has no name", trait.ID)
		}
	}
}

// Every region and province that proposals are put into has a name.
func TestProvincesHaveNames(t *testing.T) {
	t.Parallel()
	provinces := 0
	for code := 10; code < 100; code++ {
		region := replay.Region(fmt.Sprintf("%d0000", code))
		if region == "" {
			continue
		}
		provinces++
		if chineseReplay.value[fmt.Sprintf("province/%d", code)] == "" || chineseReplay.value["region/"+region] == "" {
			t.Errorf("%d in %s has no name", code, region)
		}
	}
	if provinces != 31 {
		t.Errorf("%d provinces", provinces)
	}
}

func TestAnUnknownReplayFormatIsRefused(t *testing.T) {
	t.Parallel()
	if _, err := ParseReplayFormat("pdf"); err == nil || !strings.Contains(err.Error(), "text, json, html") {
		t.Error(err)
	}
	if !slices.Contains(ReplayFormats(), ReplayHTML) {
		t.Error("no HTML")
	}
}
