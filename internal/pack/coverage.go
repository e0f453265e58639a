package pack

import (
	"slices"
	"strings"

	"hegui/internal/catalog"
)

type coverageFile struct {
	Reasons   map[string]catalog.Text `yaml:"reasons"`
	Sentences []struct {
		ID      string       `yaml:"id"`
		Bytes   [2]int       `yaml:"bytes"`
		Text    string       `yaml:"text"`
		RuledBy []string     `yaml:"ruled_by"`
		HeldBy  []string     `yaml:"held_by"`
		Manual  catalog.Text `yaml:"manual"`
		Reason  string       `yaml:"reason"`
	} `yaml:"sentences"`
}

// todoReason is the id of the reason of sentences that nobody has classified yet.
const todoReason = "todo"

// loadCoverage reads what becomes of every sentence of the source document.
func (l *loader) loadCoverage(c *catalog.Catalog) {
	file := l.path("coverage.yaml")
	var f coverageFile
	if !l.decode(file, &f) {
		return
	}
	used := map[string]bool{}
	for i, s := range f.Sentences {
		sentence := catalog.Sentence{
			ID: s.ID, Start: s.Bytes[0], End: s.Bytes[1], Text: s.Text, RuledBy: s.RuledBy, HeldBy: s.HeldBy, Manual: s.Manual,
		}
		if s.Reason != "" {
			reason, ok := f.Reasons[s.Reason]
			if !ok {
				l.fault(file, l.sentenceLine(i), "sentence %s: unknown reason %q", s.ID, s.Reason)
			}
			used[s.Reason], sentence.Reason, sentence.Todo = true, reason, s.Reason == todoReason
		}
		c.Sentences = append(c.Sentences, sentence)
	}
	for name, reason := range f.Reasons {
		l.texts(file, []string{"reasons", name}, reason)
		if !used[name] {
			l.fault(file, l.line(file, "reasons", name), "reason %q is not used", name)
		}
	}
}

// sentenceLine finds where the entry of a sentence begins in coverage.yaml.
func (l *loader) sentenceLine(entry int) int {
	for n, line := range strings.Split(l.files[l.path("coverage.yaml")], "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "- id:") {
			if entry == 0 {
				return n + 1
			}
			entry--
		}
	}
	return 0
}

// checkCoverage holds the entries against the document and against the quotes: together the sentences are the document,
// each is verbatim where it says, and each is ruled by exactly the requirements that quote it.
func (l *loader) checkCoverage(c *catalog.Catalog) {
	if c.Source.Text == "" || len(c.Sentences) == 0 {
		return // known
	}
	file := l.path("coverage.yaml")
	quoting := map[string][]string{}
	for i := range c.Requirements {
		r := &c.Requirements[i]
		quoting[r.Quote.Sentence] = append(quoting[r.Quote.Sentence], r.ID)
	}
	want := Sentences(c.Source.Text)
	for i := range c.Sentences {
		s := &c.Sentences[i]
		if i >= len(want) || s.ID != want[i].ID {
			l.fault(file, l.sentenceLine(i), "sentence %s does not follow here; the document has %s", s.ID, idAt(want, i))
			return // the rest would be out of step too
		}
		if s.Text != want[i].Text {
			l.fault(file, l.sentenceLine(i), "sentence %s (%s) is not what the document says: %q", s.ID, strings.Join(slices.Concat(s.RuledBy, s.HeldBy), ", "), want[i].Text)
		}
		start, end := want[i].Start, want[i].Start+len(want[i].Text)
		if s.Start != start || s.End != end {
			l.fault(file, l.sentenceLine(i), "sentence %s stands at bytes [%d, %d], not [%d, %d]", s.ID, start, end, s.Start, s.End)
		}
		l.checkSentence(c, s, i, quoting[s.ID])
	}
	if len(c.Sentences) < len(want) {
		l.fault(file, 0, "sentence %s is missing", idAt(want, len(c.Sentences)))
	}
}

func (l *loader) checkSentence(c *catalog.Catalog, s *catalog.Sentence, entry int, quoting []string) {
	file := l.path("coverage.yaml")
	for _, id := range slices.Concat(s.RuledBy, s.HeldBy) {
		if _, ok := c.Requirement(id); !ok {
			l.fault(file, l.sentenceLine(entry), "sentence %s: unknown requirement %q", s.ID, id)
		}
	}
	for _, id := range quoting {
		if !slices.Contains(s.RuledBy, id) {
			l.fault(file, l.sentenceLine(entry), "sentence %s is quoted by %s, which ruled_by does not name", s.ID, id)
		}
	}
	for _, id := range s.RuledBy {
		if !slices.Contains(quoting, id) {
			l.fault(file, l.sentenceLine(entry), "sentence %s is not quoted by %s; a requirement that holds it through another quote belongs to held_by", s.ID, id)
		}
	}
	manual := s.Manual != (catalog.Text{})
	if manual {
		l.texts(file, []string{"sentences"}, s.Manual)
	}
	switch asked := len(s.RuledBy) > 0 || manual; {
	case asked && s.Reason != (catalog.Text{}):
		l.fault(file, l.sentenceLine(entry), "sentence %s is asked of projects and has a reason why it is not", s.ID)
	case !asked && s.Reason == (catalog.Text{}):
		l.fault(file, l.sentenceLine(entry), "sentence %s is neither ruled nor judged by a person, and no reason says why", s.ID)
	}
}

func idAt(sentences []Sentence, i int) string {
	if i < len(sentences) {
		return sentences[i].ID
	}
	return "no further sentence"
}
