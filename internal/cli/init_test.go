package cli

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"hegui"
)

// A person at a terminal is asked, in their language, and only what follows from the answers before.
func TestInitAsks(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, answers string
		asked, not    []string
		draft         []string
	}{
		{
			name:    "numbers, names and empty answers",
			answers: "1\nindustry\n\n" + strings.Repeat("\n", 12),
			asked:   []string{"项目属于哪一类？", "会改变现有岗位的工作吗？"}, not: []string{"受影响的岗位达到 20 人吗？", "项目会训练或微调模型吗？"},
			draft: []string{"type: application", "ai_plus_domain: industry", "stage: pilot"},
		},
		{
			name:    "a wrong answer is asked again",
			answers: "99\nresearch\n1\nresearch\n" + strings.Repeat("\n", 12),
			asked:   []string{"“99”不在可选范围内"}, draft: []string{"type: research", "ai_plus_domain: science"},
		},
		{
			name:    "affected jobs lead to further questions",
			answers: "1\n2\n3\nn\nn\nn\nn\nn\ny\n是\nn\nn\nn\nn\nn\n",
			asked:   []string{"受影响的岗位达到 20 人吗？", "会有 20 人以上或十分之一以上员工离岗吗？"},
			draft:   []string{"response:", "occupations:"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var out, asked bytes.Buffer
			file := t.TempDir() + "/draft.yaml"
			code := Run(t.Context(), []string{"init", "--lang", "zh", file}, Env{
				Files: hegui.Files, Stdin: strings.NewReader(tc.answers), Stdout: &out, Stderr: &asked, Asks: true,
				Getenv: func(string) string { return "" }, Now: time.Now, Version: "test",
			})
			if code != ExitOK {
				t.Fatalf("exit code %d: %s", code, asked.String())
			}
			src, err := readFile(file, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range tc.asked {
				if !strings.Contains(asked.String(), want) {
					t.Errorf("not asked: %s", want)
				}
			}
			if i := slices.IndexFunc(tc.not, func(s string) bool { return strings.Contains(asked.String(), s) }); i >= 0 {
				t.Errorf("asked: %s", tc.not[i])
			}
			for _, want := range tc.draft {
				if !strings.Contains(string(src), want) {
					t.Errorf("the draft lacks %q", want)
				}
			}
		})
	}
}

// Without an answer nothing is written.
func TestInitWithoutAnAnswerWritesNothing(t *testing.T) {
	t.Parallel()
	var out, asked bytes.Buffer
	file := t.TempDir() + "/draft.yaml"
	code := Run(t.Context(), []string{"init", file}, Env{
		Files: hegui.Files, Stdin: strings.NewReader("1\n"), Stdout: &out, Stderr: &asked, Asks: true,
		Getenv: func(string) string { return "" }, Now: time.Now, Version: "test",
	})
	if _, err := readFile(file, nil); code != ExitUsage || err == nil {
		t.Errorf("exit code %d, file: %v", code, err)
	}
}
