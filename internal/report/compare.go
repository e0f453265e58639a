package report

import (
	"fmt"
	"io"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// Comparisons are what [WriteComparisons] writes.
type Comparisons struct {
	Pairs      []Pair
	OnlyBefore []*Described  // without a partner after
	OnlyAfter  []*Described  // without a partner before
	Unreadable []*Unreadable // what either side says could not be assessed
}

// Pair is one proposal before and after.
type Pair struct {
	Before, After *Described
	*assess.Comparison
}

// NewPair adds the words of the catalogs that both assessments were made with. The error is another catalog.
func NewPair(c *assess.Comparison, before, after *catalog.Catalog) (Pair, error) {
	b, err := WithWords(c.Before, before)
	if err != nil {
		return Pair{}, err
	}
	a, err := WithWords(c.After, after)
	return Pair{b, a, c}, err
}

// ComparisonFormats lists the formats of comparisons, in the order help shows them.
func ComparisonFormats() []Format { return []Format{Text, JSON, Markdown} }

// WriteComparisons writes comparisons in one of [ComparisonFormats]: how score and verdict changed, how much of it the
// text and how much the rules make, then what each requirement gained or lost, the heaviest first. The catalog of the
// options gives the names of dimensions; all other words come with the assessments. The error is of the writer, or an
// unknown format.
func WriteComparisons(w io.Writer, f Format, c *Comparisons, o Options) error {
	if o.Width == 0 {
		o.Width = 80
	}
	switch f {
	case Text:
		t := &comparisonPrinter{printer: newText(w, o), compare: compareWordsIn(o.Lang)}
		t.comparisons(c)
		return t.w.Flush()
	case JSON:
		return writeComparisonsJSON(w, c)
	case Markdown:
		m := &comparisonMarkdown{o: o, words: wordsIn(o.Lang), compare: compareWordsIn(o.Lang)}
		m.comparisons(c)
		_, err := io.WriteString(w, m.b.String())
		return err
	default:
		return fmt.Errorf("unknown format %q", f)
	}
}

// titleOf gives the name of a dimension, its id when the catalog does not have it.
func titleOf(c *catalog.Catalog, dimension string, lang catalog.Lang) string {
	if c != nil {
		for i := range c.Dimensions {
			if c.Dimensions[i].ID == dimension {
				return c.Dimensions[i].Title.In(lang)
			}
		}
	}
	return dimension
}

// splitTexts says what changed the score, in whole sentences.
func splitTexts(c *assess.Comparison, w *words, cw *compareWords) []string {
	if c.Split == nil {
		return []string{cw.unsplit[c.Unsplit]}
	}
	out := []string{fmt.Sprintf(cw.split, c.Split.Text, c.Split.Pack)}
	if corners := c.Split.Corners; corners != nil {
		pack, text := corners.PackFirst()
		out = append(out, fmt.Sprintf(cw.packFirst, pack, text, corners.Interaction()))
		var at []any
		for _, d := range []*assess.Decision{&corners.OldTextOldPack, &corners.NewTextOldPack, &corners.OldTextNewPack, &corners.NewTextNewPack} {
			at = append(at, d.Score, w.verdict[d.Verdict])
		}
		out = append(out, fmt.Sprintf(cw.corners, at...))
	}
	return out
}

// outcome says what one assessment made of a requirement.
func outcome(r *assess.Result, w *words, cw *compareWords) string {
	if r == nil {
		return cw.absent
	}
	text := w.status[r.Status]
	if r.Status == assess.StatusPartial {
		text = fmt.Sprintf(cw.credit, text, r.Credit)
	}
	if r.Waiver != nil {
		text = fmt.Sprintf(cw.waived, text)
	}
	return text
}

// changeTexts says how a requirement changed, and what else than its credit did.
func changeTexts(p *Pair, r *assess.RequirementChange, w *words, cw *compareWords) []string {
	before, after := outcome(r.Before, w, cw), outcome(r.After, w, cw)
	var out []string
	if p.Split != nil && p.Split.Corners != nil {
		out = append(out, fmt.Sprintf(cw.changeSplit, before, after, r.Change, r.Text, r.Pack))
	} else {
		out = append(out, fmt.Sprintf(cw.change, before, after, r.Change))
	}
	if r.Before == nil || r.After == nil {
		return out
	}
	if r.Before.Weight != r.After.Weight {
		out = append(out, fmt.Sprintf(cw.weight, r.Before.Weight, r.After.Weight))
	}
	if r.Before.Vetoes && !r.After.Vetoes {
		out = append(out, cw.vetoGone)
	}
	if !r.Before.Vetoes && r.After.Vetoes {
		out = append(out, cw.vetoNew)
	}
	return out
}

// differ says whether there is anything to tell beyond the score.
func differ(c *assess.Comparison) bool {
	return len(c.Requirements) > 0 || len(c.Form.New)+len(c.Form.Gone) > 0 || c.Before.Decision.Verdict != c.After.Decision.Verdict
}

// sides gives both assessments with the words for them.
func (p *Pair) sides(cw *compareWords) [2]struct {
	label string
	a     *Described
} {
	return [2]struct {
		label string
		a     *Described
	}{{cw.before, p.Before}, {cw.after, p.After}}
}

// sideText says what an assessment is of.
func sideText(a *Described, cw *compareWords) string {
	return fmt.Sprintf(cw.side, a.File, a.Pack.ID, a.Pack.Version, a.Profile, a.AsOf)
}

// renamed says whether the two are of projects with different ids.
func (p *Pair) renamed() bool {
	return p.Before.Project != p.After.Project
}
