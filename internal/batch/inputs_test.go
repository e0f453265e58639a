package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// tree makes a folder with files and goes there, so that names are short.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// items writes what the inputs give, one line for each: "name = content" or "name: code".
func items(t *testing.T, in Inputs) []string {
	t.Helper()
	var out []string
	for item := range in.Items(t.Context()) {
		out = append(out, line(t, item))
	}
	return out
}

func line(t *testing.T, item Item) string {
	t.Helper()
	if item.Err == nil {
		return item.Name + " = " + string(item.Src)
	}
	if item.Src != nil {
		t.Errorf("%s: got content %q beside error %v", item.Name, item.Src, item.Err)
	}
	return item.Name + ": " + codeOf(item.Err)
}

// codeOf gives the code of an error, with its variant.
func codeOf(err error) string {
	var ours *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &ours):
		if kind, ok := ours.Args["kind"]; ok {
			return ours.Code + "/" + kind
		}
		return ours.Code
	case errors.Is(err, fs.ErrNotExist):
		return "not exist"
	case errors.Is(err, fs.ErrPermission):
		return "permission"
	}
	return err.Error()
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestInputsByName(t *testing.T) {
	files := map[string]string{
		"a.yaml": "a", "b.txt": "b", "d/2.yml": "2", "d/10.yml": "10", "d/result.json": "r", "d/README.md": "r", "d/sub/c.YAML": "c", "d/e.zip": "z",
		"d/.git/x.yaml": "x", "d/.hidden.yaml": "h", "d/__MACOSX/m.yaml": "m", "e/readme.txt": "r", "f/g/h/i.yaml": "i", "[odd].yaml": "odd",
		"d/lines.ndjson": "", "申报/甲.yaml": "甲",
	}
	folder := []string{"d/10.yml = 10", "d/2.yml = 2", "d/sub/c.YAML = c"}
	tests := []struct {
		name  string
		names []string
		want  []string
	}{
		{"nothing named gives nothing", nil, nil},
		{"files in the order they are named, twice if so", []string{"b.txt", "a.yaml", "b.txt"}, []string{"b.txt = b", "a.yaml = a", "b.txt = b"}},
		{"a folder gives its proposals sorted", []string{"d"}, folder},
		{"a folder may be written with a slash", []string{"./d/"}, folder},
		{"a missing file does not stop the others", []string{"no.yaml", "a.yaml"}, []string{"no.yaml: not exist", "a.yaml = a"}},
		{"a folder without proposals is an error", []string{"e", "a.yaml"}, []string{"e: E_NOTHING", "a.yaml = a"}},
		{"a hidden folder that is named is read", []string{"d/.git"}, []string{"d/.git/x.yaml = x"}},
		{"a file whose name looks like a pattern is itself", []string{"[odd].yaml"}, []string{"[odd].yaml = odd"}},
		{"Chinese names", []string{"申报"}, []string{"申报/甲.yaml = 甲"}},
		{"* stays within a folder", []string{"d/2.y*ml"}, []string{"d/2.yml = 2"}},
		{"* takes any extension, and no hidden file", []string{"d/*.[jm]*"}, []string{"d/README.md = r", "d/result.json = r"}},
		{"a leading dot that is written matches", []string{"d/.*.yaml"}, []string{"d/.hidden.yaml = h"}},
		{"a part before the last may be a pattern", []string{"*/2.yml"}, []string{"d/2.yml = 2"}},
		{"** crosses any number of folders", []string{"**/[ci].*"}, []string{"d/sub/c.YAML = c", "f/g/h/i.yaml = i"}},
		{"** at the end takes every file", []string{"f/**"}, []string{"f/g/h/i.yaml = i"}},
		{"several ** give each file once", []string{"**/**/h/**/*.yaml"}, []string{"f/g/h/i.yaml = i"}},
		{"** stands also for no folder", []string{"**/a.yaml"}, []string{"a.yaml = a"}},
		{"a pattern without a match is an error", []string{"*.json", "no/*.yaml"}, []string{"*.json: E_NO_MATCH", "no/*.yaml: E_NO_MATCH"}},
		{"a malformed pattern is an error", []string{"d/[a-.yaml"}, []string{"d/[a-.yaml: E_PATTERN"}},
		{"a name no file can have is an error", []string{"a\x00.yaml"}, []string{"a\x00.yaml: stat a\x00.yaml: invalid argument"}},
	}
	tree(t, files)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := Inputs{Names: test.names}
			check(t, items(t, in), test.want...)
			if n, known := in.Count(t.Context()); n != len(test.want) || !known {
				t.Errorf("got count %d, %v, want %d, known", n, known, len(test.want))
			}
		})
	}
}

