package proposal

import (
	"fmt"
	"strings"
	"testing"
)

// Inputs that are small and cost much, or are large and look small.

var rep = strings.Repeat

// laughs is a document of a few hundred bytes whose aliases stand for 9^levels scalars.
func laughs(levels int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for i := 1; i < levels; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(rep(fmt.Sprintf("*a%d, ", i-1), 9), ", "))
	}
	return b.String()
}

var aliasBombs = []refusal{
	// Each line stands for nine times the line above plus itself: 10, 91, 820, 7381; the fifth passes 50,000.
	{name: "billion laughs, 9^10", src: laughs(10), want: "E_ALIAS_BUDGET", at: "5:35"},
	{name: "a long text, often", src: "t: &t " + rep("x", 60_000) + "\nl: [" + rep("*t, ", 100) + "]", want: "E_ALIAS_BUDGET/bytes", at: "2:277"},
	{name: "quadratic: 60,000 uses", src: "t: &t " + rep("x", 60_000) + "\nl: [" + rep("["+rep("*t,", 90)+"],", 600) + "]", want: "E_ALIAS_BUDGET/bytes", at: "2:210"},
	{name: "201 aliases of one number", src: "t: &t 1\nl: [" + rep("*t, ", 201) + "]", want: "E_ALIAS_BUDGET/count", at: "2:805"},
	{
		name: "plain content after aliases counts too", src: "t: &t [1, 2, 3]\na: *t\nb: [1, 2, 3]\n",
		lim: Limits{ExpandedNodes: 12}, want: "E_ALIAS_BUDGET", at: "3:4",
	},
	{name: "a list in itself", src: "a: &a [*a]\n", want: "E_ALIAS_CYCLE", at: "1:8"},
	{name: "a mapping in itself", src: "a: &a\n  b: *a\n", want: "E_ALIAS_CYCLE", at: "2:6"},
	{name: "the whole document in itself", src: "&a\nb: [*a]\n", want: "E_ALIAS_CYCLE", at: "2:5"},
	{name: "a mapping merged into itself", src: "a: &a {<<: *a}\n", want: "E_ALIAS_CYCLE", at: "1:12"},
	{name: "a cycle through another anchor", src: "a: &a {b: &b [*a, *b]}\n", want: "E_ALIAS_CYCLE", at: "1:15"},
}

func TestY1Y3Y4AliasBombs(t *testing.T) { refuse(t, aliasBombs) }

func TestAliasesWithinTheBudgetShareTheirValue(t *testing.T) {
	doc := mustParse(t, "a: &a {x: [1, 2]}\nb: *a\nc: [*a, *a]\n")
	a, _ := doc.At(Path{Key("a")})
	b, _ := doc.At(Path{Key("b")})
	c, _ := doc.At(Path{Key("c"), Index(1)})
	if a != b || a != c {
		t.Error("got copies, want one value")
	}
	if got, want := b.Position(), (Position{1, 4}); got != want {
		t.Errorf("got the alias at %v, want the place of its anchor %v", got, want)
	}
}

var deepNesting = []refusal{
	{name: "flow lists", src: rep("[", 9_990) + rep("]", 9_990), want: "E_DEPTH", at: "1:65"},
	{name: "flow lists that never close", src: rep("[", 9_990), want: "E_DEPTH", at: "1:65"},
	{name: "flow mappings", src: rep("{a: ", 9_990) + "1" + rep("}", 9_990), want: "E_DEPTH", at: "1:257"},
	{name: "flow mappings that never close", src: rep("{a: ", 9_990), want: "E_DEPTH", at: "1:257"},
	{name: "block lists in one line", src: rep("- ", 9_990) + "x", want: "E_DEPTH", at: "1:129"},
	{name: "beyond what the library takes, flow", src: rep("[", 20_000), want: "E_DEPTH", at: "1:65"},
	{name: "beyond what the library takes, block", src: rep("- ", 20_000) + "x", want: "E_DEPTH", at: "1:129"},
	{name: "by indentation", src: staircase(70), want: "E_DEPTH", at: "65:65"},
	{name: "scalars count as a level", src: "a: [1]\n", lim: Limits{Depth: 2}, want: "E_DEPTH", at: "1:5"},
	{
		name: "aliases stacked on aliases", lim: Limits{Depth: 5},
		src: "a: &a [[1]]\nb: &b [[*a]]\n", want: "E_DEPTH", at: "2:9",
	},
}

func staircase(steps int) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(rep(" ", i) + "a:\n")
	}
	return b.String()
}

func TestY5DeepNesting(t *testing.T) {
	refuse(t, deepNesting)
	if _, err := Parse("f", []byte("a: "+rep("[", 62)+"1"+rep("]", 62)), Limits{}); err != nil {
		t.Errorf("got %v for 64 levels, want none", err)
	}
}

