package editor

import (
	"fmt"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// terms say what a pack knows of a field in one language.
type terms struct {
	words
	pack *pack.Pack
	lang catalog.Lang
}

func (t *Text) terms(lang catalog.Lang) terms { return terms{wordsIn(lang), t.pack, lang} }

// label gives the name of a field, "" for one that has none.
func (t *terms) label(f *pack.Field) string {
	plain := strings.ReplaceAll(f.Pattern, "[]", "")
	if _, named := t.pack.Catalog.Labels[plain]; !named {
		return ""
	}
	return t.pack.Catalog.Label(plain).In(t.lang)
}

// name gives the name of a field with its unit: what stands beside its key in a list.
func (t *terms) name(f *pack.Field) string {
	label, unit := t.label(f), f.Unit.In(t.lang)
	if label == "" || unit == "" {
		return label + unit
	}
	return fmt.Sprintf(t.named, label, unit)
}

// traits say what a field holds: type, limits, unit, and whether it is required.
func (t *terms) traits(f *pack.Field) string {
	kind := t.kinds[f.Type]
	if f.Format != "" && t.kinds[f.Format] != "" {
		kind = t.kinds[f.Format]
	}
	if f.List {
		kind = fmt.Sprintf(t.list, kind)
	}
	parts := []string{kind}
	switch {
	case f.Low != "" && f.High != "":
		parts = append(parts, fmt.Sprintf(t.between, f.Low, f.High))
	case f.Low != "":
		parts = append(parts, fmt.Sprintf(t.low, f.Low))
	case f.High != "":
		parts = append(parts, fmt.Sprintf(t.high, f.High))
	}
	switch {
	case f.Shortest > 1 && f.Longest > 0:
		parts = append(parts, fmt.Sprintf(t.lengths, f.Shortest, f.Longest))
	case f.Shortest > 1:
		parts = append(parts, fmt.Sprintf(t.shortest, f.Shortest))
	case f.Longest > 0:
		parts = append(parts, fmt.Sprintf(t.longest, f.Longest))
	}
	if unit := f.Unit.In(t.lang); unit != "" {
		parts = append(parts, fmt.Sprintf(t.unit, unit))
	}
	if f.Required {
		parts = append(parts, t.required)
	}
	return strings.Join(parts, t.separator)
}

// describe says in Markdown what a field holds and when it is needed.
func (t *terms) describe(f *pack.Field) string {
	paragraphs := []string{t.traits(f)}
	if len(f.Enum) > 0 {
		paragraphs = append(paragraphs, fmt.Sprintf(t.values, t.codes(f.Enum)))
	}
	if len(f.Refs) > 0 {
		paragraphs = append(paragraphs, fmt.Sprintf(t.refersTo, t.codes(f.Refs)))
	}
	if f.Sample != "" && f.Format == "" && len(f.Enum) == 0 {
		paragraphs = append(paragraphs, fmt.Sprintf(t.example, code(f.Sample)))
	}
	if flag, ok := t.pack.Catalog.Flag(f.When); ok {
		paragraphs = append(paragraphs, fmt.Sprintf(t.when, markdown(flag.Title.In(t.lang))))
	}
	return strings.Join(paragraphs, "\n\n")
}

func (t *terms) codes(values []string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = code(v)
	}
	return strings.Join(out, t.comma)
}

// scalarText writes a word so that a proposal reads it as that text: in quotes where it would be something else.
func scalarText(word string) string {
	plain := word != "" && strings.Trim(word, " ") == word
	for i, r := range word {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f && r != '\ufeff'
		plain = plain && (letter || i > 0 && (r >= '0' && r <= '9' || strings.ContainsRune("_-./+ ", r)))
	}
	if plain {
		doc, err := proposal.Parse("", []byte("a: "+word), proposal.Limits{}) // true, null and others are no text
		if err == nil {
			v, _ := doc.Root().Get("a")
			plain = v.Kind() == proposal.String && v.Text() == word
		} else {
			plain = false
		}
	}
	if plain || dateLike(word) {
		return word
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(word) + `"`
}

// dateLike says whether a word is 2026-10-15, which is text without quotes.
func dateLike(word string) bool {
	if len(word) != len("2026-10-15") {
		return false
	}
	for i := range len(word) {
		if c := word[i]; (i == 4 || i == 7) != (c == '-') || c != '-' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
