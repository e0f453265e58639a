package hegui_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"hegui"
	"hegui/internal/pack"
)

// The built-in pack is in order: nothing keeps it from loading, and no lint has a remark.
func TestBuiltInPackIsInOrder(t *testing.T) {
	t.Parallel()
	found, err := pack.Check(hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s:%d: %s: %s (%s)", f.File, f.Line, f.Check, f.Message.EN, f.Repair.EN)
	}
}

// What `hegui pack check` looks for is documented, and the page is what the program says.
func TestGoldenLints(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("<!-- Generated from the texts of the program by `make generate`. Do not edit. -->\n\n")
	b.WriteString("# What `hegui pack check` remarks on · 规则包检查的疑点\n\n")
	b.WriteString("Besides what keeps a pack from loading, which every command reports. `%s`, `%d` and their like stand for what is found.\n")
	b.WriteString("此外还有使规则包无法使用的错误，任何命令都会报告。`%s`、`%d` 等代表具体内容。\n\n")
	b.WriteString("| lint | what is wrong | repair |\n|---|---|---|\n")
	cell := strings.NewReplacer("|", `\|`, "\n", " ", "%%", "%")
	for _, l := range pack.Lints() {
		fmt.Fprintf(&b, "| `%s` | %s<br>%s | %s<br>%s |\n", l.ID, cell.Replace(l.Message.EN), cell.Replace(l.Message.ZH), cell.Replace(l.Repair.EN), cell.Replace(l.Repair.ZH))
	}
	const file = "docs/lints.md"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != b.String() {
		t.Errorf("%s is not what the program says; run `make generate` (%v)", file, err)
	}
}

// Every lint was seen to find a planted fault: by the command, or, for what is too big to plant there, by a test of the pack.
func TestEveryLintIsPlanted(t *testing.T) {
	t.Parallel()
	tested := ""
	for _, file := range []string{"internal/cli/testdata/script/pack_check.txt", "internal/pack/lint_test.go", "internal/pack/skeleton_test.go"} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tested += string(b)
	}
	for _, l := range pack.Lints() {
		if !strings.Contains(tested, "["+l.ID+"]") && !strings.Contains(tested, `"`+l.ID+`"`) {
			t.Errorf("no test plants what %s finds", l.ID)
		}
	}
}
