package proposal

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	generator "hegui/internal/sample"
)

var everything = flag.Bool("everything", false, "compare the two paths on a hundred times as many texts")

func amount(usual, all int) int {
	if *everything {
		return all
	}
	return usual
}

// used is a parser that has read other texts before.
var used struct {
	sync.Mutex
	Parser
}

// alike checks that the fast path reads a text as the library does, or leaves it to it, and says whether it read it.
func alike(t testing.TB, src []byte, lim Limits) (fast bool) {
	t.Helper()
	used.Lock()
	defer used.Unlock()
	doc, err := used.Parse("f", src, lim)
	slow, slowErr := ParseSlow("f", src, lim)
	switch {
	case err != nil || slowErr != nil:
		if !reflect.DeepEqual(err, slowErr) {
			t.Errorf("%q: got %v, from the library %v", src, err, slowErr)
		}
		return false
	case slow.Fast:
		t.Fatal("ParseSlow took the fast path")
	case !doc.Fast:
		return false
	}
	var got, want strings.Builder
	dump(&got, doc.root)
	dump(&want, slow.root)
	switch {
	case got.String() != want.String():
		t.Errorf("%q:\ngot\n%s\nfrom the library\n%s", src, &got, &want)
	case !reflect.DeepEqual(doc.Warnings, slow.Warnings):
		t.Errorf("%q: got warnings %v, from the library %v", src, doc.Warnings, slow.Warnings)
	case doc.SHA256 != slow.SHA256 || doc.ContentSHA256() != slow.ContentSHA256():
		t.Errorf("%q: got another digest", src)
	case doc.whole != doc.root || !reflect.DeepEqual(doc.source, slow.source) || doc.Name != slow.Name:
		t.Errorf("%q: got another document", src)
	}
	return true
}

// dump writes everything there is about a value.
func dump(b *strings.Builder, v *Value) {
	fmt.Fprintf(b, "%d:%d %d %t %q", v.line, v.column, v.kind, v.bool, v.text)
	for _, item := range v.items {
		b.WriteString("\n- ")
		dump(b, item)
	}
	for _, f := range v.fields {
		fmt.Fprintf(b, "\n%q %v: ", f.Key, f.KeyPos)
		dump(b, f.Value)
	}
	b.WriteString(" .")
}

// taken are texts that the fast path reads.
var taken = []struct{ name, src string }{
	{"a mapping", "a: b\nc: d\n"},
	{"no line break at the end", "a: b\nc:"},
	{"an indented root", "\n\n  a: 1\n  b: 2\n"},
	{"a byte order mark", "\ufeffa: [1, b]\n"},
	{"CRLF", "a: 1\r\nb:\r\n  - \"x\\\r\n    y\"\r\n  - z # c\r\n\r\nc: |\r\n  x\r\n  y\r\n"},
	{"every kind", "a: 1\nb: -2.50\nc: true\nd: ~\ne:\nf: null\ng: 2027-01-01\nh: 1e3\ni: yes\n"},
	{"nesting", "a:\n  b:\n    c:\n      - d: 1\n        e:\n          f: 2\n      - g\nh: 3\n"},
	{"a sequence as deep as its key", "a:\n- b\n- c: 1\n  d: 2\n-\ne:\n- f\n"},
	{"a sequence in a sequence", "a:\n  - - b\n    - c\n  -\n    - d\n"},
	{"a sequence below its key in an item", "a:\n  - b:\n    - c\n    d: 1\n"},
	{"a list with an anchor", "a: &x [1, b]\nc: *x\nd: [*x, {e: *x, f: *x }]\ng:\n  - *x\n  - &y-2 [] # h\n  - *y-2 # i\n"},
	{"empty values", "a:\nb:\n  -\n  - c:\n  -\nd:"},
	{"wide dashes", "a:\n  -   b: 1\n      c: 2\n"},
	{"comments", "# a\n\na: 1 # b\n  # c\nb: # d\n# e\n  c: 2\n  # f\nd: \"x\" # g\n# h"},
	{"comments behind dashes", "a:\n  - # b\n    c: 1\n  - # d\n    - e\n    - # f\n  - # g\n\n  # h\n  - # i\nj:\n- # k\n  # l\n  m: 1"},
	{"a comment sign inside a word", "a: b#c\nd#e: 1\n"},
	{"plain text", "a: b c, d [e] {f} it's \"g\" -- h? i! & * a:b http://x ?\n"},
	{"Chinese", "项目:\n  标题: 果园识别，第一期：试点\n  清单: [苹果, 梨, {名: 桃}]\n"},
	{"a key not in form C", "e\u0301: 1\n"},
	{"blanks at the end of a line", "a: b   \nc:   \n  - d  \n"},
	{"quoted", "a: 'b'\n\"c\": \"d: e # f\"\n'g': ''\nh: \"\"\n"},
	{"a number in quotes is a key", "\"2027\": 1\n'true': 2\n"},
	{"single quotes inside", "a: 'it''s'\nb: ''''\n'c''d': 'e'''\n"},
	{"escapes", `a: "b \"c\" \\ \n d\t"` + "\n"},
	{"folded in quotes", "a: \"b\n  c  \n\n\n  d\n  e\"\nf: 1\n"},
	{"a backslash before the line break", "a: \"b \\\n  c\\\n    d\"\nf: [1]\n"},
	{"folded in quotes as an item", "a:\n  - \"b\n    c\"\n  - d\n"},
	{"a comment sign inside quotes over lines", "a: \"b\n  # c\"\n"},
	{"brackets", "a: [1, b c, 'd', \"e, f\", [], {}, [g], {h: i}]\nb: {c: 1, \"d\": [2], 'e': {f: 3}}\nc: []\n"},
	{"brackets with blanks", "a: [ 1 , b ]\nb: { c: 1 , d: 2 }\nc: [ ]\nd: { }\n"},
	{"brackets as items", "a:\n  - [1, 2] # b\n  - {c: d}\n"},
	{"JSON in brackets", `a: {"b":1,"c":[true,"d"]}` + "\n"},
	{"positions behind emoji", "a: [😀, {b: 😀, c: d}]\n"},
	{"JSON", `{"a":{"b":[1,-2.5e3,true,false,null,"c\nd"]},"e":""}` + "\n# end\n"},
	{"JSON behind blanks and comments", "# a\n\n  {} # b\n"},
	{"a colon inside a word in brackets", "a: [b:c, http://d/e]\n"},
	{"a literal text", "a: |\n  b\n   c\n\n  # d\n\ne: |-\n  f\n"},
	{"a folded text", "a: >\n\n  b\n  c \n\n\n  d\ne:\n  - >-\n    f\n    g\n  - h\n"},
	{"a literal text at the end without a line break", "a: |\n  b"},
	{"a less deep comment behind a literal text", "a:\n  b: |\n    c\n # d\ne: 1\n"},
}