func TestInputsTellWhatIsIgnored(t *testing.T) {
	tree(t, map[string]string{"d/a.yaml": "a", "d/b.pdf": "", "d/.DS_Store": "", "d/.git/x.yaml": "", "d/s/c.zip": "", "e/x.txt": ""})
	var ignored []string
	in := Inputs{Names: []string{"d", "e"}, Ignored: func(name string) { ignored = append(ignored, name) }}
	var last error
	for item := range in.Items(t.Context()) {
		last = item.Err
	}
	check(t, ignored, "d/.DS_Store", "d/.git", "d/b.pdf", "d/s/c.zip", "e/x.txt")
	for lang, want := range map[string]string{"en": "other files ignored: 1", "zh": "忽略了 1 个其他文件"} {
		if got := last.(*Error).Message(lang); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
}

func TestInputsGoOnAfterWhatVanishes(t *testing.T) {
	tree(t, map[string]string{"d/a.yaml": "a", "d/b.yaml": "b", "d/c/d.yaml": "d", "d/e.yaml": "e"})
	var got []string
	for item := range (Inputs{Names: []string{"d"}}).Items(t.Context()) {
		if got = append(got, line(t, item)); item.Name == "d/a.yaml" {
			if err := errors.Join(os.Remove("d/b.yaml"), os.RemoveAll("d/c")); err != nil {
				t.Fatal(err)
			}
		}
	}
	check(t, got, "d/a.yaml = a", "d/b.yaml: not exist", "d/c: not exist", "d/e.yaml = e")
}

func TestInputsReadOneByteMoreThanTheLimit(t *testing.T) {
	big := strings.Repeat("x", 100)
	object := "{" + big + "}"
	tree(t, map[string]string{"a.yaml": big, "b.ndjson": object + "\n{}\r\n" + object[:10] + "\r\n" + object[:10] + "\r" + big + "\n" + object})
	check(t, items(t, Inputs{Names: []string{"a.yaml", "b.ndjson", "-"}, Stdin: strings.NewReader(big), Limits: Limits{Proposal: 10}}),
		"a.yaml = "+big[:11], "b.ndjson:1 = "+object[:11], "b.ndjson:2 = {}", "b.ndjson:3 = "+object[:10],
		"b.ndjson:4 = "+object[:10]+"\r", "b.ndjson:5 = "+object[:11], "<stdin> = "+big[:11])
}

func TestInputsByLine(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
	}{
		{"each line is a proposal", "{\"a\":1}\n{\"a\":2}\n", []string{`x.jsonl:1 = {"a":1}`, `x.jsonl:2 = {"a":2}`}},
		{"the last needs no line break", "{}\n{}", []string{"x.jsonl:1 = {}", "x.jsonl:2 = {}"}},
		{"blank lines count and are passed over", "\n{}\r\n  \r\n{}\r\n", []string{"x.jsonl:2 = {}", "x.jsonl:4 = {}"}},
		{"a byte order mark is the parser's to judge", "\ufeff{}\n", []string{"x.jsonl:1 = \ufeff{}"}},
		{"a line that is no object is an error in its place", "{}\n[1]\nname: a\n{}\n", []string{"x.jsonl:1 = {}", "x.jsonl:2: E_NOT_OBJECT", "x.jsonl:3: E_NOT_OBJECT", "x.jsonl:4 = {}"}},
		{"a broken object is the parser's to judge", "{\"a\n", []string{"x.jsonl:1 = {\"a"}},
		{"no line is an error", "", []string{"x.jsonl: E_NOTHING/lines"}},
		{"blank lines alone are an error", "\n \n", []string{"x.jsonl: E_NOTHING/lines"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree(t, map[string]string{"x.jsonl": test.content, "z.yaml": "z"})
			in := Inputs{Names: []string{"x.jsonl", "z.yaml"}}
			check(t, items(t, in), append(test.want, "z.yaml = z")...)
			if n, known := in.Count(t.Context()); n != 1 || known {
				t.Errorf("got count %d, %v, want 1, not known", n, known)
			}
		})
	}
}