var floods = []refusal{
	{name: "Y2 350,000 plain nodes", src: "a: [" + rep("a,", 350_000) + "]", want: "E_STRUCTURE", at: "1:400002"},
	{name: "Y6 comments", src: rep("a: #\n", 200_000), want: "E_STRUCTURE", at: "66667:5"},
	{name: "Y6 line breaks", src: rep("\n", 200_001), want: "E_STRUCTURE", at: "200001:1"},
	{name: "Y7 many keys", src: manyKeys(60_000, ""), want: "E_NODES", at: "25000:9"},
	{name: "Y7 many anchored keys", src: manyKeys(60_000, "&a "), want: "E_NODES", at: "25000:12"},
	{name: "Y7 a few keys too many", src: "a: 1\nb: [2, 3]\n", lim: Limits{Nodes: 6}, want: "E_NODES", at: "2:8"},
	{name: "aliases are nodes too", src: "a: &a 1\nb: *a\n", lim: Limits{Nodes: 4}, want: "E_NODES", at: "2:4"},
	{name: "a list of 10,001", src: "a: [" + rep("1,", 10_000) + "1]", want: "E_SEQUENCE", at: "1:20005"},
}

func manyKeys(n int, anchor string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sk%d: 1\n", anchor, i)
	}
	return b.String()
}

func TestY2Y6Y7Floods(t *testing.T) { refuse(t, floods) }

var sizes = []refusal{
	{name: "a scalar of 10 MiB", src: "a: " + rep("x", 10<<20), want: "E_TOO_LARGE", at: "1:1"},
	{name: "a key of 1 MiB", src: rep("x", 1<<20) + ": 1", want: "E_TOO_LARGE", at: "1:1"},
	{name: "one byte too many", src: "a: 12", lim: Limits{Bytes: 4}, want: "E_TOO_LARGE", at: "1:1"},
	{name: "a scalar of 64 KiB and a byte", src: "a: " + rep("x", 64<<10+1), want: "E_SCALAR_SIZE", at: "1:4"},
	{name: "a quoted number of 64 KiB and a byte", src: "a: '" + rep("1", 64<<10+1) + "'", want: "E_SCALAR_SIZE", at: "1:4"},
	{name: "a block text of 64 KiB and more", src: "a: |\n" + rep("  xxxxxxx\n", 8<<10+1), want: "E_SCALAR_SIZE", at: "1:4"},
	{name: "a key of 257 bytes", src: "x: 1\n" + rep("k", 257) + ": 1", want: "E_KEY_SIZE", at: "2:1"},
	{name: "a key of 256 bytes that form C makes 384", src: rep("\u0958", 85) + "k: 1", want: "E_KEY_SIZE", at: "1:1"},
	{name: "an explicit key of 2,000 bytes", src: "? " + rep("k", 2_000) + "\n: 1", want: "E_KEY_SIZE", at: "1:3"},
}

func TestY8Sizes(t *testing.T) { refuse(t, sizes) }

func TestRefusalBeforeParsingCostsNothing(t *testing.T) {
	src := []byte("a: " + rep("x", 10<<20))
	if got := testing.AllocsPerRun(5, func() { _, _ = Parse("f", src, Limits{}) }); got > 20 {
		t.Errorf("got %.0f allocations for a file that is too large, want a handful", got)
	}
}

// own reproducers in the manner of go-yaml's fuzz_crashers.yaml: short inputs that broke YAML readers.
var crashers = []refusal{
	{name: "a tag that is only zeros", src: "!!0 a: 1", want: "E_TAG", at: "1:1"},
	{name: "a directive and nothing", src: "%", want: "E_SYNTAX/directive", at: "1:1"},
	{name: "a directive instead of a document", src: "%YAML 1.2\na: 1", want: "E_SYNTAX/directive", at: "1:1"},
	{name: "an anchor and nothing", src: "a: &", want: "E_SYNTAX/reserved", at: "1:4"},
	{name: "brackets in the wrong order", src: "a: [}{]", want: "E_SYNTAX/bracket", at: "1:4"},
	{name: "a question and a dash", src: "? \n-", want: "E_KEY_TYPE/structure", at: "2:1"},
	{name: "a tagged merge", src: "a: {!!merge <<: {b: 1}}", want: "E_TAG", at: "1:5"},
	{name: "an indentation indicator of zero", src: "a: |0\n  x", want: "E_SYNTAX/block", at: "1:4"},
	{name: "a colon and a tab", src: ":\t", want: "E_KEY_TYPE/empty", at: "1:1"},
}

func TestY19Crashers(t *testing.T) { refuse(t, crashers) }