// left are texts that the fast path leaves to the library, whether that reads or refuses them.
var left = []struct{ name, src string }{
	{"nothing", ""},
	{"comments only", "# a\n"},
	{"another root than a mapping", "- a\n"},
	{"a scalar as the root", "a\n"},
	{"brackets as the root over lines", "{a: 1,\n b: 2}\n"},
	{"a sequence in brackets as the root", "[a]\n"},
	{"text behind the root", "{a: 1}\nb: 2\n"},
	{"a mark", "---\na: 1\n"},
	{"two documents", "a: 1\n---\nb: 2\n"},
	{"the end of a document", "a: 1\n...\n"},
	{"a mark inside quotes", "a: \"b\n--- c\"\n"},
	{"the end of a document where a key could stand", "... a: 1\n"},
	{"a directive", "%YAML 1.2\n---\na: 1\n"},
	{"a tab before a comment", "a: 1\t# b\n"},
	{"a tab in a text", "a: \"b\tc\"\n"},
	{"an anchor of a scalar", "a: &b 1\n"},
	{"an anchor of a list below", "a: &b\n  - 1\nc: *b\n"},
	{"an anchor of a list of lists", "a: &b [[1]]\nc: *b\n"},
	{"an anchor of an alias", "a: &b [1]\nc: &d [*b]\n"},
	{"an anchor that stands for two lists", "a: &b [1]\nc: &b [2]\nd: *b\n"},
	{"an anchor inside itself", "a: &b [1, *b]\n"},
	{"an anchor without a name", "a: & [1]\n"},
	{"an anchor without a blank", "a: &b[1]\n"},
	{"an anchor in another alphabet", "a: &标 [1]\nb: *标\n"},
	{"an alias of nothing", "a: *b\n"},
	{"an alias before its anchor", "a: *b\nc: &b [1]\n"},
	{"an alias as a key", "a: &b [1]\n*b : 1\n"},
	{"an alias in an item as a key", "a: &b [1]\nc:\n  - *b : 1\n"},
	{"an alias and more", "a: &b [1]\nc: *b d\n"},
	{"an alias and a colon", "a: &b [1]\nc: {d: *b: 1}\n"},
	{"an alias that goes on below", "a: &b [1]\nc: *b\n  d\n"},
	{"a tag", "a: !!str 1\n"},
	{"a lone exclamation mark", "a: ! 1\n"},
	{"a merge", "a:\n  <<: {b: 1}\n"},
	{"an explicit key", "? a\n: 1\n"},
	{"a question mark in brackets", "a: [b?]\n"},
	{"a key with a blank behind it", "a : 1\n"},
	{"a key twice", "a: 1\nb: 2\na: 3\n"},
	{"a key twice in brackets", "a: {b: 1, b: 2}\n"},
	{"a key that is no text", "1: a\n"},
	{"a key over lines", "\"a\n  b\": 1\n"},
	{"an empty key", "'': 1\n"},
	{"a key in brackets", "[a]: 1\n"},
	{"a key that begins like an item", "-a: 1\n"},
	{"a key over the library's limit", rep("k", 1_025) + ": 1\n"},
	{"plain text over lines", "a: b\n  c\n"},
	{"plain text below its key", "a:\n  b\n"},
	{"quoted text below its key", "a:\n  \"b\"\n"},
	{"a text below its key without indentation", "a: \"b\nc\"\n"},
	{"brackets over lines", "a: [b,\n  c]\n"},
	{"a comma before the closing bracket", "a: [b, ]\n"},
	{"an empty entry", "a: [b, , c]\n"},
	{"a value missing in brackets", "a: {b: , c: 1}\n"},
	{"a key alone in brackets", "a: {b}\n"},
	{"a pair in a sequence", "a: [b: 1]\n"},
	{"a comment right behind quotes", "a: \"b\"# c\n"},
	{"a comment in brackets", "a: [b # c\n  ]\n"},
	{"text behind quotes", "a: \"b\" c\n"},
	{"text behind brackets", "a: [b] c\n"},
	{"two colons", "a: b: c\n"},
	{"a dash where a value stands", "a: - b\n"},
	{"a reserved character", "a: @b\n"},
	{"a line too deep", "a: 1\n  b: 2\n"},
	{"a line not deep enough", "a:\n    b: 1\n  c: 2\n"},
	{"a line less deep than the first", "  a: 1\nb: 2\n"},
	{"a dash among keys", "a: 1\n- b\n"},
	{"a key among dashes", "a:\n  - b\n  c: 1\n"},
	{"an unknown escape", `a: "\/"` + "\n"},
	{"an escape by number", `a: "\u4e00"` + "\n"},
	{"an escape that is a control character", `a: "\a"` + "\n"},
	{"an empty line behind a backslash", "a: \"b\\\n\n  c\"\n"},
	{"single quotes over lines", "a: 'b\n  c'\n"},
	{"quotes that do not end", "a: \"b\n"},
	{"single quotes that do not end", "a: 'b''\n"},
	{"escapes over lines in brackets", "a: [\"b\\\n  c\"]\n"},
	{"an indicator of indentation", "a: |2\n   b\n"},
	{"an indicator that keeps line breaks", "a: |+\n  b\n\n"},
	{"a comment behind an indicator", "a: | # b\n  c\n"},
	{"a block text without content", "a: |\nb: 1\n"},
	{"a deeper line in a folded text", "a: >\n  b\n    c\n"},
	{"a line of blanks in a literal text", "a: |\n  b\n   \n  c\n"},
	{"a number that is none in JSON", "a: 010\n"},
	{"a number out of bounds", "a: 1e99\n"},
	{"a hidden character", "a: b\u200bc\n"},
	{"a hidden character in a key", "b\u200bc: 1\n"},
	{"a lookalike", "a: p\u0430y\n"},
}

