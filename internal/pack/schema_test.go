package pack_test

import (
	"fmt"
	"slices"
	"testing"

	"hegui/internal/pack"
	"hegui/internal/proposal"
)

const shape = `{"type": "object", "additionalProperties": false, "required": ["records"], "properties": {
  "records": {"type": "integer", "minimum": 1, "maximum": 9},
  "share": {"type": "number", "multipleOf": 0.5},
  "day": {"type": "string", "format": "date"},
  "kind": {"enum": ["a", "b"]},
  "code": {"type": "string", "pattern": "^[0-9]{4}$"},
  "name": {"type": "string", "minLength": 2, "maxLength": 4},
  "tags": {"type": "array", "items": {"type": "string"}, "minItems": 2, "uniqueItems": true},
  "plan": {"type": "object", "additionalProperties": false, "properties": {"title": {"type": "string"}, "people": {"type": "integer"}}}
}}`

// Every defect of form is a finding with a code and a place. A value that rules must not see is named as unusable.
func TestValidate(t *testing.T) {
	t.Parallel()
	files := mini()
	files["policies/mini/schema/proposal.json"] = shape
	p, err := pack.Open(fsOf(t, files), "mini")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name, src string
		want      []string // "line:column path code", in order
		unusable  []string
	}{
		{"a proposal in form", "records: 3\nshare: 0.5\nday: 2026-11-01\nkind: a\ncode: \"0007\"\nname: 苹果\ntags: [x, y]\nplan: {title: t, people: 1}\n", nil, nil},
		{"a missing key", "kind: a\n", []string{"1:1 records missing_key"}, nil},
		{"an empty value counts as missing", "records:\nkind: ''\n", []string{"1:1 records missing_key"}, nil},
		{"a misspelt key", "records: 3\nkinds: a\n", []string{"2:1 kinds misspelt_key"}, nil},
		{"a misplaced key", "records: 3\npeople: 3\n", []string{"2:1 people misplaced_key"}, nil},
		{"an unknown key", "records: 3\nzzz: 3\n", []string{"2:1 zzz unknown_key"}, nil},
		{"another type", "records: [3]\n", []string{"1:1 records wrong_type"}, []string{"records"}},
		{"a number in quotes", "records: \"3\"\n", []string{"1:1 records wrong_type"}, []string{"records"}},
		{"full-width digits", "records: ３\n", []string{"1:1 records number_full_width"}, []string{"records"}},
		{"Chinese numerals", "records: 三\n", []string{"1:1 records number_numeral"}, []string{"records"}},
		{"a number with a unit", "records: 约3条\n", []string{"1:1 records number_words"}, []string{"records"}},
		{"no number at all", "records: 若干\n", []string{"1:1 records wrong_type"}, []string{"records"}},
		{"a comma that cuts a text", "records: 3\nplan: {title: 采集,标注, people: 2}\n", []string{"2:18 plan[\"标注\"] comma_cut"}, nil},
		{"an unknown key without a value on its own line", "records: 3\nplan:\n  title: t\n  标注:\n", []string{"4:3 plan[\"标注\"] unknown_key"}, nil},
		{"a value that is not allowed", "records: 3\nkind: c\n", []string{"2:1 kind not_allowed"}, []string{"kind"}},
		{"no date", "records: 3\nday: 2026-02-30\n", []string{"2:1 day bad_date"}, []string{"day"}},
		{"another form", "records: 3\ncode: x\n", []string{"2:1 code bad_form"}, []string{"code"}},
		{"too low", "records: 0\n", []string{"1:1 records too_low"}, []string{"records"}},
		{"too high", "records: 10\n", []string{"1:1 records too_high"}, []string{"records"}},
		{"too precise", "records: 3\nshare: 0.3\n", []string{"2:1 share too_precise"}, nil},
		{"too short", "records: 3\nname: 苹\n", []string{"2:1 name too_short"}, nil},
		{"too long", "records: 3\nname: 一二三四五\n", []string{"2:1 name too_long"}, nil},
		{"too few", "records: 3\ntags: [x]\n", []string{"2:1 tags too_few"}, nil},
		{"listed twice", "records: 3\ntags: [x, y, x]\n", []string{"2:14 tags[2] listed_twice"}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			doc, err := proposal.Parse("p.yaml", []byte(tc.src), proposal.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			findings, unusable := p.Schema.Validate(doc)
			var got, hidden []string
			for _, f := range findings {
				got = append(got, fmt.Sprintf("%d:%d %s %s", f.Position.Line, f.Position.Column, f.Path, f.Code))
			}
			for _, u := range unusable {
				hidden = append(hidden, u.String())
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if !slices.Equal(hidden, tc.unusable) {
				t.Errorf("got %q unusable, want %q", hidden, tc.unusable)
			}
		})
	}
}