func TestInputsFromStandardInput(t *testing.T) {
	tests := []struct {
		name, content string
		lines         bool
		want          []string
	}{
		{"YAML is one proposal", "a: 1\nb: 2\n", false, []string{"<stdin> = a: 1\nb: 2\n"}},
		{"JSON over several lines is one proposal", "{\n\"a\": 1\n}\n", false, []string{"<stdin> = {\n\"a\": 1\n}\n"}},
		{"one line of JSON is one proposal", "{\"a\":1}\n\n", false, []string{"<stdin> = {\"a\":1}\n\n"}},
		{"one line of JSON and a comment is one proposal", "{\"a\":1}\n# {}\n", false, []string{"<stdin> = {\"a\":1}\n# {}\n"}},
		{"two lines that begin objects, the first not whole, are one proposal", "{\"a\":\n{\"b\":1}}\n", false, []string{"<stdin> = {\"a\":\n{\"b\":1}}\n"}},
		{"two lines of JSON are two proposals", "\n{\"a\":1}\n\n{\"a\":2}\n", false, []string{`<stdin>:2 = {"a":1}`, `<stdin>:4 = {"a":2}`}},
		{"a line that is said to be one is one", "{\"a\":1}", true, []string{`<stdin>:1 = {"a":1}`}},
		{"nothing is the parser's to judge", "", false, []string{"<stdin> = "}},
		{"no lines are an error", "", true, []string{"<stdin>: E_NOTHING/lines"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, from := range []io.Reader{strings.NewReader(test.content), oneByte{strings.NewReader(test.content)}} {
				check(t, items(t, Inputs{Names: []string{"-"}, Stdin: from, Lines: test.lines}), test.want...)
			}
		})
	}
	check(t, items(t, Inputs{Names: []string{"-", "-"}, Stdin: strings.NewReader("a")}), "<stdin> = a", "<stdin>: E_STDIN")
	check(t, items(t, Inputs{Names: []string{"-"}}), "<stdin>: E_STDIN")
	broken := io.MultiReader(strings.NewReader("{}\n{}\n{"), failing{})
	check(t, items(t, Inputs{Names: []string{"-"}, Stdin: broken}), "<stdin>:1 = {}", "<stdin>:2 = {}", "<stdin>: the cable is loose")
}

type oneByte struct{ io.Reader }

func (r oneByte) Read(p []byte) (int, error) { return r.Reader.Read(p[:min(len(p), 1)]) }

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the cable is loose") }

// Lines are assessed as they come: a program that writes them need not be finished.
func TestInputsStreamStandardInput(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		from, to := io.Pipe()
		go func() {
			for i := range 3 {
				time.Sleep(time.Minute)
				fmt.Fprintf(to, "{\"n\":%d}\n", i)
			}
			time.Sleep(time.Minute)
			to.Close()
		}()
		began := time.Now()
		var at []string
		for item := range Run(t.Context(), Inputs{Names: []string{"-"}, Stdin: from, Lines: true}.Items, 2, func(_ context.Context, item Item) Item { return item }) {
			at = append(at, fmt.Sprint(item.Name, " after ", time.Since(began)))
		}
		check(t, at, "<stdin>:1 after 1m0s", "<stdin>:2 after 2m0s", "<stdin>:3 after 3m0s")
	})
}

func TestInputsEndWithTheContextWhileStandardInputIsSilent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, lines := range []bool{true, false} {
			from, to := io.Pipe()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			began := time.Now()
			for item := range (Inputs{Names: []string{"-", "-"}, Stdin: from, Lines: lines}).Items(ctx) {
				t.Errorf("got item %s", line(t, item))
			}
			if took := time.Since(began); took != time.Minute {
				t.Errorf("got the end after %v, want a minute", took)
			}
			cancel()
			to.Close() // lets the goroutine go that waits
		}
	})
}

func TestInputsEndWhenTheConsumerBreaks(t *testing.T) {
	tree(t, map[string]string{"d/a.yaml": "a", "d/b.yaml": "b", "l.ndjson": "{}\n{}\n"})
	for _, names := range [][]string{{"d"}, {"d/*"}, {"l.ndjson"}, {"d/a.yaml", "d"}} {
		n := 0
		for range (Inputs{Names: names}).Items(t.Context()) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%v: got %d items, want 1", names, n)
		}
	}
}

func TestInputsEndWithTheContext(t *testing.T) {
	tree(t, map[string]string{"d/a.yaml": "a", "d/b.yaml": "b", "l.ndjson": "{}\n{}\n"})
	for _, names := range [][]string{{"d"}, {"d/*"}, {"l.ndjson"}, {"d/a.yaml", "d"}} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		n := 0
		for range (Inputs{Names: names}).Items(ctx) {
			n++
			cancel()
		}
		if n != 1 {
			t.Errorf("%v: got %d items, want 1", names, n)
		}
		if _, known := (Inputs{Names: names}).Count(ctx); known {
			t.Errorf("%v: got a count that is known although the context ended", names)
		}
	}
}