func TestWhatTheFastPathTakes(t *testing.T) {
	for _, row := range taken {
		if !alike(t, []byte(row.src), Limits{}) {
			t.Errorf("%s: %q was left to the library", row.name, row.src)
		}
	}
	for _, row := range left {
		if alike(t, []byte(row.src), Limits{}) {
			t.Errorf("%s: %q was taken", row.name, row.src)
		}
	}
}

// Limits are the same on both paths, at the boundary and one beyond it.
func TestFastPathKeepsTheLimits(t *testing.T) {
	const src = "a:\n  - b: [1, 2, \"text\"]\n  - cd: 'x'\n" // 12 keys and values, of 5 levels, 3 items
	for _, row := range []struct{ within, beyond Limits }{
		{Limits{Depth: 5}, Limits{Depth: 4}},
		{Limits{Nodes: 12}, Limits{Nodes: 11}},
		{Limits{KeyBytes: 2}, Limits{KeyBytes: 1}},
		{Limits{ScalarBytes: 4}, Limits{ScalarBytes: 3}},
		{Limits{Sequence: 3}, Limits{Sequence: 2}},
		{Limits{Bytes: len(src)}, Limits{Bytes: len(src) - 1}},
		{Limits{Structure: 11}, Limits{Structure: 10}},
	} {
		if !alike(t, []byte(src), row.within) {
			t.Errorf("%+v: the fast path did not take it", row.within)
		}
		if _, err := Parse("f", []byte(src), row.beyond); err == nil {
			t.Errorf("%+v: got no refusal", row.beyond)
		}
		alike(t, []byte(src), row.beyond)
	}
	const again = "a: &x [1, 23]\nb: *x\nc: *x\n" // 9 keys and values, 13 with the aliases written out
	for _, row := range []struct{ within, beyond Limits }{
		{Limits{Aliases: 2}, Limits{Aliases: 1}},
		{Limits{Nodes: 9}, Limits{Nodes: 8}},
		{Limits{Depth: 3}, Limits{Depth: 2}},
		{Limits{ExpandedNodes: 15}, Limits{ExpandedNodes: 9}},
		{Limits{ExpandedBytes: 100}, Limits{ExpandedBytes: 11}},
	} {
		if !alike(t, []byte(again), row.within) {
			t.Errorf("%+v: the fast path did not take it", row.within)
		}
		if _, err := Parse("f", []byte(again), row.beyond); err == nil {
			t.Errorf("%+v: got no refusal", row.beyond)
		}
		alike(t, []byte(again), row.beyond)
	}
	for _, row := range refusals() {
		if len(row.src) < 100_000 {
			alike(t, []byte(row.src), row.lim)
		}
	}
	long := Limits{KeyBytes: 5_000} // the library takes no longer keys than 1,024 characters
	for _, key := range []string{rep("k", 1_100), rep("k ", 600) + "k", `"` + rep("k", 1_100) + `"`} {
		if alike(t, []byte(key+": 1"), long) || alike(t, []byte("a: {"+key+": 1}"), long) {
			t.Error("the fast path took a key of 1,100 characters")
		}
	}
	deep := Limits{Depth: 20_000, Structure: 1 << 20} // beyond it the library has a limit of its own
	if alike(t, []byte("a: "+rep("[", 2_000)+rep("]", 2_000)), deep) {
		t.Error("the fast path took 2,000 levels")
	}
}

