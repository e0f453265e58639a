package pack_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hegui/internal/pack"
)

// Every fault that loading may find is said in Chinese, too, and with what mends it.
func TestEveryFaultIsSaidInBothLanguages(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	formats := map[string]bool{}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 3 {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); !ok || sel.Sel.Name != "fault" {
				return true
			}
			literal, ok := call.Args[2].(*ast.BasicLit)
			if !ok {
				t.Errorf("a fault whose format is not written out: %v", call.Args[2])
				return true
			}
			format, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Error(err)
			}
			formats[format] = true
			return true
		})
	}
	if len(formats) < 50 {
		t.Fatalf("found %d formats only", len(formats))
	}
	for format := range formats {
		zh, repair, ok := pack.Phrase(format)
		switch {
		case !ok || zh == "" || !repair.Complete():
			t.Errorf("%q has no Chinese or no repair", format)
		case strings.Count(zh, "%") != strings.Count(format, "%"):
			t.Errorf("%q fills other values than %q", zh, format)
		}
	}
	for _, format := range pack.Phrases() {
		if !formats[format] {
			t.Errorf("nothing says %q", format)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[\d+\])?[a-z]`)

// Every lint speaks both languages with the same values, and says what to do.
func TestLintsSpeakBothLanguages(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, l := range pack.Lints() {
		if seen[l.ID] {
			t.Errorf("%s is there twice", l.ID)
		}
		seen[l.ID] = true
		if !l.Message.Complete() || !l.Repair.Complete() {
			t.Errorf("%s lacks a text", l.ID)
		}
		zh, en := verb.FindAllString(l.Message.ZH, -1), verb.FindAllString(l.Message.EN, -1)
		if len(zh) != len(en) {
			t.Errorf("%s: %v in Chinese and %v in English", l.ID, zh, en)
		}
	}
}

// checks gives the ids of what Check finds, sorted and each once.
func checks(t *testing.T, files map[string]string) []string {
	t.Helper()
	found, err := pack.Check(fsOf(t, files), "mini")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range found {
		if f.Level == pack.Invalid {
			t.Errorf("%s:%d: %s", f.File, f.Line, f.Message.EN)
		}
		ids = append(ids, f.Check)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// What is too big to be planted by hand.
func TestAPackHasCaps(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		want  string
		plant func(map[string]string)
	}{
		{"many-files", func(f map[string]string) {
			for i := range 1000 {
				f[fmt.Sprintf("policies/mini/notes/%d.txt", i)] = "x"
			}
		}},
		{"much-rego", func(f map[string]string) {
			for i := range 5 {
				f[fmt.Sprintf("rego/lib/big%d/big.rego", i)] = fmt.Sprintf("package lib.big%d\n\n# %s\nx := 1\n", i, strings.Repeat("x", 500_000))
			}
		}},
		{"many-rules", func(f map[string]string) {
			f["rego/lib/many/many.rego"] = "package lib.many\n\n" + strings.Repeat("f(x) if x\n\n", 9000)
		}},
	} {
		t.Run(tc.want, func(t *testing.T) {
			t.Parallel()
			files := mini()
			if slices.Contains(checks(t, files), tc.want) {
				t.Fatalf("the smallest pack has %s", tc.want)
			}
			tc.plant(files)
			if got := checks(t, files); !slices.Contains(got, tc.want) {
				t.Errorf("got %v", got)
			}
		})
	}
}

// People would read {names} that no rule fills in, and look for fields that no proposal has.
func TestTextsWithoutValuesAndPathsToNowhereAreFound(t *testing.T) {
	t.Parallel()
	const rule, req = "rego/mini/rules/d_01/scale.rego", "policies/mini/requirements/d_01.yaml"
	for _, tc := range []struct{ file, old, new, want string }{
		{rule, `"args": {"n": n}`, `"args": {"number": n}`, "unfilled-text"},
		{rule, `"args": {"n": n}`, `"args": {"n": n, "more": n}`, ""},
		{rule, `"args": {"n": n}`, `"args": object.union({"number": n}, {})`, ""},
		{rule, `"args": {"n": n}`, `"args": {name: n | some name in ["n"]}`, ""},
		{rule, `"code": "few", "path": ["records"], "args": {"n": n}`, `"code": code, "path": ["records"], "args": {"m": n}`, "computed-code"},
		{req, `remedy: {zh: 补充。, en: Add some.}`, `remedy: {zh: "补充 {most}。", en: "Add {most}."}`, "unfilled-text"},
		{req, `remedy: {zh: 补充。, en: Add some.}`, `remedy: {zh: "补充 {path}（{label}）。", en: "Add {path} ({label})."}`, ""},
		{"policies/mini/pack.yaml", "zh: 缺少, en: missing", `zh: "缺少 {what}", en: "{what} is missing"`, "unfilled-text"},
		{rule, `"path": ["records"], "args": {"n": n}`, `"path": ["record"], "args": {"n": n}`, "unknown-path"},
		{rule, `"path": ["records"], "args": {"n": n}`, `"path": array.concat(["record"], []), "args": {"n": n}`, ""},
		{rule, `"path": ["records"], "args": {"n": n}`, `"path": [sprintf("%s", ["record"])], "args": {"n": n}`, ""},
	} {
		files := mini()
		if !strings.Contains(files[tc.file], tc.old) {
			t.Fatalf("%s does not hold %q", tc.file, tc.old)
		}
		files[tc.file] = strings.Replace(files[tc.file], tc.old, tc.new, 1)
		if tc.want == "computed-code" {
			files[rule] = strings.Replace(files[rule], "n := input.proposal.records\n", "n := input.proposal.records\n\tcode := lower(\"FEW\")\n", 1)
		}
		got := slices.DeleteFunc(checks(t, files), func(id string) bool {
			return !slices.Contains([]string{"unfilled-text", "unknown-path", "computed-code"}, id)
		})
		if want := strings.Fields(tc.want); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", tc.new, got, want)
		}
	}
}

// A flag that nothing defines is never on, and OPA says nothing of it.
func TestAMisspeltFlagIsFound(t *testing.T) {
	t.Parallel()
	const rule, flags = "rego/mini/rules/d_01/scale.rego", "rego/mini/flags/flags.rego"
	for condition, want := range map[string]bool{
		"data.mini.flags.all": false, "data.mini.flags.alll": true, `data.mini.flags["alll"]`: true, "flags.all": false, "flags.alll": true,
		"some name in [\"alll\"]\n\tflags[name]": false, "count(flags.because.all) > 0": false, "count(flags.because.alll) > 0": true,
		"count(flags.guards) == 0": false,
	} {
		files := mini()
		files[flags] += "\nall if count(because.all) > 0\n"
		files[rule] = strings.Replace(files[rule], "applies if true\n", "applies if {\n\t"+condition+"\n}\n", 1)
		if !strings.Contains(condition, "data.") {
			files[rule] = strings.Replace(files[rule], "import data.mini.thresholds", "import data.mini.flags\nimport data.mini.thresholds", 1)
		}
		if got := checks(t, files); slices.Contains(got, "undefined-flag") != want {
			t.Errorf("%s: got %v", condition, got)
		}
	}
	files := mini()
	files[flags] = strings.Replace(files[flags], "because.all contains []", "because.all contains path if some path in because.alll", 1)
	if got := checks(t, files); !slices.Contains(got, "undefined-flag") {
		t.Errorf("in the flags themselves: got %v", got)
	}
}

// Tests that do not compile are found though loading a pack does not compile them.
func TestATestThatDoesNotCompileIsFound(t *testing.T) {
	t.Parallel()
	files := mini()
	files["rego/mini/rules/d_01/scale_test.rego"] += "\ntest_more if x == y\n"
	if got := checks(t, files); !slices.Contains(got, "broken-test") {
		t.Errorf("got %v", got)
	}
}

// What Fix gives is what Check asks for.
func TestFixLeavesNothingToFix(t *testing.T) {
	t.Parallel()
	files := mini()
	files["rego/mini/flags/flags.rego"] = "package   mini.flags\nbecause.all contains []\nguards := set()\n"
	files["policies/mini/schema/thresholds.json"] = "{}"
	fixed, err := pack.Fix(fsOf(t, files), "mini")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"rego/mini/flags/flags.rego", "policies/mini/schema/thresholds.json"} {
		if fixed[want] == nil {
			t.Errorf("%s is not mended", want)
		}
	}
	for name, b := range fixed {
		files[name] = string(b)
	}
	if again, err := pack.Fix(fsOf(t, files), "mini"); err != nil || len(again) != 0 {
		t.Errorf("got %v, %v", again, err)
	}
	if slices.Contains(checks(t, files), "unformatted") {
		t.Error("what was mended is not formatted")
	}
}
