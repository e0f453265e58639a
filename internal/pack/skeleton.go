package pack

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"hegui/internal/catalog"
)

//go:embed skeleton
var skeletonFiles embed.FS

// Why [Skeleton] makes no pack.
var (
	ErrID       = errors.New("the id of a pack is a word of small letters, digits and _, and none that Rego or hegui keeps for itself")
	ErrDocument = errors.New("the source document is empty, larger than 1 MiB or not UTF-8")
)

var (
	plainID = regexp.MustCompile(`^[a-z][a-z0-9_]{0,40}$`)
	kept    = []string{
		"as", "contains", "data", "default", "else", "every", "false", "hegui", "if", "import", "in", "input", "lib", "not",
		"null", "package", "schema", "set", "some", "true", "with",
	}
)

// SkeletonOptions say what a new pack is of.
type SkeletonOptions struct {
	ID        string
	File      string // name of the source document, without folders
	Document  string
	Title     catalog.Text
	Publisher catalog.Text
}

// Skeleton gives the files of a new pack by path: one that loads, passes its tests and scores a proposal. Every sentence of
// the document is pinned; one is ruled by an example requirement, the others are marked as not classified yet. proposals/
// holds one proposal that passes and one that does not. The error is ErrID or ErrDocument.
func Skeleton(o SkeletonOptions) (map[string][]byte, error) {
	if !plainID.MatchString(o.ID) || slices.Contains(kept, o.ID) {
		return nil, ErrID
	}
	sentences := Sentences(o.Document)
	if len(sentences) == 0 || len(o.Document) > maxFileBytes || !utf8.ValidString(o.Document) {
		return nil, ErrDocument
	}
	type line struct {
		ID, Text           string
		Start, End, Offset int
		Ruled              bool
	}
	values := struct {
		SkeletonOptions
		Seed, SHA256 string
		Sentences    []line
		Quote        line
		Todo         bool
	}{
		SkeletonOptions: o, Seed: "seeds/" + o.File, SHA256: sha256Hex(o.Document), Todo: len(sentences) > 1,
	}
	ruled := exampleSentence(sentences)
	for i, s := range sentences {
		values.Sentences = append(values.Sentences, line{s.ID, s.Text, s.Start, s.Start + len(s.Text), s.Offset, i == ruled})
	}
	values.Quote = values.Sentences[ruled]
	files := map[string][]byte{values.Seed: []byte(o.Document)}
	err := fs.WalkDir(skeletonFiles, "skeleton", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(skeletonFiles, name)
		if err != nil {
			return err
		}
		t, err := template.New(name).Funcs(template.FuncMap{"q": quoted}).Option("missingkey=error").Parse(string(text))
		if err != nil {
			return err
		}
		var out bytes.Buffer
		if err := t.Execute(&out, values); err != nil {
			return err
		}
		files[skeletonPath(strings.TrimPrefix(name, "skeleton/"), o.ID)] = out.Bytes()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("make skeleton: %w", err)
	}
	var thresholds map[string]any
	if err := yaml.Unmarshal(files["policies/"+o.ID+"/thresholds.yaml"], &thresholds); err != nil {
		return nil, fmt.Errorf("make skeleton: %w", err)
	}
	doc, err := jsonValue(thresholds)
	if err != nil {
		return nil, fmt.Errorf("make skeleton: %w", err)
	}
	files["policies/"+o.ID+"/schema/thresholds.json"] = thresholdSchema(doc)
	return files, nil
}

// skeletonPath gives the place of a template's file in the pack.
func skeletonPath(name, id string) string {
	folder, rest, _ := strings.Cut(name, "/")
	switch {
	case folder == "proposals":
		return name
	case strings.HasPrefix(name, "rego/pack"):
		return path.Join("rego", id, id+strings.TrimPrefix(name, "rego/pack"))
	default:
		return path.Join(folder, id, rest)
	}
}

// exampleSentence picks the first sentence that is one: titles do not end with a full stop.
func exampleSentence(sentences []Sentence) int {
	i := slices.IndexFunc(sentences, func(s Sentence) bool {
		text := strings.TrimSpace(s.Text)
		return utf8.RuneCountInString(text) >= 10 && (strings.HasSuffix(text, "。") || strings.HasSuffix(text, "."))
	})
	return max(i, 0)
}

// quoted writes a text as a quoted scalar that YAML and JSON read alike.
func quoted(s string) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return "", err
	}
	var plain strings.Builder
	for _, r := range strings.TrimSuffix(out.String(), "\n") {
		if r >= 0x7f && !unicode.IsGraphic(r) && r <= 0xffff { // U+0085 ends a line for YAML, and not for JSON
			fmt.Fprintf(&plain, "\\u%04x", r)
		} else {
			plain.WriteRune(r)
		}
	}
	return plain.String(), nil
}
