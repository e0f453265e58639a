package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// Lang is a language that every text exists in.
type Lang string

// The two languages. They are equals: a text that lacks one of them does not load.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Text is one text in both languages.
type Text struct {
	ZH string `json:"zh" yaml:"zh"`
	EN string `json:"en" yaml:"en"`
}

// In gives the text in a language; anything but Chinese is English.
func (t Text) In(lang Lang) string {
	if lang == ZH {
		return t.ZH
	}
	return t.EN
}

// Complete says whether both languages are written.
func (t Text) Complete() bool {
	return strings.TrimSpace(t.ZH) != "" && strings.TrimSpace(t.EN) != ""
}

var placeholder = regexp.MustCompile(`\{[a-z][a-z0-9_]*\}`)

// Placeholders lists the {names} a text uses, in either language, each once, in order of appearance.
func (t Text) Placeholders() []string {
	var names []string
	seen := map[string]bool{}
	for _, m := range placeholder.FindAllString(t.ZH+t.EN, -1) {
		if name := m[1 : len(m)-1]; !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// Args are the values a finding puts into its message, by placeholder.
type Args map[string]Arg

// Arg is one value of a finding: a number, a word of the pack, text taken from the proposal, or a list of these.
// Exactly one of its fields is set.
type Arg struct {
	Number string // canonical decimal
	Term   string // key of Catalog.Terms
	List   []Arg
	Words  Text   // a phrase in both languages, such as the name of a field
	Text   string // from the proposal: untrusted
}

// In writes the value in a language. A term that the pack does not know is written as its key.
func (a Arg) In(lang Lang, terms map[string]Text) string {
	switch {
	case a.Number != "":
		return a.Number
	case a.Term != "":
		if t, ok := terms[a.Term]; ok {
			return t.In(lang)
		}
		if t, ok := formTerms[a.Term]; ok {
			return t.In(lang)
		}
		return a.Term
	case a.Words != (Text{}):
		return a.Words.In(lang)
	case a.List != nil:
		parts := make([]string, len(a.List))
		for i, item := range a.List {
			parts[i] = item.In(lang, terms)
		}
		if lang == ZH {
			return strings.Join(parts, "、")
		}
		return strings.Join(parts, ", ")
	default:
		return a.Text
	}
}

// MarshalJSON writes a number as a number, a term as {"term": key}, a list as an array and text as a string.
func (a Arg) MarshalJSON() ([]byte, error) {
	switch {
	case a.Number != "":
		return []byte(a.Number), nil
	case a.Term != "":
		return json.Marshal(map[string]string{"term": a.Term})
	case a.Words != (Text{}):
		return json.Marshal(a.Words)
	case a.List != nil:
		return json.Marshal(a.List)
	default:
		return json.Marshal(a.Text)
	}
}

// UnmarshalJSON reads what MarshalJSON writes, and nothing else. A number keeps its digits as they are written.
func (a *Arg) UnmarshalJSON(b []byte) error {
	*a = Arg{}
	switch b = bytes.TrimSpace(b); b[0] {
	case '"':
		return json.Unmarshal(b, &a.Text)
	case '[':
		return json.Unmarshal(b, &a.List)
	case '{':
		return a.unmarshalWords(b)
	case 't', 'f', 'n':
		return fmt.Errorf("argument: %s is not a number, text, term or list", b)
	default:
		a.Number = string(b)
		return nil
	}
}

// unmarshalWords reads a term or a phrase in both languages.
func (a *Arg) unmarshalWords(b []byte) error {
	var fields map[string]string
	if err := json.Unmarshal(b, &fields); err != nil {
		return fmt.Errorf("argument: %w", err)
	}
	term, isTerm := fields["term"]
	zh, hasZH := fields["zh"]
	en, hasEN := fields["en"]
	switch {
	case len(fields) == 1 && isTerm && term != "":
		a.Term = term
	case len(fields) == 2 && hasZH && hasEN && zh+en != "":
		a.Words = Text{ZH: zh, EN: en}
	default:
		return fmt.Errorf("argument: %s is neither a term nor a text in both languages", b)
	}
	return nil
}
