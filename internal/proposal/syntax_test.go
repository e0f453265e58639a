package proposal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Mistakes that people make when they write YAML by hand, each with the place where it is made.

var syntaxErrors = []refusal{
	{name: "a tab as indentation", src: "a:\n\tb: 1\n", want: "E_SYNTAX/tab", at: "2:1"},
	{name: "a tab after spaces", src: "a:\n  - b\n  \t- c\n", want: "E_SYNTAX/tab", at: "3:3"},
	{name: "a colon in a value", src: "a: 1\nb: x: y\nc: 2\n", want: "E_SYNTAX/colon", at: "2:5"},
	{name: "a colon in Chinese text", src: "title: foo\nsummary: 甲方: 乙方\n", want: "E_SYNTAX/colon", at: "2:12"},
	{name: "a colon in a value, CRLF", src: "a: 1\r\nb: x: y\r\n", want: "E_SYNTAX/colon", at: "2:5"},
	{name: "a colon in a value of a list entry", src: "- a: b: c\n", want: "E_SYNTAX/colon", at: "1:7"},
	{name: "no space after the colon", src: "a: 1\nname:foo\nb: 2\n", want: "E_SYNTAX/colon_space", at: "2:5"},
	{name: "no space after the last colon", src: "a: 1\nname:foo\n", want: "E_SYNTAX/colon_space", at: "2:5"},
	{name: "a full-width colon", src: "a: 1\nname：foo\nb: 2\n", want: "E_SYNTAX/wide_colon", at: "2:5"},
	{name: "a full-width colon on the first line", src: "名称：苹果\nb: 2\n", want: "E_SYNTAX/wide_colon", at: "1:3"},
	{name: "a line without a key", src: "a: 1\nsome text\nb: 2\n", want: "E_SYNTAX/no_colon", at: "2:1"},
	{name: "text that leaves its block", src: "a: |\n  foo\nbar\n", want: "E_SYNTAX/no_colon", at: "3:1"},
	{name: "a double quote that never ends", src: "a: 1\nb: \"foo\nc: bar\n", want: "E_SYNTAX/quote", at: "2:4"},
	{name: "a single quote that never ends", src: "a: ['foo]\nc: bar\n", want: "E_SYNTAX/quote", at: "1:5"},
	{name: "a quote that ends at the next one", src: "a: \"foo\nb: \"bar\"\nc: 1\n", want: "E_SYNTAX/quote", at: "1:4"},
	{name: "a quote in brackets that ends at the next one", src: "a: [\"foo,\n  \"bar\"]\n", want: "E_SYNTAX/quote", at: "1:5"},
	{name: "quotes inside quotes", src: "a: \"say \"hi\" now\"\nb: 1\n", want: "E_SYNTAX/quote_inside", at: "1:9"},
	{name: "an apostrophe inside quotes", src: "a: 'it's'\nb: 1\n", want: "E_SYNTAX/quote_inside", at: "1:7"},
	{name: "quotes around the first word", src: "a: \"智慧\"果园\n", want: "E_SYNTAX/quote_inside", at: "1:7"},
	{name: "quotes inside quotes, in brackets", src: "a: [\"x\"y\", 1]\n", want: "E_SYNTAX/quote_inside", at: "1:7"},
	{name: "a path of Windows", src: "a: \"C:\\dir\"\n", want: "E_SYNTAX/escape", at: "1:7"},
	{name: "half a surrogate", src: "a: \"\\ud800\"\n", want: "E_SYNTAX/escape", at: "1:5"},
	{name: "a slash as JSON escapes it", src: "a: \"\\/\"\n", want: "E_SYNTAX/escape", at: "1:5"},
	{name: "an escape with too few digits", src: "a: \"\\u12\"\n", want: "E_SYNTAX/escape", at: "1:5"},
	{name: "an open list", src: "x: 1\na: [1, 2\nb: 3\n", want: "E_SYNTAX/bracket", at: "2:4"},
	{name: "an open list at the end", src: "x: 1\na: [1, 2\n", want: "E_SYNTAX/bracket", at: "2:4"},
	{name: "an open mapping", src: "x: 1\na: {b: 2\nc: 3\n", want: "E_SYNTAX/bracket", at: "2:4"},
	{name: "an open inner list", src: "a: {b: [1, 2}\n", want: "E_SYNTAX/bracket", at: "1:8"},
	{name: "an open mapping in a list of mappings", src: "l:\n  - {a: 1, b: 2\n  - {a: 3}\n", want: "E_SYNTAX/bracket", at: "2:5"},
	{name: "a bracket that nothing opened", src: "a: 1\nb: ]\n", want: "E_SYNTAX/stray", at: "2:4"},
	{name: "one closing bracket too many", src: "a: [1]]\n", want: "E_SYNTAX/stray", at: "1:7"},
	{name: "two commas", src: "a: [b, , c]\n", want: "E_SYNTAX/stray", at: "1:8"},
	{name: "a leading comma", src: "a: , b\n", want: "E_SYNTAX/stray", at: "1:4"},
	{name: "text after a list", src: "a: 1\nb: [x] y\n", want: "E_SYNTAX/after", at: "2:7"},
	{name: "a comma missing in a mapping", src: "a: {b: 1 c: 2}\n", want: "E_SYNTAX/comma", at: "1:11"},
	{name: "a colon in a value in brackets", src: "a: {b: 甲: 乙}\n", want: "E_SYNTAX/comma", at: "1:9"},
	{name: "indentation between two levels", src: "a:\n    b: 1\n  c: 2\n", want: "E_SYNTAX/indent", at: "3:3"},
	{name: "a first line that is indented", src: "  a: 1\nb: 2\n", want: "E_SYNTAX/indent", at: "2:1"},
	{name: "a field below a value", src: "a:\n  b: 1\n   c: 2\n", want: "E_SYNTAX/deeper", at: "3:4"},
	{name: "a field below a value with a comment", src: "a: 1 # c\n  b: 2\n", want: "E_SYNTAX/deeper", at: "2:3"},
	{name: "a list below a quoted value", src: "a: \"x\"\n  - b\n", want: "E_SYNTAX/deeper", at: "2:3"},
	{name: "a list entry among fields", src: "x: 1\n- a\n", want: "E_SYNTAX/mixed", at: "2:1"},
	{name: "a field among list entries", src: "a:\n  - x\n  b: 1\n", want: "E_SYNTAX/mixed", at: "3:3"},
	{name: "a list entry on the line of its field", src: "a: - 1\n", want: "E_SYNTAX/dash", at: "1:4"},
	{name: "no space after the dash", src: "a:\n- 1\n-2\n", want: "E_SYNTAX/dash_space", at: "3:1"},
	{name: "an at sign", src: "x: 1\na: @foo\n", want: "E_SYNTAX/reserved", at: "2:4"},
	{name: "a backquote", src: "a: `x`\n", want: "E_SYNTAX/reserved", at: "1:4"},
	{name: "a backquote in brackets", src: "a: [x, `y`]\n", want: "E_SYNTAX/reserved", at: "1:8"},
	{name: "a percent sign", src: "a:\n  - %x\n", want: "E_SYNTAX/reserved", at: "2:5"},
	{name: "bold text of Markdown", src: "a: **重点**\n", want: "E_SYNTAX/reserved", at: "1:4"},
	{name: "an ampersand", src: "a: & b\n", want: "E_SYNTAX/reserved", at: "1:4"},
	{name: "an exclamation mark", src: "a: !重点\n", want: "E_SYNTAX/reserved", at: "1:4"},
	{name: "a question mark", src: "a: ? b\n", want: "E_SYNTAX/reserved", at: "1:4"},
	{name: "a question mark before a value in brackets", src: "a: {b: ?x}\n", want: "E_SYNTAX/reserved", at: "1:8"},
	{name: "a question mark before an entry in brackets", src: "a: [x, ?未知]\n", want: "E_SYNTAX/reserved", at: "1:8"},
	{name: "a question mark before a key in brackets", src: "a: {?b: 1}\n", want: "E_SYNTAX/reserved", at: "1:5"},
	{name: "a question mark before quotes in brackets", src: "a: [?\"b\"]\n", want: "E_SYNTAX/reserved", at: "1:5"},
	{name: "an alias without an anchor", src: "x: \"*nope\"\na: [1, *nope]\n", want: "E_SYNTAX/anchor", at: "2:8"},
	{name: "an alias before its anchor", src: "a: *b\nb: &b 1\n", want: "E_SYNTAX/anchor", at: "1:4"},
	{name: "text after a block mark", src: "x: 1\na: >提示\n  foo\n", want: "E_SYNTAX/block", at: "2:4"},
	{name: "an unknown directive", src: "%FOO\n---\na: 1\n", want: "E_SYNTAX/directive", at: "1:1"},
	{name: "another version of YAML", src: "# x\n%YAML 2.0\n---\na: 1\n", want: "E_SYNTAX/directive", at: "2:1"},
}

