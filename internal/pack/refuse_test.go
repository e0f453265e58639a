package pack_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hegui/internal/catalog"
	"hegui/internal/pack"
)

const document = "前言。\n建设高质量数据集,完善数据产权制度。加强评估。"

// mini is the smallest pack that loads. Tests change one thing in it.
func mini() map[string]string {
	return map[string]string{
		"seeds/doc.txt": document,
		"policies/mini/pack.yaml": fmt.Sprintf(`id: mini
version: 1.0.0
title: {zh: 小包, en: Mini}
source:
  file: seeds/doc.txt
  sha256: %x
  title: {zh: 文件, en: Document}
  publisher: {zh: 某部门, en: A ministry}
dimensions:
  - {id: D, title: {zh: 维度, en: Dimension}}
grades:
  - {id: all, from: 0, title: {zh: 全部, en: all}}
codes:
  missing:
    basis: source
    message: {zh: 缺少, en: missing}
    remedy: {zh: 补填。, en: Fill it in.}
`, sha256.Sum256([]byte(document))),
		"policies/mini/flags.yaml": `flags:
  all:
    title: {zh: 全部, en: every project}
    off: {zh: 无, en: never}
guards: {}
`,
		"policies/mini/terms.yaml": "{}\n",
		"policies/mini/coverage.yaml": `reasons:
  heading: {zh: 标题。, en: A heading.}
sentences:
  - id: L1-S1
    bytes: [0, 9]
    text: 前言。
    reason: heading
  - id: L2-S1
    bytes: [10, 62]
    text: "建设高质量数据集,完善数据产权制度。"
    ruled_by: [D-01]
  - id: L2-S2
    bytes: [62, 77]
    text: 加强评估。
    manual: {zh: 看评估。, en: Look at the assessment.}
`,
		"policies/mini/thresholds.yaml": "records_min: {value: 3, unit: record, basis: default, source: a test, title: {zh: 最少条数, en: fewest records}}\n",
		"policies/mini/profiles/general.yaml": `id: general
title: {zh: 通用, en: General}
reasoning: {zh: 理由, en: because}
pass_mark: 6000
floor: 6000
floor_min_share: 500
`,
		"policies/mini/schema/proposal.json": `{"type": "object", "additionalProperties": false, "properties": {"records": {"type": "integer"}}}`,
		"policies/mini/requirements/d_01.yaml": `id: D-01
title: {zh: 规模, en: Scale}
dimension: D
severity: major
weight: 10
applies: [all]
quote: {sentence: L2-S1, offset: 4, text: "建设高质量数据集,完善数据产权制度"}
reading: {zh: 要有数据。, en: There are data.}
effort: 1
codes:
  few:
    basis: default
    message: {zh: "只有 {n} 条", en: "only {n} records"}
    remedy: {zh: 补充。, en: Add some.}
example: {zh: "records: 3", en: "records: 3"}
`,
		"rego/mini/mini.rego": `# METADATA
# scope: subpackages
# schemas:
#   - input.proposal: schema.proposal
#   - data.mini.thresholds: schema.thresholds
package mini

# METADATA
# entrypoint: true
outcomes.applies[id] := data.mini.rules[id].applies

outcomes.findings[id] := data.mini.rules[id].findings

outcomes.credit[id] := data.mini.rules[id].credit

outcomes.manual[id] := data.mini.rules[id].manual
`,
		"rego/mini/flags/flags.rego": "package mini.flags\n\nbecause.all contains []\n\nguards := set()\n",
		"rego/mini/rules/d_01/scale.rego": `package mini.rules.d_01

import data.mini.thresholds

default applies := false

applies if true

findings contains {"code": "missing", "path": ["records"], "args": {}} if not input.proposal.records

findings contains {"code": "few", "path": ["records"], "args": {"n": n}} if {
	n := input.proposal.records
	n < thresholds.records_min.value
}
`,
		"rego/mini/rules/d_01/scale_test.rego": "package mini.rules.d_01_test\n\nimport data.mini.rules.d_01\n\ntest_passes if count(d_01.findings) == 0 with input.proposal.records as 3\n\ntest_fails if count(d_01.findings) == 1 with input.proposal.records as 2\n",
	}
}

