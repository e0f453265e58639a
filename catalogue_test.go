package hegui_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
)

// weights are the severity (ve, ma, mi) and weight of every requirement, in the order of their ids: the catalogue that the
// pack encodes has 75 requirements in 11 dimensions with a weight of 1000.
var weights = map[string]string{
	"DATA": "ma18 ma26 ma18 ma16 ma16 ma18 ve20 ma16 ma15 mi12",
	"SAFE": "ma16 ma18 ma14 ve16 ve12 ma18 ma14 ma12 ve14 ve10 ma12 ma12 ma10 ve6 mi6",
	"EMPL": "ma22 ma22 ma18 ve14 ma18 ma14 mi12 mi8 mi12",
	"OPEN": "ma20 ma20 ma15 mi12 ma13 mi15",
	"INNO": "ma16 ma16 ma20 mi10 ma14 ma14",
	"INCL": "ma14 ma14 ma16 ma14 ma12 mi10",
	"COMP": "ma10 ma12 ma12 ma10 mi6 ma10",
	"TALN": "ma16 mi10 mi14",
	"ECOS": "ma10 ma10 ma10 ma12 mi8 ma10",
	"FINA": "ve14 ma8 ma8 ma10",
	"GOVN": "ma10 ma8 ma8 mi4",
}

func TestThePackIsTheWholeCatalogue(t *testing.T) {
	t.Parallel()
	c := assessor(t).Catalog
	got, total := map[string]string{}, 0
	for i := range c.Requirements {
		r := &c.Requirements[i]
		got[r.Dimension] = strings.TrimSpace(fmt.Sprintf("%s %s%d", got[r.Dimension], r.Severity[:2], r.Weight))
		total += r.Weight
	}
	if diff := cmp.Diff(got, weights); diff != "" {
		t.Errorf("severities and weights (-got +want):\n%s", diff)
	}
	if len(c.Requirements) != 75 || len(c.Dimensions) != 11 || total != 1000 {
		t.Errorf("got %d requirements in %d dimensions with a weight of %d, want 75 in 11 with 1000", len(c.Requirements), len(c.Dimensions), total)
	}
	if len(c.Sentences) != 68 || len(c.Readings) != 10 || len(c.Profiles) != 9 {
		t.Errorf("got %d sentences, %d readings, %d profiles, want 68, 10, 9", len(c.Sentences), len(c.Readings), len(c.Profiles))
	}
}

// The flags that say what kind of proposal this is.
var flagNames = strings.Fields(`
	agent ai_native all annot commercial compute consumer data_bearing deploy edu elder exit_big facility fiscal
	genai govsoe govuse health human_research impdata industry intl large live micro model multi open openw people
	pi pilotbase platform public recsys research secured terminal train vuln work work_big xborder`)

func TestAllFlagsAreThere(t *testing.T) {
	t.Parallel()
	var got []string
	for _, f := range assessor(t).Catalog.Flags {
		got = append(got, f.Name)
	}
	if diff := cmp.Diff(got, flagNames); diff != "" {
		t.Errorf("flags (-got +want):\n%s", diff)
	}
}

// The cross-field checks.
var checkNames = strings.Fields(`
	X-BOIL X-BORDER X-BUD X-DATE X-DUP X-ENERGY X-EVID X-FALL X-FLOP X-FTE X-GROUP X-HEAD X-HUB X-JOB X-KPI X-LIC
	X-LINK X-MILE X-MODAL X-MONO X-OWNER X-PI X-PUB X-REGION X-REV X-ROUND X-SHARE X-SHIFT X-SIZE X-SPLIT X-STRATA
	X-SUM X-THRU X-TRAIN X-URL X-VOL`)

var checkName = regexp.MustCompile(`\(?\b(X-[A-Z]+)\b`)

// Every cross-field check is named in the annotations of the package that implements it, and nowhere a check that is none.
func TestAllCrossFieldChecksAreThere(t *testing.T) {
	t.Parallel()
	found := map[string]bool{}
	for _, pattern := range []string{"rego/aiplus/checks/*/*.rego", "rego/aiplus/flags/*.rego"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.rego") {
				continue
			}
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(src)) {
				if strings.HasPrefix(line, "#") {
					for _, m := range checkName.FindAllStringSubmatch(line, -1) {
						found[m[1]] = true
					}
				}
			}
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(found)), checkNames); diff != "" {
		t.Errorf("checks (-got +want):\n%s", diff)
	}
}

// Requirements that a machine can only half decide say what a person should look at.
func TestHalfDecidedRequirementsAskAPerson(t *testing.T) {
	t.Parallel()
	c := assessor(t).Catalog
	var got []string
	for i := range c.Requirements {
		if c.Requirements[i].Confirm != (catalog.Text{}) {
			got = append(got, c.Requirements[i].ID)
		}
	}
	// SAFE-05 beside the seven of the catalogue: no field states how long reports are kept.
	want := []string{"SAFE-05", "OPEN-01", "INNO-01", "INNO-04", "INCL-01", "INCL-03", "INCL-05", "ECOS-04"}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("requirements that ask a person (-got +want):\n%s", diff)
	}
}

// Where a number of the built-in pack comes from is said in Chinese to one who reads Chinese, in English to one who reads
// English, and names the document: the marks of the working papers (G25) say nothing to a reader.
func TestSourcesOfNumbersAreReadable(t *testing.T) {
	t.Parallel()
	han, mark := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`\bG\d\d\b`)
	for _, n := range assessor(t).Catalog.Thresholds {
		if !han.MatchString(n.Source.ZH) {
			t.Errorf("%s: the Chinese source is not Chinese: %s", n.Name, n.Source.ZH)
		}
		if en := n.Source.EN; en == n.Source.ZH || han.MatchString(en[:1]) {
			t.Errorf("%s: the English source is not English: %s", n.Name, en)
		}
		if mark.MatchString(n.Source.ZH + " " + n.Source.EN) {
			t.Errorf("%s: the source names a mark instead of a document: %+v", n.Name, n.Source)
		}
	}
}
