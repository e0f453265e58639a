package editor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui/internal/proposal"
)

// examples gives the texts of the example proposals by name.
func examples(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../examples/proposals/*/proposal.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	out := map[string]string{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(filepath.Dir(file))] = string(src)
	}
	return out
}

// Of a text that parses, the outline says the same as the parser: every key and item of every example has the same path.
func TestOutlineAgreesWithTheParser(t *testing.T) {
	t.Parallel()
	for name, text := range examples(t) {
		for variant, text := range map[string]string{"": text, " with CRLF": strings.ReplaceAll(text, "\n", "\r\n"), " with a mark": byteOrderMark + text} {
			doc, err := proposal.Parse(name, []byte(text), proposal.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			o, l := newOutline(text), newLines(text)
			checked := 0
			var visit func(v *proposal.Value, p proposal.Path)
			visit = func(v *proposal.Value, p proposal.Path) {
				if len(p) > 0 {
					checked++
					at := l.parserOffset(doc.Locate(p))
					n, _ := o.at(at)
					for n != nil && n.parent != nil && n.parent.start == at && n.path().String() != p.String() {
						n = n.parent // a list that begins with a list
					}
					want := p.String()
					if v.Kind() == proposal.Mapping && len(v.Fields()) > 0 && n != nil && len(n.path()) == len(p)+1 {
						n = n.parent // an item is found at its first key
					}
					if n == nil || n.path().String() != want {
						t.Fatalf("%s%s: at %v the outline has %v, want %s", name, variant, doc.Locate(p), n.path(), want)
					}
				}
				for _, f := range v.Fields() {
					visit(f.Value, p.Append(proposal.Key(f.Key)))
				}
				for i, item := range v.Items() {
					visit(item, p.Append(proposal.Index(i)))
				}
			}
			visit(doc.Root(), nil)
			if checked < 100 || checked != o.nodes {
				t.Errorf("%s%s: the outline has %d keys and items, the parser %d", name, variant, o.nodes, checked)
			}
		}
	}
}

// An outline of whatever a stranger sends takes time in proportion to its size: these took minutes if each quote or bracket
// were looked at from where it stands to the end of the text.
func TestOutlineOfHostileText(t *testing.T) {
	t.Parallel()
	const size = 1 << 18
	for name, part := range map[string]string{
		"brackets": "[", "braces": "{", "dashes": "- ", "lines of dashes": "- - - a\n", "keys without values": "a:\n", "items": "- a\n",
		"texts in brackets": "\"a\", ", "lines of texts": " \"a\",\n", "open quotes": "a: \"\n", "quotes of two kinds": "a: '\n b: \"\n",
		"escapes": "\"\\", "anchors": "&a ", "colons": ": ", "blocks": "a: |\n b\n", "comments": "[ # a\n", "carriage returns": "\r", "emoji": "😀: ",
	} {
		for _, opening := range []string{"", "a: [\n", "a: {\n", "a:\n - \"", "a: '"} {
			text := opening + strings.Repeat(part, size/len(part))
			begun := time.Now()
			o := newOutline(text)
			o.ends()
			o.at(len(text))
			l := newLines(text)
			l.position(len(text) / 2)
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("%s after %q took %v", name, opening, took)
			}
			if o.nodes > maxNodes+maxDepth {
				t.Errorf("%s after %q has %d nodes", name, opening, o.nodes)
			}
		}
	}
}
