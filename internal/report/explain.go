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

// Explained is an explanation in the words of one language. Whatever shows a requirement (a terminal, a page of the
// handbook) takes them from here, so that all say the same.
type Explained struct {
	ID, Title       string
	Weighs          string // severity, weight and the person-days of its repair
	VetoWhen        string // the traits that make it a veto; empty when none does
	Applies         string // which proposals it is asked of
	Quote           string // verbatim
	Sentence, Whole string // id and text of the sentence that the quote stands in; Whole is empty when it is not there
	Reading         string
	Confirm         string // what a person should look at; empty for most
	Readings        []ExplainedReading
	Codes           []ExplainedCode // by name
	Thresholds      []ExplainedThreshold
	Example         string // YAML, without a line end
	Rule            string // file
}

// ExplainedReading is a clause that can be read in more than one way; the first way is the default.
type ExplainedReading struct {
	ID, Quote    string
	Alternatives []ExplainedAlternative
}

// ExplainedAlternative is one way to read a clause.
type ExplainedAlternative struct{ ID, Title string }

// ExplainedCode is one way to miss a requirement.
type ExplainedCode struct{ Code, Basis, Message, Remedy string }

// ExplainedThreshold is a number that rules compare with.
type ExplainedThreshold struct{ Name, Title, Value, Basis, Source string }

// Explain puts an explanation into words.
func Explain(e Explanation, lang catalog.Lang) *Explained {
	c, r, w := e.Catalog, e.Requirement, explainWordsIn(lang)
	x := &Explained{
		ID: r.ID, Title: r.Title.In(lang), Weighs: fmt.Sprintf(w.severityText[r.Severity], r.Weight, r.Effort),
		VetoWhen: strings.Join(flagTitles(c, r.VetoWhen, lang), w.or), Applies: Applies(c, r, lang),
		Quote: r.Quote.Text, Sentence: r.Quote.Sentence,
		Reading: strings.TrimSpace(r.Reading.In(lang)), Confirm: strings.TrimSpace(r.Confirm.In(lang)),
		Codes: ExplainCodes(r.Codes, lang), Thresholds: ExplainThresholds(e.Thresholds, lang),
		Example: strings.TrimRight(r.Example.In(lang), "\n"), Rule: e.Rule,
	}
	if s, ok := c.Sentence(r.Quote.Sentence); ok {
		x.Whole = s.Text
	}
	for _, reading := range c.ReadingsOf(r) {
		x.Readings = append(x.Readings, ExplainReading(&reading, lang))
	}
	return x
}

// ExplainReading puts a clause and its readings into words.
func ExplainReading(r *catalog.Reading, lang catalog.Lang) ExplainedReading {
	x := ExplainedReading{ID: r.ID, Quote: r.Quote.Text}
	for _, alternative := range r.Alternatives {
		x.Alternatives = append(x.Alternatives, ExplainedAlternative{alternative.ID, strings.TrimSpace(alternative.Title.In(lang))})
	}
	return x
}

// ExplainCodes puts codes into words, by name.
func ExplainCodes(codes map[string]catalog.Code, lang catalog.Lang) []ExplainedCode {
	w := explainWordsIn(lang)
	var all []ExplainedCode
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		k := codes[code]
		all = append(all, ExplainedCode{code, w.basis[k.Basis], strings.TrimSpace(k.Message.In(lang)), strings.TrimSpace(k.Remedy.In(lang))})
	}
	return all
}

// ExplainThresholds puts thresholds into words, in their order.
func ExplainThresholds(thresholds []catalog.Threshold, lang catalog.Lang) []ExplainedThreshold {
	w := explainWordsIn(lang)
	var all []ExplainedThreshold
	for _, t := range thresholds {
		all = append(all, ExplainedThreshold{t.Name, strings.TrimSpace(t.Title.In(lang)), t.In(lang), w.restsOn(t.Basis), t.Source.In(lang)})
	}
	return all
}

// WriteExplanation shows one requirement: the sentence that asks for it, how hegui reads it, how it is missed and
// repaired, the numbers it uses and an example. The error is of the writer.
func WriteExplanation(out io.Writer, e Explanation, lang catalog.Lang) error {
	x := &explainer{Explained: Explain(e, lang), words: explainWordsIn(lang), out: bufio.NewWriter(out)}
	x.requirement()
	x.readings()
	x.codes()
	x.numbers()
	return x.out.Flush()
}

type explainer struct {
	*Explained
	words *explainWords
	out   *bufio.Writer
}

func (x *explainer) say(label, text string) {
	fmt.Fprintf(x.out, "%s%s\n", label, text)
}

func (x *explainer) requirement() {
	w := x.words
	fmt.Fprintf(x.out, "%s %s\n\n", x.ID, x.Title)
	x.say(w.severity, x.Weighs)
	if x.VetoWhen != "" {
		x.say(w.vetoWhen, x.VetoWhen)
	}
	x.say(w.applies, x.Applies)
	fmt.Fprintln(x.out)
	x.say(w.quote, "“"+x.Quote+"”")
	if x.Whole != "" {
		x.say(w.sentence, x.Sentence+" "+x.Whole)
	}
	x.say(w.reading, x.Reading)
	if x.Confirm != "" {
		x.say(w.confirm, x.Confirm)
	}
}

// readings names the other ways to read the clause that the requirement comes from.
func (x *explainer) readings() {
	for _, reading := range x.Readings {
		fmt.Fprintf(x.out, "\n"+x.words.otherReadings+"\n", reading.Quote)
		for _, alternative := range reading.Alternatives {
			fmt.Fprintf(x.out, "  %s: %s\n", alternative.ID, alternative.Title)
		}
	}
}

func (x *explainer) codes() {
	fmt.Fprintf(x.out, "\n%s\n", x.words.codes)
	for _, k := range x.Codes {
		fmt.Fprintf(x.out, "  %s (%s)\n    %s\n    %s%s\n", k.Code, k.Basis, k.Message, x.words.remedy, k.Remedy)
	}
}

func (x *explainer) numbers() {
	w := x.words
	if len(x.Thresholds) > 0 {
		fmt.Fprintf(x.out, "\n%s\n", w.thresholds)
	}
	for _, t := range x.Thresholds {
		fmt.Fprintf(x.out, w.number, t.Title, t.Value, t.Basis, t.Source)
	}
	fmt.Fprintf(x.out, "\n%s\n", w.example)
	for _, line := range strings.Split(x.Example, "\n") {
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
