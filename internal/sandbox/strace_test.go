package sandbox_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hegui/internal/sandbox"
)

// Rows R6 and R7 of docs/packs-under-attack.md, seen from outside: from the moment a child has limited itself, before it
// reads the first byte of a pack, it opens no file and reaches for no network, whatever the pack tries.
func TestTheChildOpensNothingAndConnectsToNobody(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed (apt-get install strace): what the child opens is not traced")
	}
	rule := func(body string) string {
		return "package hostile.rules.main_01\n\ndefault applies := true\n\nfindings contains {\"code\": \"few\", \"path\": [], \"args\": {}} if {\n\t" + body + "\n}\n"
	}
	memory, err := os.ReadFile("testdata/hostile/memory_doubling.rego")
	if err != nil {
		t.Fatal(err)
	}
	for name, changes := range map[string]map[string]string{
		"an honest pack":     {},
		"http.send":          {ruleFile: rule(`http.send({"method": "get", "url": "http://127.0.0.1:1"})`)},
		"a schema in a file": {"policies/hostile/schema/proposal.json": `{"$ref": "file:///etc/passwd"}`},
		"a schema elsewhere": {"policies/hostile/schema/proposal.json": `{"$ref": "http://127.0.0.1:1/x"}`},
		"an annotation":      {"rego/hostile/x/x.rego": "# METADATA\n# scope: package\n# schemas:\n#   - input: {\"$ref\": \"file:///etc/passwd\"}\npackage hostile.x\n"},
		"a source elsewhere": {"policies/hostile/pack.yaml": strings.Replace(string(skeleton(t)["policies/hostile/pack.yaml"]), "seeds/doc.txt", "/etc/passwd", 1)},
		"too much memory":    {ruleFile: string(memory)},
		"a zone of time":     {ruleFile: rule(`time.clock([0, "America/New_York"])[0] == 1`)},
		"a zone in a folder": {ruleFile: rule(`time.clock([0, "../../../etc/passwd"])[0] == 1`)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			program, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			trace := filepath.Join(t.TempDir(), "trace")
			cmd := exec.CommandContext(t.Context(), strace, "-f", "-qq", "-o", trace,
				"-e", "trace=open,openat,openat2,creat,socket,connect,bind,sendto,execve,clone,fork,vfork,prlimit64", program, sandbox.Command)
			cmd.Stdin = bytes.NewReader(append(
				frame(t, map[string]any{"load": map[string]any{"id": "hostile", "files": with(t, changes)}}),
				frame(t, map[string]any{"eval": map[string]any{"input": map[string]any{"proposal": map[string]any{}, "as_of": "2026-11-01", "profile": "general"}}})...))
			var out, said bytes.Buffer
			cmd.Stdout, cmd.Stderr, cmd.Env = &out, &said, []string{}
			_ = cmd.Run() // what is too much for it ends it
			lines, err := os.ReadFile(trace)
			if err != nil {
				t.Fatal(err)
			}
			_, after, confined := strings.Cut(string(lines), "RLIMIT_AS, {")
			if !confined {
				t.Fatalf("the child did not limit itself: %s %s", lines, said.String())
			}
			if name == "an honest pack" && !strings.Contains(out.String(), `"evaluation"`) {
				t.Errorf("it did not evaluate: %q", out.String())
			}
			for line := range strings.Lines(after) {
				zone := strings.Contains(line, "EMFILE") // looked for by name where the system keeps them, and denied
				if reaching.MatchString(line) && !(name == "a zone of time" && zone) {
					t.Errorf("the child did: %s", line)
				}
			}
		})
	}
}

// reaching matches calls that open a file or a connection, or start a program. Threads are none.
var reaching = regexp.MustCompile(`\b(?:open|openat|openat2|creat|socket|connect|bind|sendto|execve|fork|vfork)\(`)

func frame(t *testing.T, v any) []byte {
	t.Helper()
	body, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), body...)
}