func fsOf(t testing.TB, files map[string]string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	const schema = "policies/mini/schema/thresholds.json"
	if _, ok := files[schema]; !ok {
		if b, err := pack.ThresholdSchema(fsys, "mini"); err == nil {
			fsys[schema] = &fstest.MapFile{Data: b}
		}
	}
	return fsys
}

func TestMiniPackLoads(t *testing.T) {
	t.Parallel()
	p, err := pack.Open(fsOf(t, mini()), "mini")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Catalog.Requirements) != 1 || p.Ref.Digest == "" || p.Ref.Version != "1.0.0" {
		t.Errorf("got %+v", p.Ref)
	}
}

// What is wrong with a schema is said once, and not again by every package that uses it; other faults of the Rego are.
func TestABadSchemaIsOneFault(t *testing.T) {
	t.Parallel()
	files := mini()
	files["policies/mini/schema/proposal.json"] += "x"
	files["rego/mini/rules/d_01/scale.rego"] = strings.Replace(files["rego/mini/rules/d_01/scale.rego"], "n < thresholds", "m < thresholds", 1)
	found, err := pack.Check(fsOf(t, files), "mini")
	if err != nil {
		t.Fatal(err)
	}
	var faults []string
	for _, f := range found {
		if f.Level == pack.Invalid {
			faults = append(faults, f.Message.EN)
		}
	}
	if want := []string{"the JSON has ended, and more text follows", "var m is unsafe"}; !slices.Equal(faults, want) {
		t.Errorf("got %q, want %q", faults, want)
	}
}

// Unit and source of a threshold are written in both languages, or once where both write alike.
func TestTextsOfThresholds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, source string
		want         catalog.Text
	}{
		{"both languages", "{zh: 劳动合同法第四十一条, en: \"Labour Contract Law, Article 41\"}", catalog.Text{ZH: "劳动合同法第四十一条", EN: "Labour Contract Law, Article 41"}},
		{"one string", "GB/T 36344-2018", catalog.Text{ZH: "GB/T 36344-2018", EN: "GB/T 36344-2018"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := mini()
			const name = "policies/mini/thresholds.yaml"
			files[name] = strings.Replace(files[name], "unit: record, basis: default, source: a test", "unit: "+c.source+", basis: default, source: "+c.source, 1)
			p, err := pack.Open(fsOf(t, files), "mini")
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Catalog.Thresholds[0]; got.Source != c.want || got.Unit != c.want {
				t.Errorf("source %+v, unit %+v, want %+v", got.Source, got.Unit, c.want)
			}
		})
	}
}

