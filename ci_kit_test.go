package hegui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// The CI files are what their systems read: YAML that parses, and nothing of a caller's input in the text of a script.
// What they run is examples/ci/gate.sh, which the scripts of internal/cli run.
func TestCIKit(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("examples/ci/*/*.y*ml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range append(files, ".pre-commit-hooks.yaml") {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if err := yaml.Unmarshal(src, &doc); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		walkScripts(doc, func(script string) {
			if strings.Contains(script, "${{") {
				t.Errorf("%s: the runner would put text into the script %q", file, script)
			}
		})
	}
	for _, file := range []string{"examples/ci/gitlab/hegui.gitlab-ci.yml", "examples/ci/jenkins/Jenkinsfile", "examples/ci/github/action.yml"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), "gate.sh") {
			t.Errorf("%s does not run the gate", file)
		}
		for _, report := range regexp.MustCompile(`hegui-reports/([\w.-]+\.\w+)`).FindAllStringSubmatch(string(src), -1) {
			gate, err := os.ReadFile("examples/ci/gate.sh")
			if err != nil || !strings.Contains(string(gate), "/"+report[1]) {
				t.Errorf("%s wants %s, which the gate does not write", file, report[1])
			}
		}
	}
	if sh, err := exec.LookPath("sh"); err == nil {
		for _, file := range []string{"examples/ci/gate.sh", "examples/ci/pre-commit.sh"} {
			if out, err := exec.Command(sh, "-n", file).CombinedOutput(); err != nil {
				t.Errorf("%s: %s", file, out)
			}
		}
	}
}

// walkScripts finds what a CI system gives to a shell.
func walkScripts(v any, do func(string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if s, ok := value.(string); ok && (key == "run" || key == "script") {
				do(s)
				continue
			}
			walkScripts(value, do)
		}
	case []any:
		for _, item := range v {
			walkScripts(item, do)
		}
	}
}
