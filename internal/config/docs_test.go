package config

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"hegui/internal/catalog"
)

var update = flag.Bool("update", false, "rewrite the tables of docs/service.md and docs/service.zh.md")

const (
	begin = "<!-- keys: written by go test ./internal/config -update -->\n"
	end   = "<!-- /keys -->\n"
)

// headings of the table in a language, and what stands for "per processor" and "none".
var headings = map[catalog.Lang]struct{ columns, perProcessor, to, empty, choice string }{
	catalog.EN: {"| key | default | range | flag | meaning |", "%s per processor", "%s to %s", "none", ", "},
	catalog.ZH: {"| 配置项 | 默认值 | 范围 | 选项 | 含义 |", "每个处理器 %s", "%s 至 %s", "无", "、"},
}

// keyTable writes the keys for people.
func keyTable(lang catalog.Lang) string {
	var b strings.Builder
	w := headings[lang]
	fmt.Fprintf(&b, "%s\n|---|---|---|---|---|\n", w.columns)
	for _, k := range table(1) {
		def, limits, name := k.def, "", ""
		if def == "" {
			def = w.empty
		}
		switch {
		case k.choices != nil:
			limits = strings.Join(k.choices, w.choice)
		case k.least != "":
			limits = fmt.Sprintf(w.to, k.least, k.most)
		}
		if k.perProcessor {
			def, limits = fmt.Sprintf(w.perProcessor, def), fmt.Sprintf(w.perProcessor, limits)
		}
		if k.flag != "" {
			name = "`--" + k.flag + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", k.name, def, limits, name, k.doc.In(lang))
	}
	return b.String()
}

// The documentation lists every key as the table has it.
func TestDocumentation(t *testing.T) {
	t.Parallel()
	for lang, file := range map[catalog.Lang]string{catalog.EN: "../../docs/service.md", catalog.ZH: "../../docs/service.zh.md"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		before, rest, ok := bytes.Cut(src, []byte(begin))
		_, after, closed := bytes.Cut(rest, []byte(end))
		if !ok || !closed {
			t.Fatalf("%s has no place for the keys", file)
		}
		want := string(before) + begin + keyTable(lang) + end + string(after)
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if string(src) != want {
			t.Errorf("%s is not what the table says; run go test ./internal/config -update", file)
		}
	}
}

// Defaults are in their range, names are unique, and every text is there twice.
func TestTable(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range table(3) {
		var c Config
		if text, ok := k.set(&c, k.def); !ok {
			t.Errorf("default of %s: %s", k.name, text.EN)
		}
		for _, name := range []string{k.name, k.variable(), "--" + k.flag} {
			if name != "--" && seen[name] {
				t.Errorf("%s is there twice", name)
			}
			seen[name] = true
		}
		if k.doc.EN == "" || k.doc.ZH == "" || k.field(&c) == nil {
			t.Errorf("%s is not complete", k.name)
		}
	}
}