func TestSyntaxErrorsNameTheMistakeAndItsPlace(t *testing.T) { refuse(t, syntaxErrors) }

// The examination of a text that is not YAML must find nothing in a text that is: else it would blame the wrong line.
func TestExaminationFindsNothingInGoodYAML(t *testing.T) {
	texts := map[string]string{
		"list as deep as its key": "a:\n- b\n- c: 1\n  d:\n  - e\nf: 1\n",
		"compact nesting":         "- - a\n  - b\n- - - c: 1\n      d: 2\n",
		"blocks":                  "a: |\n  x: [\n   \"\n\n  - {\nb: >-  # c\n\n    y: '\nc:\n  - |2\n      z\n  - >+\n    @\n\nd: 1\n",
		"plain over lines":        "a: b\n  c 'd\n  \"e [f\n\n  g#h\nb: x\n",
		"quotes over lines":       "a: \"b: c\n  # d\n\n  [e\" # f\n'g h': 'it''s\n  k'\n\"x\" : 1\n",
		"brackets over lines":     "a: [b, # ]\n  {c: 'd]', \"e\":1},\n  [f: g, h i]\n]\nj: {k, l: , m: [ ] }\n",
		"properties":              "a: &x !!str b\nb: *x\nc: &y\n  d: 1\ne: !!map\n  f: 1\n- g: 1\n"[:45],
		"explicit keys":           "? a\n: b\n? [c]\n: d\n",
		"explicit keys in flow":   "a: {? b : c, ? d}\ne: [? f]\n",
		"marks":                   "%YAML 1.2\n--- # x\na: 1\n...\n# y\n",
		"odd plain text":          "a: b:c\nb: http://x/#y\nc: -d\nd: ?e\ne: a, b\nf: x] y}\ng: 50%\nh: a@b\n",
		"Chinese":                 "名称: 甲：乙\n说明: “丙”、（丁）\n",
		"CRLF":                    "a:\r\n  - b\r\n\r\n  - \"c\r\n    d\"\r\ne: [f,\r\n  g]\r\n",
	}
	for _, pattern := range []string{"testdata/*.yaml", "../../examples/proposals/*/proposal.yaml", "../../policies/*/*.yaml", "../../policies/*/*/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = string(src)
		}
	}
	for name, text := range texts {
		s, refused := scan([]byte(text), DefaultLimits(), nil)
		if refused != nil {
			t.Fatalf("%s: %v", name, refused)
		}
		if found := examine(s, 64); found != nil {
			t.Errorf("%s: got %s at %v in %q, want nothing", name, codeOf(found), found.Position, s.line(found.Position.Line))
		}
	}
}

