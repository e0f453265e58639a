package proposal

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// What YAML allows and a proposal does not.

const decomposed, composed = "cafe\u0301", "caf\u00e9"

var duplicateKeys = []refusal{
	{name: "next to each other", src: "a: 1\na: 2\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "far apart", src: "a: 1\nb: 2\nc: 3\na: 4\n", want: "E_DUP_KEY", at: "4:1"},
	{name: "three times: the second is named", src: "a: 1\na: 2\na: 3\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "two pairs: the first in the text is named", src: "b: 1\na: 1\nb: 2\na: 2\n", want: "E_DUP_KEY", at: "3:1"},
	{name: "in a flow mapping", src: "m: {a: 1, b: 2, a: 3}\n", want: "E_DUP_KEY", at: "1:17"},
	{name: "nested", src: "m:\n  a: 1\n  a: 1\n", want: "E_DUP_KEY", at: "3:3"},
	{name: "in an item of a list", src: "l:\n  - a: 1\n    a: 2\n", want: "E_DUP_KEY", at: "3:5"},
	{name: "plain and quoted", src: "a: 1\n\"a\": 2\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "two kinds of quotes", src: "'a': 1\n\"a\": 2\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "an escape", src: "a: 1\n\"\\x61\": 2\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "explicit key", src: "a: 1\n? a\n: 2\n", want: "E_DUP_KEY", at: "2:3"},
	{name: "composed and decomposed", src: composed + ": 1\n" + decomposed + ": 2\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "decomposed and composed", src: decomposed + ": 1\n\"" + composed + "\": 2\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "number and its text", src: "1: a\n\"1\": b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "text and its number", src: "\"1\": a\n1: b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "text and hexadecimal", src: "\"1\": a\n0x1: b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "number and hexadecimal", src: "1: a\n0x1: b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "two spellings of a number", src: "1.0: a\n1: b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "two spellings of true", src: "true: a\nTrue: b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "two spellings of null", src: "~: a\nnull: b\n", want: "E_DUP_KEY", at: "2:1"},
	{name: "beside a merge", src: "x: &x {a: 0}\ny:\n  <<: *x\n  a: 1\n  a: 2\n", want: "E_DUP_KEY", at: "5:3"},
	{name: "two merges", src: "x: &x {a: 0}\ny:\n  <<: *x\n  <<: *x\n", want: "E_DUP_KEY", at: "4:3"},
	{name: "Chinese", src: "名称: 甲\n名称: 乙\n", want: "E_DUP_KEY", at: "2:1"},
}

func TestY9DuplicateKeys(t *testing.T) {
	refuse(t, duplicateKeys)
	e := refusal{src: "# draft\nname: 1\nyear: 2\nname: 3\n"}.parse(t)
	for _, said := range []string{e.Message("zh"), e.Message("en")} {
		if !strings.Contains(said, "2") || !strings.Contains(said, "4") || !strings.Contains(said, "name") {
			t.Errorf("got %q, want both lines and the key", said)
		}
	}
}

var documents = []refusal{
	{name: "a second document", src: "a: 1\n---\nb: 2\n", want: "E_MULTI_DOC", at: "2:1"},
	{name: "a second document that is empty", src: "a: 1\n---\n", want: "E_MULTI_DOC", at: "2:1"},
	{name: "an empty document before the proposal", src: "---\n---\na: 1\n", want: "E_MULTI_DOC", at: "2:1"},
	{name: "text after the end", src: "a: 1\n...\nb: 2\n", want: "E_MULTI_DOC", at: "3:1"},
	{name: "garbage after the end", src: "a: 1\n...\n# note\n\n]]}\n", want: "E_MULTI_DOC", at: "5:1"},
	{name: "a document after the end", src: "a: 1\n...\n---\nb: 2\n", want: "E_MULTI_DOC", at: "3:1"},
	{name: "text on the line of the end", src: "a: 1\n... b: 2\n", want: "E_MULTI_DOC", at: "2:1"},
	{name: "a mark inside quotes", src: "a: \"x\n--- y\"\n", want: "E_MULTI_DOC", at: "2:1"},
	{name: "with CRLF", src: "a: 1\r\n---\r\nb: 2\r\n", want: "E_MULTI_DOC", at: "2:1"},
	{name: "nothing", src: "", want: "E_EMPTY", at: "1:1"},
	{name: "only a byte order mark", src: "\ufeff", want: "E_EMPTY", at: "1:1"},
	{name: "only blank lines", src: "\n  \n\t\n", want: "E_EMPTY", at: "1:1"},
	{name: "only comments", src: "# a: 1\n# b: 2\n", want: "E_EMPTY", at: "1:1"},
	{name: "only a mark", src: "--- # draft\n...\n", want: "E_EMPTY", at: "1:1"},
	{name: "a text", src: "\n改进果园病虫害识别\n", want: "E_ROOT", at: "2:1"},
	{name: "a list", src: "- a\n- b\n", want: "E_ROOT", at: "1:1"},
	{name: "null", src: "~\n", want: "E_ROOT", at: "1:1"},
}

func TestY10OneDocumentWithContent(t *testing.T) {
	refuse(t, documents)
	for _, src := range []string{
		"---\na: 1\n", "a: 1\n...\n", "# c\n--- # c\na: 1\n... # c\n# c\n\n", "%YAML 1.2\n---\na: 1\n", "{}", "a: 1\n...\n...\n",
		"a: ----\nb: |\n  ---\n  ...\nc: ...\n",
	} {
		mustParse(t, src)
	}
}

var lineBreaks = []refusal{
	{name: "NEL in a value", src: "a: x\u0085b: y\n", want: "E_LINE_BREAK", at: "1:5"},
	{name: "NEL in a key", src: "a: 1\n名\u0085b: y\n", want: "E_LINE_BREAK", at: "2:2"},
	{name: "NEL in a comment", src: "a: 1 # 注\u0085b: y\n", want: "E_LINE_BREAK", at: "1:9"},
	{name: "NEL in quotes", src: "a: \"x\u0085y\"\n", want: "E_LINE_BREAK", at: "1:6"},
	{name: "LS in a value", src: "a: x\u2028b: y\n", want: "E_LINE_BREAK", at: "1:5"},
	{name: "LS in a key", src: "a\u2028b: y\n", want: "E_LINE_BREAK", at: "1:2"},
	{name: "LS in a comment", src: "# x\u2028b: y\na: 1\n", want: "E_LINE_BREAK", at: "1:4"},
	{name: "LS in quotes", src: "a: '\u2028'\n", want: "E_LINE_BREAK", at: "1:5"},
	{name: "PS in a value", src: "a: x\u2029b: y\n", want: "E_LINE_BREAK", at: "1:5"},
	{name: "PS in a key", src: "a\u2029b: y\n", want: "E_LINE_BREAK", at: "1:2"},
	{name: "PS in a comment", src: "# x\u2029b: y\na: 1\n", want: "E_LINE_BREAK", at: "1:4"},
	{name: "PS in a block text", src: "a: |\n  x\u2029y\n", want: "E_LINE_BREAK", at: "2:4"},
	{name: "lone CR in a value", src: "a: x\rb: y\n", want: "E_LINE_BREAK", at: "1:5"},
	{name: "lone CR in a key", src: "a\rb: y\n", want: "E_LINE_BREAK", at: "1:2"},
	{name: "lone CR in a comment", src: "# x\rb: y\n", want: "E_LINE_BREAK", at: "1:4"},
	{name: "lone CR at the end", src: "a: 1\r\nb: 2\r", want: "E_LINE_BREAK", at: "2:5"},
	{name: "CR CR LF", src: "a: 1\r\r\n", want: "E_LINE_BREAK", at: "1:5"},
}

func TestY11UnusualLineBreaks(t *testing.T) {
	refuse(t, lineBreaks)
	if e := (refusal{src: "a: x\u2028"}).parse(t); !strings.Contains(e.Message("en"), "U+2028") {
		t.Errorf("got %q, want the code point", e.Message("en"))
	}
}

const chinese = "项目名称: 苹果园病虫害识别\n申报单位: 某合作社\n"

var encodings = []refusal{
	{name: "UTF-16LE with mark", src: "\xff\xfea\x00:\x00 \x001\x00", want: "E_ENCODING", at: "1:1"},
	{name: "UTF-16BE with mark", src: "\xfe\xff\x00a\x00:\x00 \x001", want: "E_ENCODING", at: "1:1"},
	{name: "UTF-16LE", src: utf16(chinese, unicode.LittleEndian), want: "E_ENCODING", at: "1:1"},
	{name: "UTF-16BE", src: utf16(chinese, unicode.BigEndian), want: "E_ENCODING", at: "1:1"},
	{name: "UTF-32LE", src: "a\x00\x00\x00:\x00\x00\x00 \x00\x00\x001\x00\x00\x00", want: "E_ENCODING", at: "1:1"},
	{name: "UTF-32BE with mark", src: "\x00\x00\xfe\xff\x00\x00\x00a\x00\x00\x00:", want: "E_ENCODING", at: "1:1"},
	{name: "GB18030", src: "a: 1\n" + gb18030(chinese), want: "E_ENCODING", at: "2:1"},
	{name: "Latin-1", src: "a: caf\xe9 cr\xe8me\n", want: "E_ENCODING", at: "1:7"},
	{name: "a broken character", src: chinese + "说明: 果\xe5\x9b, 园\n", want: "E_ENCODING/damaged", at: "3:6"},
	{name: "cut off inside a character", src: chinese[:len(chinese)-2], want: "E_ENCODING/damaged", at: "2:10"},
	{name: "a lone surrogate", src: "a: \xed\xa0\xbd\n", want: "E_ENCODING/surrogate", at: "1:4"},
	{name: "a pair of surrogates", src: "a: \xed\xa0\xbd\xed\xb8\x80\n", want: "E_ENCODING/surrogate", at: "1:4"},
	{name: "a byte order mark after a line", src: "a: 1\n\ufeffb: 2\n", want: "E_ENCODING/mark", at: "2:1"},
	{name: "two byte order marks", src: "\ufeff\ufeffa: 1\n", want: "E_ENCODING/mark", at: "1:1"},
	{name: "an overlong slash", src: "a: \xc0\xaf\n", want: "E_ENCODING", at: "1:4"},
}

func utf16(s string, e unicode.Endianness) string {
	out, err := unicode.UTF16(e, unicode.IgnoreBOM).NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func gb18030(s string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func TestY12Encodings(t *testing.T) {
	refuse(t, encodings)
	for name, src := range map[string]string{
		"UTF-16LE": utf16(chinese, unicode.LittleEndian), "UTF-16BE": utf16("a: 1\nb: 2\n", unicode.BigEndian),
		"GB18030": gb18030(chinese), "Latin-1": "a: caf\xe9\n", "UTF-32LE": "a\x00\x00\x00:\x00\x00\x00",
	} {
		e := refusal{src: src}.parse(t)
		if got := e.Args["guess"]; got != name {
			t.Errorf("got the guess %q, want %q", got, name)
		}
		if !strings.Contains(e.Message("zh"), name) || !strings.Contains(e.Remedy("zh"), "UTF-8") {
			t.Errorf("got %q %q, want the encoding and the repair", e.Message("zh"), e.Remedy("zh"))
		}
	}
	doc := mustParse(t, "\ufeffa: 1\r\nb: 2\r\n")
	if got := doc.Locate(Path{Key("a")}); got != (Position{1, 1}) {
		t.Errorf("got %v behind a byte order mark, want 1:1", got)
	}
	if got := doc.Line(1); got != "a: 1" {
		t.Errorf("got line %q, want it without byte order mark and line break", got)
	}
}

var tags = []refusal{
	{name: "binary", src: "a: !!binary aGk=\n", want: "E_TAG", at: "1:4"},
	{name: "timestamp", src: "a: !!timestamp 2026-10-15\n", want: "E_TAG", at: "1:4"},
	{name: "set", src: "a: !!set {x, y}\n", want: "E_TAG", at: "1:4"},
	{name: "ordered map", src: "a: !!omap [x: 1]\n", want: "E_TAG", at: "1:4"},
	{name: "a Python object", src: "a: !!python/object/apply:os.system [ls]\n", want: "E_TAG", at: "1:4"},
	{name: "local", src: "a: !local x\n", want: "E_TAG", at: "1:4"},
	{name: "local on a key", src: "!local a: x\n", want: "E_TAG", at: "1:1"},
	{name: "local on a mapping", src: "a: !local\n  b: 1\n", want: "E_TAG", at: "1:4"},
	{name: "verbatim", src: "a: !<tag:example.org,2026:x> y\n", want: "E_TAG", at: "1:4"},
	{name: "an unknown handle", src: "a: 1\nb: !e!x y\n", want: "E_TAG", at: "2:4"},
	{name: "%TAG", src: "%TAG !e! tag:example.org,2026:\n---\na: !e!x y\n", want: "E_TAG", at: "1:1"},
	{name: "%TAG that redefines the core tags", src: "# x\n%TAG !! tag:example.org,2026:\n---\na: !!str y\n", want: "E_TAG", at: "2:1"},
	{name: "an unfinished tag", src: "a: !<> y\n", want: "E_TAG", at: "1:4"},
	{name: "a number that is none", src: "a: !!int x\n", want: "E_TAG/content", at: "1:4"},
	{name: "a whole number that is none", src: "a: !!int 1.5\n", want: "E_TAG/content", at: "1:4"},
	{name: "a boolean that is none", src: "a: !!bool yes\n", want: "E_TAG/content", at: "1:4"},
	{name: "null that is something", src: "a: !!null x\n", want: "E_TAG/content", at: "1:4"},
	{name: "a list that is a mapping", src: "a: !!seq {b: 1}\n", want: "E_TAG", at: "1:4"},
	{name: "a mapping that is a list", src: "a: !!map [b]\n", want: "E_TAG", at: "1:4"},
	{name: "a text that is a list", src: "a: !!str [b]\n", want: "E_TAG", at: "1:4"},
}

func TestY14Tags(t *testing.T) {
	refuse(t, tags)
	equal(t, "a: !!str 010\nb: !!int \"12\"\nc: !!float 1\nd: !!bool 'true'\ne: !!null ''\nf: !!seq [!!map {}]\n"+
		"g: !<tag:yaml.org,2002:str> 1\n!!str h: 1\ni: ! 12\nj: &j ! true\nk: ! [1]\nl: !!str\n",
		`{"a":"010","b":12,"c":1,"d":true,"e":null,"f":[{}],"g":"1","h":1,"i":"12","j":"true","k":[1],"l":""}`)
}

var merges = []refusal{
	{name: "a number", src: "a:\n  <<: 1\n", want: "E_TAG/merge", at: "2:3"},
	{name: "nothing", src: "a:\n  <<:\n", want: "E_TAG/merge", at: "2:3"},
	{name: "an alias of a text", src: "a: &a x\nb: {<<: *a}\n", want: "E_TAG/merge", at: "2:5"},
	{name: "a list with a number in it", src: "a:\n  <<: [{x: 1}, 2]\n", want: "E_TAG/merge", at: "2:3"},
	{name: "a chain that doubles, 2^25", src: mergeChain(25), want: "E_ALIAS_BUDGET", at: "14:17"},
}

// mergeChain is a list of mappings, each of which merges the one before twice.
func mergeChain(links int) string {
	var b strings.Builder
	b.WriteString("m0: &m0 {a: 1}\n")
	for i := 1; i <= links; i++ {
		fmt.Fprintf(&b, "m%d: &m%d {<<: [*m%d, *m%d]}\n", i, i, i-1, i-1)
	}
	return b.String()
}

func TestY15MergeKeys(t *testing.T) {
	refuse(t, merges)
	equal(t, "base: &base {a: 1, b: 2}\nx:\n  <<: *base\n  b: 3\n", `{"base":{"a":1,"b":2},"x":{"a":1,"b":3}}`)
	equal(t, "base: &base {a: 1, b: 2}\nx:\n  b: 3\n  <<: *base\n", `{"base":{"a":1,"b":2},"x":{"a":1,"b":3}}`)
	equal(t, "p: &p {a: 1}\nq: &q {a: 2, b: 2}\nx: {<<: [*p, *q], c: 3}\n", `{"p":{"a":1},"q":{"a":2,"b":2},"x":{"a":1,"b":2,"c":3}}`)
	equal(t, "x:\n  <<: {a: 1}\n  \"<<\": text\n", `{"x":{"<<":"text","a":1}}`)
	equal(t, "x: {<<: &in {a: 1}, b: *in}\n", `{"x":{"a":1,"b":{"a":1}}}`)

	doc := mustParse(t, "base: &base\n  a: 1\nx:\n  <<: *base\n  b: 2\n")
	if got, want := doc.Locate(Path{Key("x"), Key("a")}), (Position{2, 3}); got != want {
		t.Errorf("got a merged field at %v, want where it is written, %v", got, want)
	}
}

var keyTypes = []refusal{
	{name: "a whole number", src: "1: a\n", want: "E_KEY_TYPE", at: "1:1"},
	{name: "a decimal", src: "x: 1\n1.5: a\n", want: "E_KEY_TYPE", at: "2:1"},
	{name: "an octal number", src: "010: a\n", want: "E_KEY_TYPE", at: "1:1"},
	{name: "infinity", src: ".inf: a\n", want: "E_KEY_TYPE", at: "1:1"},
	{name: "a boolean", src: "true: a\n", want: "E_KEY_TYPE", at: "1:1"},
	{name: "null", src: "null: a\n", want: "E_KEY_TYPE", at: "1:1"},
	{name: "a tilde", src: "a: {~: b}\n", want: "E_KEY_TYPE", at: "1:5"},
	{name: "nothing", src: "a: 1\n: b\n", want: "E_KEY_TYPE/empty", at: "2:1"},
	{name: "empty quotes", src: "\"\": b\n", want: "E_KEY_TYPE/empty", at: "1:1"},
	{name: "a list", src: "? [a, b]\n: c\n", want: "E_KEY_TYPE/structure", at: "1:3"},
	{name: "a mapping", src: "{a: b}: c\n", want: "E_KEY_TYPE/structure", at: "1:1"},
	{name: "an alias", src: "a: &x b\n*x : c\n", want: "E_KEY_TYPE/structure", at: "2:1"},
}

func TestY16KeyTypes(t *testing.T) {
	refuse(t, keyTypes)
	equal(t, "\"1\": a\n'true': b\nyes: c\n2026-10-15: d\n!!str 2: e\n&k key: *k\n",
		`{"1":"a","2":"e","2026-10-15":"d","key":"key","true":"b","yes":"c"}`)
}