// Every example is read, and those with nothing rare in them by the fast path.
func TestFastPathOnExamples(t *testing.T) {
	proposals, fast := 0, 0
	for name, src := range exampleFiles(t) {
		took := alike(t, src, Limits{})
		if strings.HasSuffix(name, "/proposal.yaml") {
			if proposals++; took {
				fast++
			} else {
				t.Logf("%s was left to the library", name)
			}
		}
	}
	if proposals < 15 || fast != proposals {
		t.Errorf("the fast path took %d of %d proposals, want all of at least 15", fast, proposals)
	}
}

func exampleFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir("../../examples", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".yaml" || strings.Contains(name, "node_modules") {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Generated proposals come in every style that people write.
func TestFastPathOnGeneratedProposals(t *testing.T) {
	count := amount(400, 4_000)
	fast := 0
	for i := range count {
		src := generated(t, 11, i)
		if alike(t, src, Limits{}) {
			fast++
		}
	}
	if left := count - fast; left > count/50 {
		t.Errorf("the fast path left %d of %d proposals, want at most 2 in 100", left, count)
	}
}

func generated(t testing.TB, seed uint64, i int) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := generator.Write(&b, seed, i); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Texts with mistakes are where two readers part: lines go missing or come twice, indentation and characters change.
func TestFastPathOnMutatedProposals(t *testing.T) {
	rounds := amount(50, 1_700)
	dice := rand.New(rand.NewPCG(1, 2))
	sources := [][]byte{[]byte(orchard), []byte(jsonText(mustParse(t, orchard).Root()))}
	for _, row := range taken {
		sources = append(sources, []byte(row.src))
	}
	for name, src := range exampleFiles(t) {
		if strings.HasSuffix(name, "/proposal.yaml") {
			sources = append(sources, src[:6_000])
		}
	}
	for i := range 10 {
		src := generated(t, 12, i)
		sources = append(sources, src[:min(len(src), 6_000)])
	}
	fast := 0
	for _, src := range sources {
		for range rounds {
			if alike(t, mutate(dice, src), Limits{}) {
				fast++
			}
		}
	}
	if all := rounds * len(sources); fast < all/20 || fast > all*19/20 {
		t.Errorf("the fast path took %d of %d, want neither few nor nearly all", fast, all)
	}
}

// Short texts of pieces that mean something in YAML, put together at random, meet every rule of the fast path in turn.
func TestFastPathOnPieces(t *testing.T) {
	rounds := amount(20_000, 1_000_000)
	fast := 0
	for seed := range uint64(rounds) {
		if alike(t, pieces(rand.New(rand.NewPCG(seed, 5))), Limits{}) {
			fast++
		}
		if t.Failed() {
			return
		}
	}
	if fast < rounds/20 {
		t.Errorf("the fast path took %d of %d, want more", fast, rounds)
	}
}

// pieces gives lines that are mostly right: indentation, dashes, a key, a value and what ends a line, each odd now and then.
func pieces(dice *rand.Rand) []byte {
	some := func(usual, odd []string) string {
		if dice.IntN(15) == 0 {
			return pick(dice, odd...)
		}
		return pick(dice, usual...)
	}
	var b strings.Builder
	if dice.IntN(20) == 0 {
		b.WriteString(pick(dice, "{", " {\"k\":", "{}", "--- ", "\ufeff", "[", "# c\n"))
	}
	column, deeper := 0, false
	for range 1 + dice.IntN(8) {
		switch {
		case deeper:
			column += dice.IntN(4)
		case dice.IntN(3) == 0:
			column = max(0, column-2*dice.IntN(3))
		}
		b.WriteString(strings.Repeat(" ", max(0, column+[]int{-1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}[dice.IntN(16)])))
		dash := some([]string{"", "", "- "}, []string{"-", "- - ", "-   ", "# c", "? ", "--- ", "- # c\n" + strings.Repeat(" ", column+2)})
		key := "k" + string(rune('a'+dice.IntN(26)))
		key = some([]string{key + ":", key + ":", "\"" + key + "\":"}, []string{"", "'k':", "\"\":", key + " :", "é:", "{", "null:", "1:", "<<:", key})
		value := some([]string{"", "", " x", " y z", " 1", " 2.50", " ~", " 's'", " \"d\"", " [1, b]", " {a: 1, b: [c, \"d\"]}", " |\n" + strings.Repeat(" ", column+3) + "x", " 果"},
			[]string{"x", " 'it''s'", " \"a\\n\"", " \"open", " close\"", " \\", " |", " >-", " []", " [a: 1]", " [x, ", " ]", " }", ", ", " : ", " a:b", " a#b", " -", " -1", " ...", " ?", " &a", " *a", " !", " 😀", " 08:00", " \"\"", " \"\\"})
		end := some([]string{"\n", "\n", "\n\n", " # c\n", "\n# c\n"}, []string{"\r\n", "  \n", "# c\n", "\n    # c\n", "\n  \n", "\\\n", "", " \t\n"})
		b.WriteString(dash + key + value + end)
		if deeper = value == ""; dash != "" {
			column += len(dash)
		}
	}
	return []byte(b.String())
}

// mutate makes one to three mistakes.
func mutate(dice *rand.Rand, src []byte) []byte {
	lines := strings.Split(string(src), "\n")
	for range 1 + dice.IntN(3) {
		i := dice.IntN(len(lines))
		line := lines[i]
		switch dice.IntN(7) {
		case 0:
			lines = append(lines[:i:i], lines[i+1:]...)
		case 1:
			lines = append(lines[:i+1:i+1], lines[i:]...)
		case 2:
			lines[i] = strings.Repeat(" ", 1+dice.IntN(3)) + line
		case 3:
			lines[i] = strings.TrimPrefix(line, strings.Repeat(" ", 1+dice.IntN(2)))
		case 4:
			at := dice.IntN(len(line) + 1)
			const odd = " :-,[]{}#\"'\\\n?!&*|>%@~.0a\r\t"
			lines[i] = line[:at] + string(odd[dice.IntN(len(odd))]) + line[at:]
		case 5:
			if at := dice.IntN(len(line) + 1); at < len(line) {
				lines[i] = line[:at] + line[at+1:]
			}
		case 6:
			j := dice.IntN(len(lines))
			lines[i], lines[j] = lines[j], lines[i]
		}
		if len(lines) == 0 {
			return nil
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// FuzzFastPath holds that any text is read alike on both paths, or left to the library.
func FuzzFastPath(f *testing.F) {
	for _, row := range taken {
		f.Add([]byte(row.src))
	}
	for _, row := range left {
		f.Add([]byte(row.src))
	}
	for _, r := range refusals() {
		if len(r.src) < 4_000 {
			f.Add([]byte(r.src))
		}
	}
	for _, src := range exampleFiles(f) {
		f.Add(src[:min(len(src), 4_000)])
	}
	f.Fuzz(func(t *testing.T, src []byte) { alike(t, src, Limits{}) })
}
