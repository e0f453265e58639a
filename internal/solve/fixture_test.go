package solve_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"hegui/internal/pack"
)

const document = "前言。\n建设高质量数据集,完善数据产权制度。加强评估。"

// planted are the bodies of a small pack's rules, by requirement. Each stands for one kind of fault or its repair.
type planted map[string]string

// harmless is a pack that can be satisfied and in which nothing is contradictory, redundant or unreachable.
func harmless() planted {
	return planted{
		"d_01": `findings contains {"code": "x", "path": ["share"], "args": {}} if not input.proposal.share

findings contains {"code": "x", "path": ["share"], "args": {}} if input.proposal.share < thresholds.share_min.value
`,
		"d_02": `findings contains {"code": "x", "path": ["share"], "args": {}} if input.proposal.share >= 80
`,
		"d_03": `findings contains {"code": "x", "path": ["parts"], "args": {"min": 10}} if {
	sum([part.amount | some part in input.proposal.parts]) < 10
}
`,
		"d_04": `findings contains {"code": "x", "path": ["kind"], "args": {}} if input.proposal.kind == "draft"
`,
	}
}

// open loads a pack with the given rules.
func open(t *testing.T, rules planted) *pack.Pack {
	t.Helper()
	files := map[string]string{
		"seeds/doc.txt": document,
		"policies/small/pack.yaml": fmt.Sprintf(`id: small
version: 1.0.0
title: {zh: 小包, en: Small}
source:
  file: seeds/doc.txt
  sha256: %x
  title: {zh: 文件, en: Document}
  publisher: {zh: 某部门, en: A ministry}
dimensions:
  - {id: D, title: {zh: 维度, en: Dimension}}
grades:
  - {id: all, from: 0, title: {zh: 全部, en: all}}
codes: {}
`, sha256.Sum256([]byte(document))),
		"policies/small/flags.yaml":      "flags:\n  all: {title: {zh: 全部, en: every project}, off: {zh: 无, en: never}}\nguards: {}\n",
		"policies/small/terms.yaml":      "{}\n",
		"policies/small/thresholds.yaml": "share_min: {value: 40, unit: \"%\", basis: default, source: a test, title: {zh: 最低占比, en: lowest share}}\n",
		"policies/small/profiles/general.yaml": `id: general
title: {zh: 通用, en: General}
reasoning: {zh: 理由, en: because}
pass_mark: 6000
floor: 6000
floor_min_share: 500
`,
		"policies/small/schema/proposal.json": `{"type": "object", "additionalProperties": false, "required": ["kind"], "properties": {
			"kind": {"type": "string", "enum": ["draft", "final"]},
			"share": {"type": "number", "minimum": 0, "maximum": 100},
			"budget": {"type": "number", "minimum": 0},
			"note": {"type": "string"},
			"parts": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {"amount": {"type": "number", "minimum": 0}, "name": {"type": "string"}}}}
		}}`,
		"rego/small/small.rego": `# METADATA
# scope: subpackages
# schemas:
#   - input.proposal: schema.proposal
#   - data.small.thresholds: schema.thresholds
package small

# METADATA
# entrypoint: true
outcomes.applies[id] := data.small.rules[id].applies

outcomes.findings[id] := data.small.rules[id].findings

outcomes.credit[id] := data.small.rules[id].credit

outcomes.manual[id] := data.small.rules[id].manual
`,
		"rego/small/flags/flags.rego": "package small.flags\n\nbecause.all contains []\n\nguards := set()\n",
	}
	var ids []string
	for stem, text := range rules {
		id := strings.ToUpper(strings.ReplaceAll(stem, "_", "-"))
		ids = append(ids, id)
		files["policies/small/requirements/"+stem+".yaml"] = fmt.Sprintf(`id: %s
title: {zh: 要求, en: Requirement}
dimension: D
severity: major
weight: 10
applies: [all]
quote: {sentence: L2-S1, offset: 4, text: "建设高质量数据集,完善数据产权制度"}
reading: {zh: 要求。, en: A demand.}
effort: 1
codes:
  x: {basis: default, message: {zh: 不足, en: lacking}, remedy: {zh: 补充。, en: Add some.}}
example: {zh: "note: a", en: "note: a"}
`, id)
		header := "package small.rules." + stem + "\n\n"
		if strings.Contains(text, "thresholds.") {
			header += "import data.small.thresholds\n\n"
		}
		files["rego/small/rules/"+stem+"/rule.rego"] = header + "default applies := false\n\napplies if true\n\n" + text
		files["rego/small/rules/"+stem+"/rule_test.rego"] = "package small.rules." + stem + "_test\n\nimport data.small.rules." + stem +
			"\n\ntest_passes if count(" + stem + ".findings) == 0\n\ntest_fails if count(" + stem + ".findings) == 1\n"
	}
	files["policies/small/coverage.yaml"] = fmt.Sprintf(`reasons:
  heading: {zh: 标题。, en: A heading.}
sentences:
  - {id: L1-S1, bytes: [0, 9], text: 前言。, reason: heading}
  - {id: L2-S1, bytes: [10, 62], text: "建设高质量数据集,完善数据产权制度。", ruled_by: [%s]}
  - {id: L2-S2, bytes: [62, 77], text: 加强评估。, manual: {zh: 看评估。, en: Look at the assessment.}}
`, strings.Join(ids, ", "))
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	b, err := pack.ThresholdSchema(fsys, "small")
	if err != nil {
		t.Fatal(err)
	}
	fsys["policies/small/schema/thresholds.json"] = &fstest.MapFile{Data: b}
	p, err := pack.Open(fsys, "small")
	if err != nil {
		t.Fatal(err)
	}
	return p
}