// Whatever makes a pack contradict itself is refused, with the file that is wrong and the line where there is one.
func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	const (
		req   = "policies/mini/requirements/d_01.yaml"
		rule  = "rego/mini/rules/d_01/scale.rego"
		tests = "rego/mini/rules/d_01/scale_test.rego"
		packF = "policies/mini/pack.yaml"
		cover = "policies/mini/coverage.yaml"
		prof  = "policies/mini/profiles/general.yaml"
		reads = "policies/mini/readings.yaml"

		reading = `readings:
  - id: r
    quote: {sentence: L2-S2, offset: 23, text: 评估}
    requirements: [D-01]
    alternatives:
      - {id: default, title: {zh: 照旧, en: as it is}}
      - {id: strict, title: {zh: 严格, en: strictly}}
    codes:
      x: {basis: default, message: {zh: 甲, en: a}, remedy: {zh: 改。, en: Change it.}}
`
	)
	type change struct{ file, old, new string } // new replaces old; old "" replaces the file, new "" with old "" removes it
	for _, tc := range []struct {
		name    string
		changes []change
		want    string // "file:line: text", or "file: text"
	}{
		{"a requirement without a rule", []change{{rule, "", ""}, {tests, "", ""}}, req + ": requirement D-01 has no rule"},
		{"a rule without a requirement", []change{{req, "", ""}}, rule + ": the rule has no requirement"},
		{"a message without Chinese", []change{{req, `zh: "只有 {n} 条", `, ""}}, req + ":11: codes/few: a text is missing"},
		{"a remedy without English", []change{{req, `, en: Add some.`, ""}}, req + ":11: codes/few: a text is missing"},
		{"messages that fill different values", []change{{req, "only {n} records", "only a few records"}}, req + ":11: code few: the Chinese message fills [n], the English []"},
		{"a quote that is not in the document", []change{{req, "建设高质量数据集", "建设高品质数据集"}}, req + `:7: D-01: quote "建设高品质数据集,完善数据产权制度" is not in the source document`},
		{"a quote at another offset", []change{{req, "offset: 4", "offset: 5"}}, req + ":7: D-01: the quote stands at offset 4, not 5"},
		{"a quote of another sentence", []change{{req, "L2-S1", "L2-S2"}}, req + ":7: D-01: the quote is not inside sentence L2-S2"},
		{"a document with one character changed", []change{{"seeds/doc.txt", "加强", "增强"}}, packF + ":6: source document seeds/doc.txt has SHA-256"},
		{"a document that is not UTF-8", []change{{"seeds/doc.txt", "加强", "加\xb5强\x00\xff"}}, "seeds/doc.txt: the source document is not UTF-8"},
		{"a document that is missing", []change{{"seeds/doc.txt", "", ""}}, packF + ":4: source document seeds/doc.txt is missing"},
		{"thresholds that are missing", []change{{"policies/mini/thresholds.yaml", "", ""}}, "policies/mini/thresholds.yaml: the file is missing"},
		{"a threshold without a source", []change{{"policies/mini/thresholds.yaml", "source: a test, ", ""}}, "policies/mini/thresholds.yaml:1: threshold records_min needs a value, a unit and a source"},
		{"a threshold whose source is in Chinese only", []change{{"policies/mini/thresholds.yaml", "source: a test", "source: {zh: 测试}"}}, "policies/mini/thresholds.yaml:1: threshold records_min needs a value, a unit and a source"},
		{"a threshold whose unit is in English only", []change{{"policies/mini/thresholds.yaml", "unit: record", "unit: {en: record}"}}, "policies/mini/thresholds.yaml:1: threshold records_min needs a value, a unit and a source"},
		{"a threshold without a known basis", []change{{"policies/mini/thresholds.yaml", "basis: default", "basis: custom"}}, `policies/mini/thresholds.yaml:1: threshold records_min has basis "custom"`},
		{"a rule that misspells a threshold", []change{{rule, "thresholds.records_min", "thresholds.record_min"}}, rule + ":13: undefined ref: data.mini.thresholds.record_min"},
		{"a rule that misspells a field", []change{{rule, "n := input.proposal.records", "n := input.proposal.record"}}, rule + ":12: undefined ref: input.proposal.record"},
		{"a threshold schema that is not up to date", []change{{"policies/mini/schema/thresholds.json", "", "{}"}}, "policies/mini/schema/thresholds.json: does not describe thresholds.yaml"},
		{"a weight of 0", []change{{req, "weight: 10", "weight: 0"}}, req + ":5: weight 0 is outside 1..1000"},
		{"a pass mark above 100 %", []change{{"policies/mini/profiles/general.yaml", "pass_mark: 6000", "pass_mark: 10001"}}, "policies/mini/profiles/general.yaml:4: pass_mark 10001 is outside 0..10000"},
		{"a floor below 0", []change{{"policies/mini/profiles/general.yaml", "floor: 6000", "floor: -1"}}, "policies/mini/profiles/general.yaml:5: floor -1 is outside"},
		{"a floor of an unknown dimension", []change{{"policies/mini/profiles/general.yaml", "floor_min_share: 500", "floor_min_share: 500\nfloors: {X: 1}"}}, `policies/mini/profiles/general.yaml:7: unknown dimension "X"`},
		{"a profile that weighs an unknown requirement", []change{{"policies/mini/profiles/general.yaml", "floor_min_share: 500", "floor_min_share: 500\nweights: {D-99: 1}"}}, `unknown requirement "D-99"`},
		{"a profile that leaves out a veto", []change{{req, "severity: major", "severity: veto"}, {prof, "floor_min_share: 500", "floor_min_share: 500\nexclude: [D-01]"}}, prof + ":7: D-01 is a veto and may not be left out"},
		{"a profile that leaves out what may become a veto", []change{{req, "weight: 10", "weight: 10\nveto_when: [all]"}, {prof, "floor_min_share: 500", "floor_min_share: 500\nexclude: [D-01]"}}, prof + ":7: D-01 is a veto and may not be left out"},
		{"a profile that leaves out most of the catalogue", []change{{prof, "floor_min_share: 500", "floor_min_share: 500\nexclude: [D-01]"}}, prof + ":7: what is left out weighs 10 of 10, more than half of the catalogue"},
		{"a profile that makes a requirement too light", []change{{prof, "floor_min_share: 500", "floor_min_share: 500\nweights: {D-01: 2}"}}, prof + ":7: weight 2 of D-01 is outside 3..40, a quarter to four times its weight in the catalogue"},
		{"a profile that makes a requirement too heavy", []change{{prof, "floor_min_share: 500", "floor_min_share: 500\nweights: {D-01: 41}"}}, prof + ":7: weight 41 of D-01 is outside 3..40"},
		{"a pass mark of 0", []change{{prof, "pass_mark: 6000", "pass_mark: 0"}}, prof + ":4: a pass mark of 0 lets everything pass"},
		{"a document whose sentence changed", []change{{"seeds/doc.txt", "数据产权制度", "数据产权机制"}}, cover + ":8: sentence L2-S1 (D-01) is not what the document says"},
		{"no coverage", []change{{cover, "", ""}}, cover + ": the file is missing"},
		{"a sentence that is missing", []change{{cover, "  - id: L2-S2\n    bytes: [62, 77]\n    text: 加强评估。\n    manual: {zh: 看评估。, en: Look at the assessment.}\n", ""}}, cover + ": sentence L2-S2 is missing"},
		{"sentences out of order", []change{{cover, "id: L1-S1", "id: L2-S1"}}, cover + ":4: sentence L2-S1 does not follow here; the document has L1-S1"},
		{"a sentence at other bytes", []change{{cover, "[10, 62]", "[10, 61]"}}, cover + ":8: sentence L2-S1 stands at bytes [10, 62], not [10, 61]"},
		{"a sentence with another wording", []change{{cover, "text: 前言。", "text: 序言。"}}, cover + ":4: sentence L1-S1 () is not what the document says"},
		{"a sentence that hides who quotes it", []change{{cover, "ruled_by: [D-01]", "reason: heading"}}, cover + ":8: sentence L2-S1 is quoted by D-01, which ruled_by does not name"},
		{"a sentence ruled by who does not quote it", []change{{cover, "    reason: heading", "    ruled_by: [D-01]"}}, cover + ":4: sentence L1-S1 is not quoted by D-01"},
		{"a sentence held by nobody", []change{{cover, "    ruled_by: [D-01]", "    ruled_by: [D-01]\n    held_by: [D-99]"}}, cover + `:8: sentence L2-S1: unknown requirement "D-99"`},
		{"a sentence without a reason", []change{{cover, "    reason: heading\n", ""}}, cover + ":4: sentence L1-S1 is neither ruled nor judged by a person"},
		{"a sentence that is asked and excused", []change{{cover, "    ruled_by: [D-01]", "    ruled_by: [D-01]\n    reason: heading"}}, cover + ":8: sentence L2-S1 is asked of projects and has a reason why it is not"},
		{"a reason nobody knows", []change{{cover, "reason: heading", "reason: header"}}, cover + `:4: sentence L1-S1: unknown reason "header"`},
		{"a reason without English", []change{{cover, ", en: A heading.", ""}}, cover + ":2: reasons/heading: a text is missing"},
		{"a condition that cannot be read", []change{{req, "applies: [all]", `applies: ["all | x"]`}}, req + `:6: applies: "all | x" is not of the form`},
		{"a flag that excludes without saying why", []change{{req, "applies: [all]", `applies: ["!all"]`}}, "policies/mini/flags.yaml:2: flags/all/on: a text is missing in Chinese or in English; D-01 does not apply while the flag is on"},
		{"a question to a person in one language", []change{{req, "effort: 1", "confirm: {zh: 看。}\neffort: 1"}}, req + ":9: confirm: a text is missing"},
		{"a reading without a rule", []change{{reads, "", reading}}, reads + `:2: reading r: alternative "strict" has no rule: rego/mini/readings/r, alternatives.strict`},
		{"a reading of words that are not there", []change{{reads, "", strings.Replace(reading, "text: 评估", "text: 评价", 1)}}, reads + `:2: readings/r: quote "评价" is not in the source document`},
		{"a reading of nobody's", []change{{reads, "", strings.Replace(reading, "[D-01]", "[]", 1)}}, reads + ":2: reading r names no requirement"},
		{"a reading of an unknown requirement", []change{{reads, "", strings.Replace(reading, "[D-01]", "[D-99]", 1)}}, reads + `:2: reading r: unknown requirement "D-99"`},
		{"a reading without a default", []change{{reads, "", strings.Replace(reading, "id: default", "id: usual", 1)}}, reads + `:2: reading r needs the alternative "default" and at least one more`},
		{"a reading in one language", []change{{reads, "", strings.Replace(reading, ", en: as it is", "", 1)}}, reads + ":1: readings: a text is missing"},
		{"a reading whose code has no basis", []change{{reads, "", strings.Replace(reading, "basis: default", "basis: opinion", 1)}}, reads + `:2: reading r: code x has basis "opinion"`},
		{"a hint in one language", []change{{"policies/mini/hints.yaml", "", "hints:\n  h:\n    message: {zh: 提示}\n    remedy: {zh: 改。, en: Change it.}\n"}}, "policies/mini/hints.yaml:2: hints/h: a text is missing"},
		{"a rule without a test that fails", []change{{tests, "test_fails", "test_other"}}, rule + ": the rule lacks a test that passes"},
		{"a rule without tests", []change{{tests, "", ""}}, rule + ": the rule lacks a test that passes"},
		{"a rule that never says whether it applies", []change{{rule, "default applies := false\n\napplies if true\n", ""}}, rule + `: the rule does not define "applies"`},
		{"an unknown flag", []change{{req, "applies: [all]", "applies: [some]"}}, req + `:6: unknown flag "some"`},
		{"an unknown dimension", []change{{req, "dimension: D", "dimension: E"}}, req + `:3: unknown dimension "E"`},
		{"an unknown basis", []change{{req, "basis: default", "basis: opinion"}}, req + `:11: code few has basis "opinion"`},
		{"an unknown key", []change{{req, "weight: 10", "wieght: 10"}}, req + `:5: unknown field "wieght"`},
		{"a key that stands there twice", []change{{req, "effort: 1", "effort: 1\nweight: 20"}}, req + `:10: "weight" stands on line 5 already`},
		{"a weight in words", []change{{req, "weight: 10", "weight: ten"}}, req + ":5: expected a whole number"},
		{"flags without brackets", []change{{req, "applies: [all]", "applies: all"}}, req + ":6: expected a list"},
		{"a text in no language", []change{{req, "title: {zh: 规模, en: Scale}", "title: Scale"}}, req + ":2: expected a text in Chinese and in English"},
		{"a list for a text", []change{{req, "dimension: D", "dimension: [D]"}}, req + ":3: expected a text"},
		{"a text for fields", []change{{packF, "codes:\n", "codes: none\nc:\n"}}, packF + ":13: expected fields with their values"},
		{"nothing at all", []change{{req, "", "\n"}}, req + ": the file is empty"},
		{"a tab", []change{{req, "weight: 10", "weight: 10\n\teffort: 2"}}, req + ":6: the line is indented with a tab"},
		{"a schema with more behind it", []change{{"policies/mini/schema/proposal.json", `"records": {"type": "integer"}}}`, `"records": {"type": "integer"}}}` + "\nx ["}}, "policies/mini/schema/proposal.json:2: the JSON has ended, and more text follows"},
		{"a schema that is cut", []change{{"policies/mini/schema/proposal.json", `"integer"}}}`, `"integer"}}`}}, "policies/mini/schema/proposal.json:1: the JSON ends before it is complete"},
		{"a schema that is no JSON", []change{{"policies/mini/schema/proposal.json", `{"type": "object"`, "{\n\"type\": object"}}, "policies/mini/schema/proposal.json:2: this is not JSON"},
		{"a file that is not YAML", []change{{req, "", "a: [\n"}}, req + ":"},
		{"a requirement in another file", []change{{req, "id: D-01", "id: D-02"}}, req + `:1: id "D-02" belongs into d_02.yaml`},
		{"Rego that does not parse", []change{{rule, "default applies", "default default"}}, rule + ":5:"},
		{"a built-in that reaches the network", []change{{rule, "applies if true", `applies if http.send({"method": "get", "url": "http://x"})`}}, rule + ":7: undefined function http.send"},
		{"a built-in that reads the clock", []change{{rule, "applies if true", `applies if time.now_ns() > 0`}}, rule + ":7: undefined function time.now_ns"},
		{"a built-in that is random", []change{{rule, "applies if true", `applies if rand.intn("x", 2) == 1`}}, rule + ":7: undefined function rand.intn"},
		{"a built-in that reads files", []change{{rule, "applies if true", `applies if json.match_schema({}, {"$ref": "file:///etc/passwd"})`}}, rule + ":7: undefined function json.match_schema"},
		{"the network by way of with", []change{{tests, "with input.proposal.records as 3", "with input.proposal.records as 3 with is_number as http.send"}}, ""},
		{"a schema whose x-ref leads nowhere", []change{{"policies/mini/schema/proposal.json", `{"type": "integer"}`, `{"type": "string", "x-ref": ["people"]}`}}, "policies/mini/schema/proposal.json: records: people: x-ref names no list of items with an id, and no section"},
		{"a schema that names a file", []change{{"policies/mini/schema/proposal.json", `{"type": "integer"}`, `{"$ref": "file:///etc/passwd"}`}}, `policies/mini/schema/proposal.json: schema: $ref "file:///etc/passwd" does not lead to a definition under $defs`},
		{"a schema that refers to itself", []change{{"policies/mini/schema/proposal.json", "", `{"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"x": {"$ref": "#/$defs/a"}}}}}`}}, `policies/mini/schema/proposal.json: schema: definition "a" refers to itself`},
		{"an annotation whose schema refers to itself", []change{{"rego/mini/mini.rego", "  - input.proposal: schema.proposal", "  - input.proposal: {\"$ref\": \"#\"}"}}, `rego/mini/mini.rego:1: schema: $ref "#" does not lead to a definition under $defs`},
		{"grades that do not fall", []change{{packF, "{id: all, from: 0, title: {zh: 全部, en: all}}", "{id: all, from: 0, title: {zh: 全部, en: all}}\n  - {id: b, from: 10, title: {zh: 全部, en: all}}"}}, packF + ":11: grades must fall"},
		{"an id that is not the folder's", []change{{packF, "id: mini", "id: maxi"}}, packF + `:1: id "maxi" is not the folder's name "mini"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			files := mini()
			for _, c := range tc.changes {
				switch {
				case c.old == "" && c.new == "":
					delete(files, c.file)
				case c.old == "":
					files[c.file] = c.new
				case !strings.Contains(files[c.file], c.old):
					t.Fatalf("%s does not contain %q", c.file, c.old)
				default:
					files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
				}
			}
			_, err := pack.Open(fsOf(t, files), "mini")
			if tc.want == "" { // tests are compiled when they run, not when a pack loads
				_, err = pack.Test(t.Context(), fsOf(t, files), "mini")
				if err == nil {
					t.Error("the tests ran")
				}
				return
			}
			var invalid *pack.InvalidError
			if !errors.As(err, &invalid) {
				t.Fatalf("got %v, want an invalid pack: %s", err, tc.want)
			}
			if !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got:\n%v\nwant: %s", err, tc.want)
			}
		})
	}
}

func TestOpenNamesThePacksThatAreThere(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"nosuch", "../mini", "", "mini/requirements"} {
		_, err := pack.Open(fsOf(t, mini()), id)
		var notFound *pack.NotFoundError
		if !errors.As(err, &notFound) {
			t.Errorf("%q: got %v", id, err)
		}
	}
}

// The digest is over what can change a result: not over tests, and over everything else.
func TestDigest(t *testing.T) {
	t.Parallel()
	digest := func(change func(map[string]string)) string {
		files := mini()
		change(files)
		p, err := pack.Open(fsOf(t, files), "mini")
		if err != nil {
			t.Fatal(err)
		}
		return p.Ref.Digest
	}
	same := digest(func(map[string]string) {})
	if got := digest(func(f map[string]string) { f["rego/mini/rules/d_01/scale_test.rego"] += "\ntest_passes_too if true\n" }); got != same {
		t.Error("a test changes the digest")
	}
	if got := digest(func(f map[string]string) { f["rego/mini/rules/d_01/scale.rego"] += "\n# a comment\n" }); got == same {
		t.Error("a rule does not change the digest")
	}
	if got := digest(func(f map[string]string) {
		f["policies/mini/thresholds.yaml"] = strings.Replace(f["policies/mini/thresholds.yaml"], "value: 3", "value: 4", 1)
	}); got == same {
		t.Error("a threshold does not change the digest")
	}
}

// FuzzOpen feeds hostile files to the loader: it must refuse or load, never panic. What is checked is what is loaded.
func FuzzOpen(f *testing.F) {
	names := []string{
		"policies/mini/pack.yaml", "policies/mini/flags.yaml", "policies/mini/terms.yaml", "policies/mini/thresholds.yaml",
		"policies/mini/profiles/general.yaml", "policies/mini/coverage.yaml", "policies/mini/schema/proposal.json",
		"policies/mini/requirements/d_01.yaml",
		"rego/mini/mini.rego", "rego/mini/flags/flags.rego", "rego/mini/rules/d_01/scale.rego", "seeds/doc.txt",
	}
	for i, name := range names {
		f.Add(uint8(i), mini()[name])
	}
	f.Add(uint8(11), "\xb5\xb5\n\xb5\xb5\xb5。\xb5") // what is not UTF-8 has no character to count by
	f.Add(uint8(3), "a: &a [*a]\n")
	f.Add(uint8(6), "id: !!binary x\n")
	f.Add(uint8(5), `{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}`)
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		files := mini()
		files[names[int(which)%len(names)]] = text
		p, err := pack.Open(fsOf(t, files), "mini")
		if (p == nil) == (err == nil) {
			t.Errorf("neither a pack nor an error, or both: %v", err)
		}
		invalid := false
		found, checkErr := pack.Check(fsOf(t, files), "mini")
		for _, f := range found {
			invalid = invalid || f.Level == pack.Invalid
		}
		if checkErr != nil || invalid != (err != nil) {
			t.Errorf("loading says %v, checking %v, %v", err, invalid, checkErr)
		}
	})
}