// fallbacks are texts in which the examination finds nothing: the library's words are translated, or stand.
var fallbacks = []refusal{
	{name: "two anchors", src: "x: 1\na: &a &b\n  c: 1\n", want: "E_SYNTAX/indent", at: "2:1"},
	{name: "a value in brackets that begins with a colon", src: "x: 1\na: {b: :x }\n", want: "E_SYNTAX", at: "2:1"},
	{name: "a mapping key in a plain text", src: "? a\n  b: c\n", want: "E_SYNTAX/colon", at: "2:3"},
}

func TestSyntaxErrorsThatOnlyTheLibraryFinds(t *testing.T) {
	refuse(t, fallbacks)
	s, _ := scan([]byte("a: 1\nb: 2\n"), DefaultLimits(), nil)
	e := syntaxFault(s, DefaultLimits(), "yaml: line 2: something new\x1b")
	if got, want := e.Message("en"), `this is not YAML (something new\x1b)`; got != want || e.Position != (Position{2, 1}) {
		t.Errorf("got %q at %v, want %q at 2:1", got, e.Position, want)
	}
	for _, words := range []string{"yaml: line 99: x", "yaml: line 0: x", "yaml: line 99999999999999999999: x", "", "line", "line 1:", "unknown anchor 'zz' referenced"} {
		e := syntaxFault(s, DefaultLimits(), words)
		if p := e.Position; p.Line < 1 || p.Line > 3 || p.Column < 1 || e.Code != "E_SYNTAX" {
			t.Errorf("%q: got %s at %v, want E_SYNTAX inside the text", words, e.Code, p)
		}
	}
}

// The library names no place for nesting beyond its own limit; without brackets or dashes to count, it is the end.
func TestDeepErrorsHaveAPlaceEvenWithoutBrackets(t *testing.T) {
	s, _ := scan([]byte(strings.Repeat("? ", 70)+"a\n"), DefaultLimits(), nil)
	if e := syntaxFault(s, DefaultLimits(), "yaml: exceeded max depth of 10000"); e.Code != "E_DEPTH" || e.Position.Line != 2 {
		t.Errorf("got %v, want E_DEPTH at the end", e)
	}
}
