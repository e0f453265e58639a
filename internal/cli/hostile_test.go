package cli_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/cli"
	"hegui/internal/report"
	"hegui/internal/sample"
)

// hostileTexts are files that no parser should take: bombs, floods, ambiguities, other encodings, text that hides.
func hostileTexts() map[string]string {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'j'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ","))
	}
	texts := map[string]string{
		"laughs": bomb, "cycle": "a: &a [*a]\n", "flow nest": strings.Repeat("[", 9990), "block nest": nested(200),
		"flood": strings.Repeat("a: #\n", 1<<18), "keys": manyKeys(60000), "large": "a: " + strings.Repeat("x", 1<<20), "long key": strings.Repeat("k", 1<<10) + ": 1\n",
		"same key": "a: 1\na: 2\n", "same key after merge": "x: &x {a: 1}\ny: {<<: *x, <<: *x}\n", "forms of one key": "\u00e9: 1\ne\u0301: 2\n",
		"two documents": "a: 1\n---\nb: 2\n", "after the end": "a: 1\n...\nb\n", "nothing": "", "comments": "# a\n# b\n", "scalar": "text\n", "list": "- a\n",
		"NEL": "a: x\u0085b: y\n", "LS": "a: \"x\u2028y\"\n", "lone CR": "a: x\rb: y\n", "UTF-16": "\xff\xfea\x00:\x00 \x001\x00", "GB18030": "a: \xc9\xea\xb1\xa8\xca\xe9\n",
		"Latin-1": "a: caf\xe9\n", "NUL": "a: \"x\x00y\"\n", "BOM inside": "a: 1\n\ufeffb: 2\n", "ESC": "a: \"\\e[2J\"\n",
		"binary": "a: !!binary aGVsbG8=\n", "python": "a: !!python/object:os.system ls\n", "local tag": "a: !x 1\n", "directive": "%TAG ! tag:x,2026:\n---\na: !y 1\n",
		"mapping key": "{a: 1}: 2\n", "null key": "~: 1\n", "boolean key": "true: 1\n", "number key": "1: 1\n",
		"huge": "a: 1e10000000\n", "digits": "a: " + strings.Repeat("9", 100000) + "\n", "tiny": "a: 1e-100000000\n", "NaN": "a: .nan\n", "infinity": "a: -.inf\n",
		"octal": "a: 010\n", "hexadecimal": "a: 0x1F\n", "grouped": "a: 1_000\n", "plus": "a: +1\n", "sexagesimal": "a: 1:30\n",
		"tab": "a:\n\tb: 1\n", "open bracket": "a: [1, 2\n", "open quote": "a: \"x\n", "indentation": "a:\n  b: 1\n c: 2\n", "unknown alias": "a: *x\n", "merge of text": "a: {<<: x}\n",
	}
	return texts
}

func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	return b.String()
}

