package report

import (
	"fmt"

	"hegui/internal/replay"
)

// groups says how groups of proposals fare against their rest, and no more than the tests show.
func (t *replayTeller) groups() replaySection {
	all := &t.Result.Groups
	out := replaySection{Title: t.say.groups}
	for i := range all.Groups {
		g := &all.Groups[i]
		if g.Flips.Notable {
			out.Sentences = append(out.Sentences, fmt.Sprintf(t.say.notableFlips, t.groupName(g),
				g.In.N, g.In.Flips, rateOf(&g.In), g.In.Worse, g.Rest.N, g.Rest.Flips, rateOf(&g.Rest), g.Rest.Worse, probability(g.Flips.Adjusted)))
		}
		if g.Scores.Notable {
			in, rest, above := g.Apart()
			text := t.say.notableBelow
			if above {
				text = t.say.notableAbove
			}
			out.Sentences = append(out.Sentences, fmt.Sprintf(text,
				t.groupName(g), g.In.Median, g.Rest.Median, g.In.N, in, g.Rest.N, rest, probability(g.Scores.Adjusted)))
		}
	}
	if all.Notable == 0 {
		out.Sentences = append(out.Sentences, t.say.noNotable)
	} else {
		out.Sentences = append(out.Sentences, t.say.cause)
	}
	out.Notes = append(out.Notes, fmt.Sprintf(t.say.groupsText, all.Tests), fmt.Sprintf(t.say.groupsFew, replay.MinGroup))
	if all.LeftOut > 0 {
		out.Notes = append(out.Notes, fmt.Sprintf(t.say.leftOut, all.LeftOut, replay.MaxGroups))
	}
	table := &replayTable{NameHead: t.say.group, Heads: []string{
		t.say.flipRate, t.say.restFlipRate, t.say.verdictTest, t.say.median, t.say.restMedian, t.say.scoreTest,
	}}
	for i := range all.Groups {
		g := &all.Groups[i]
		table.Rows = append(table.Rows, replayRow{Name: t.groupName(g), Cells: []replayCell{
			t.rate(&g.In), t.rate(&g.Rest), t.judgement(&g.Flips), delta(g.In.Median), delta(g.Rest.Median), t.judgement(&g.Scores),
		}})
	}
	out.Table = table
	return out
}

// groupName names a group by its trait; a value that has no word stands for itself.
func (t *replayTeller) groupName(g *replay.Group) string {
	value, ok := t.say.value[g.Trait+"/"+g.Value]
	if !ok {
		value = Safe(g.Value)
	}
	return fmt.Sprintf(t.say.groupName, t.say.trait[g.Trait], value)
}

func (t *replayTeller) rate(f *replay.Fare) replayCell {
	return replayCell{Text: fmt.Sprintf(t.say.rate, f.Flips, f.N, rateOf(f)), Class: "n"}
}

// rateOf is the share of other verdicts in per cent, one decimal, rounded down.
func rateOf(f *replay.Fare) string { return percent(1000 * f.Flips / max(f.N, 1)) }

func (t *replayTeller) judgement(test *replay.Test) replayCell {
	switch {
	case !test.Made:
		return replayCell{Text: t.say.few}
	case test.Notable:
		return replayCell{Text: fmt.Sprintf(t.say.pNotable, probability(test.Adjusted)), Strong: true}
	default:
		return replayCell{Text: fmt.Sprintf(t.say.p, probability(test.Adjusted))}
	}
}

// probability writes millionths with four decimals, rounded up, so that it is an upper bound.
func probability(millionths int) string {
	return tenThousandths(max((millionths+99)/100, 1))
}
