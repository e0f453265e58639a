package report

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"hegui/internal/catalog"
)

// Explanation is what a person needs to understand a requirement.
type Explanation struct {
	Catalog     *catalog.Catalog
	Requirement *catalog.Requirement
	Thresholds  []catalog.Threshold // that the rule compares with
	Rule        string              // its file
}

// WriteExplanation shows one requirement: the sentence that asks for it, how hegui reads it, how it is missed and
// repaired, the numbers it uses and an example. The error is of the writer.
func WriteExplanation(out io.Writer, e Explanation, lang catalog.Lang) error {
	x := &explainer{Explanation: e, lang: lang, words: explainWordsIn(lang), out: bufio.NewWriter(out)}
	x.requirement()
	x.readings()
	x.codes()
	x.numbers()
	return x.out.Flush()
}

type explainer struct {
	Explanation
	lang  catalog.Lang
	words *explainWords
	out   *bufio.Writer
}

func (x *explainer) say(label, text string) {
	fmt.Fprintf(x.out, "%s%s\n", label, strings.TrimSpace(text))
}

func (x *explainer) requirement() {
	c, r, w := x.Catalog, x.Requirement, x.words
	fmt.Fprintf(x.out, "%s %s\n\n", r.ID, r.Title.In(x.lang))
	x.say(w.severity, fmt.Sprintf(w.severityText[r.Severity], r.Weight, r.Effort))
	if len(r.VetoWhen) > 0 {
		x.say(w.vetoWhen, strings.Join(flagTitles(c, r.VetoWhen, x.lang), w.or))
	}
	x.say(w.applies, Applies(c, r, x.lang))
	fmt.Fprintln(x.out)
	x.say(w.quote, "“"+r.Quote.Text+"”")
	if s, ok := c.Sentence(r.Quote.Sentence); ok {
		x.say(w.sentence, s.ID+" "+s.Text)
	}
	x.say(w.reading, r.Reading.In(x.lang))
	if r.Confirm != (catalog.Text{}) {
		x.say(w.confirm, r.Confirm.In(x.lang))
	}
}

// readings names the other ways to read the clause that the requirement comes from.
func (x *explainer) readings() {
	for _, reading := range x.Catalog.ReadingsOf(x.Requirement) {
		fmt.Fprintf(x.out, "\n"+x.words.otherReadings+"\n", reading.Quote.Text)
		for _, alternative := range reading.Alternatives {
			fmt.Fprintf(x.out, "  %s: %s\n", alternative.ID, alternative.Title.In(x.lang))
		}
	}
}

func (x *explainer) codes() {
	fmt.Fprintf(x.out, "\n%s\n", x.words.codes)
	for _, code := range slices.Sorted(maps.Keys(x.Requirement.Codes)) {
		k := x.Requirement.Codes[code]
		fmt.Fprintf(x.out, "  %s (%s)\n    %s\n    %s%s\n", code, x.words.basis[k.Basis], k.Message.In(x.lang), x.words.remedy, k.Remedy.In(x.lang))
	}
}

func (x *explainer) numbers() {
	w := x.words
	if len(x.Thresholds) > 0 {
		fmt.Fprintf(x.out, "\n%s\n", w.thresholds)
	}
	for _, t := range x.Thresholds {
		fmt.Fprintf(x.out, "  %s: %s %s (%s; %s)\n", t.Title.In(x.lang), t.Value, t.Unit, w.basis[t.Basis], t.Source)
	}
	fmt.Fprintf(x.out, "\n%s\n", w.example)
	for _, line := range strings.Split(strings.TrimRight(x.Requirement.Example.In(x.lang), "\n"), "\n") {
		fmt.Fprintf(x.out, "  %s\n", line)
	}
	fmt.Fprintf(x.out, "\n%s%s\n", w.rule, x.Rule)
}

// Applies says which proposals a requirement is asked of, in the titles of flags.
func Applies(c *catalog.Catalog, r *catalog.Requirement, lang catalog.Lang) string {
	w := explainWordsIn(lang)
	var alternatives []string
	for _, alternative := range r.Applies {
		var terms []string
		for _, term := range alternative {
			title := strings.Join(flagTitles(c, []string{term.Flag}, lang), w.or)
			if term.Off {
				title = fmt.Sprintf(w.notFlag, title)
			}
			terms = append(terms, title)
		}
		alternatives = append(alternatives, strings.Join(terms, w.and))
	}
	return strings.Join(alternatives, w.or)
}

func flagTitles(c *catalog.Catalog, names []string, lang catalog.Lang) []string {
	var titles []string
	for _, n := range names {
		if f, ok := c.Flag(n); ok {
			titles = append(titles, f.Title.In(lang))
		}
	}
	return titles
}