// hostileArchives are archives each of which is one error.
func hostileArchives(t *testing.T) map[string][]byte {
	zipped := func(entries ...string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for i := 0; i < len(entries); i += 2 {
			f, err := w.Create(entries[i])
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(f, entries[i+1])
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	tarred := func(headers ...tar.Header) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		w := tar.NewWriter(z)
		for i := range headers {
			if err := w.WriteHeader(&headers[i]); err != nil {
				t.Fatal(err)
			}
			_, _ = w.Write(make([]byte, headers[i].Size))
		}
		if err := errors.Join(w.Close(), z.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	good := zipped("a.yaml", "a: 1\n")
	broken := bytes.Clone(good)
	broken[40] ^= 0xff
	return map[string][]byte{
		"slip.zip": zipped("../../evil.yaml", "a: 1\n"), "absolute.zip": zipped("/etc/evil.yaml", "a: 1\n"), "drive.zip": zipped(`C:\evil.yaml`, "a: 1\n"),
		"escape.zip": zipped("a\x1b[2J.yaml", "a: 1\n"), "deep.zip": zipped(strings.Repeat("d/", 40)+"a.yaml", "a: 1\n"), "long.zip": zipped(strings.Repeat("n", 300)+".yaml", "a: 1\n"),
		"twins.zip": zipped("a.yaml", "a: 1\n", "A.YAML", "a: 2\n"), "bomb.zip": zipped("a.yaml", strings.Repeat("\x00", 10<<20)), "nested.zip": zipped("a.zip", string(good)),
		"empty.zip": zipped(), "text.zip": zipped("readme.txt", "x"), "cut.zip": good[:len(good)-10], "junk.zip": append(bytes.Clone(good), "junk"...), "crc.zip": broken, "not.zip": []byte("not a zip"),
		"link.tar.gz": tarred(tar.Header{Name: "a.yaml", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}), "hard.tar.gz": tarred(tar.Header{Name: "a.yaml", Linkname: "b", Typeflag: tar.TypeLink}),
		"device.tar.gz": tarred(tar.Header{Name: "a.yaml", Typeflag: tar.TypeChar}), "fifo.tar.gz": tarred(tar.Header{Name: "a.yaml", Typeflag: tar.TypeFifo}),
		"slip.tar.gz": tarred(tar.Header{Name: "../a.yaml", Size: 5}), "bomb.tar.gz": tarred(tar.Header{Name: "a.yaml", Size: 20 << 20}), "not.tar.gz": []byte("not a gzip"), "empty.tar.gz": tarred(),
	}
}

// Among a thousand good proposals a hundred hostile files are a hundred errors, each with a place and a remedy; the good
// ones are assessed as if they were alone.
func TestHostileFilesAmongGoodOnes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const good, hostile, sampled = 1000, 100, 50
	for i := range good {
		var b bytes.Buffer
		if i < sampled {
			if _, err := sample.Write(&b, 7, i); err != nil {
				t.Fatal(err)
			}
		} else {
			fmt.Fprintf(&b, "apiVersion: hegui/v1\nkind: Proposal\nproject: {id: good-%d, title_zh: \"=cmd|'/c calc'!A1 <script>\\u202e::error::\"}\n", i)
		}
		write(fmt.Sprintf("good-%04d.yaml", i), b.Bytes())
	}
	bad := 0
	for name, archive := range hostileArchives(t) {
		write(name, archive)
		bad++
	}
	texts := hostileTexts()
	for round := 0; bad < hostile; round++ {
		for name, text := range texts {
			if bad == hostile {
				break
			}
			write(fmt.Sprintf("bad %s %d\x1b[31m::error::.yaml", name, round), []byte(text))
			bad++
		}
	}
	var stdout, stderr bytes.Buffer
	result := filepath.Join(t.TempDir(), "result.ndjson")
	code := cli.Run(t.Context(), []string{
		"check", "--lang", "en", "--as-of", "2026-11-01", "-o", result, "-o", "text=-", dir, filepath.Join(dir, "*.zip"), filepath.Join(dir, "*.tar.gz"),
	}, cli.Env{
		Files: hegui.Files, Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }, Now: time.Now, Version: "test",
	})
	if code != cli.ExitInput {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
	f, err := os.Open(result)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	results, errs := 0, 0
	for as, err := range report.Read(f) {
		var u *report.Unreadable
		switch {
		case errors.As(err, &u):
			errs++
		case err != nil:
			t.Fatal(err)
		default:
			results++
			if as.Decision.Verdict == assess.VerdictError {
				t.Errorf("%s: the rules failed", as.File)
			}
		}
	}
	if results != good || errs != hostile {
		t.Errorf("%d results and %d errors, want %d and %d", results, errs, good, hostile)
	}
	if strings.Contains(stdout.String(), "\x1b") || strings.Contains(stdout.String(), "\n::") {
		t.Error("a file's name reached the terminal as it is")
	}
	if !strings.Contains(stdout.String(), fmt.Sprintf("Proposals assessed: %d; files that cannot be read: %d", good, hostile)) {
		t.Error("the summary does not say so")
	}
}
