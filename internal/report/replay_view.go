package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/replay"
)

// A replay is told in sections that text and HTML share: sentences that say what the figures mean, then a table. A
// sentence may hold text of proposals; each format makes it harmless for where it goes.
type (
	replaySection struct {
		Title     string
		Sentences []string
		Notes     []string // how the figures come about
		Table     *replayTable
	}
	replayTable struct {
		NameHead string
		Heads    []string
		Rows     []replayRow
		More     string // how many rows are left out; empty when none
	}
	replayRow struct {
		Name, Sub string
		Path      bool // Name is the name of a file
		Cells     []replayCell
		Bar       template.HTML // of HTML alone
	}
	replayCell struct {
		Text   string
		Class  string // of HTML: "n" for a number
		Strong bool
	}
)

// HeadCells gives the heads with the classes of their columns. Exported for the template alone.
func (t *replayTable) HeadCells() []replayCell {
	out := make([]replayCell, len(t.Heads))
	for i, h := range t.Heads {
		out[i] = replayCell{Text: h}
		if len(t.Rows) > 0 {
			out[i].Class = t.Rows[0].Cells[i].Class
		}
	}
	return out
}

// replayRows is how many rows tables list, for a terminal and for a page. More is no better to read; JSON has them all.
type replayRows struct{ flips, moves, findings int }

var (
	replayRowsText = replayRows{flips: 20, moves: 10, findings: 20}
	replayRowsHTML = replayRows{flips: 500, moves: 50, findings: 100}
)

// replayTeller puts a replay into words of one language.
type replayTeller struct {
	*Replay
	phrasing
	say  *replayWords
	rows replayRows
}

func newReplayTeller(r *Replay, o Options, rows replayRows) *replayTeller {
	return &replayTeller{Replay: r, phrasing: newPhrasing(o), say: replayWordsIn(o.Lang), rows: rows}
}

// sides says what was compared: before, then after.
func (t *replayTeller) sides() [2]string {
	text := func(s *replay.Side) string {
		return fmt.Sprintf(t.say.side, s.Pack.ID, s.Pack.Version, s.Pack.Digest[:min(len(s.Pack.Digest), 12)], s.Profile, s.AsOf)
	}
	return [2]string{text(&t.Result.Before), text(&t.Result.After)}
}

// summary gives the first sentences.
func (t *replayTeller) summary() []string {
	r := t.Result
	if r.Proposals == 0 {
		return []string{t.say.noneFound}
	}
	out := []string{fmt.Sprintf(t.say.assessed, r.Proposals)}
	if r.Same() {
		out = append(out, t.say.same)
	} else {
		out = append(out, fmt.Sprintf(t.say.changed, r.Changed))
	}
	if n := len(t.Unreadable); n > 0 {
		out = append(out, fmt.Sprintf(t.say.skipped, n))
	}
	return out
}

// sections gives everything that changed; none when nothing did.
func (t *replayTeller) sections() []replaySection {
	if t.Result.Same() {
		return nil
	}
	out := []replaySection{t.verdicts()}
	if t.Result.Flips > 0 {
		out = append(out, t.flipList())
	}
	out = append(out, t.scores())
	if len(t.Result.Groups.Groups) > 0 {
		out = append(out, t.groups())
	}
	out = append(out, t.dimensions())
	if len(t.Result.Requirements) > 0 {
		out = append(out, t.requirements())
	}
	if len(t.Result.Findings) > 0 {
		out = append(out, t.findings())
	}
	return append(out, t.ranks())
}

func number(n int) replayCell { return replayCell{Text: fmt.Sprint(n), Class: "n"} }

func delta(d assess.Delta) replayCell { return replayCell{Text: d.String(), Class: "n"} }

func (t *replayTeller) verdicts() replaySection {
	r, s := t.Result, replaySection{Title: t.say.verdicts}
	if r.Flips == 0 {
		s.Sentences = []string{t.say.noFlip}
	} else {
		s.Sentences = []string{fmt.Sprintf(t.say.verdictsText, r.Flips, r.Better, r.Worse)}
	}
	table := &replayTable{NameHead: t.say.verdictsHead}
	for _, v := range replay.Order() {
		table.Heads = append(table.Heads, t.words.verdict[v])
	}
	for _, from := range replay.Order() {
		row := replayRow{Name: t.words.verdict[from]}
		for _, to := range replay.Order() {
			n := 0
			for _, f := range r.Verdicts {
				if f.From == string(from) && f.To == string(to) {
					n = f.N
				}
			}
			cell := number(n)
			cell.Strong = n > 0 && from != to
			row.Cells = append(row.Cells, cell)
		}
		table.Rows = append(table.Rows, row)
	}
	s.Table = table
	return s
}

// proposals lists up to most rows of the result as a table, in the order given.
func (t *replayTeller) proposals(rows []*replay.Row, most int) *replayTable {
	table := &replayTable{NameHead: t.say.proposal, Heads: []string{t.say.flipHead, t.say.scoreHead, t.say.change, t.say.rankHead, t.say.climb}}
	shown := rows[:min(len(rows), most)]
	for _, r := range shown {
		verdict := replayCell{Text: t.words.verdict[r.After.Verdict]}
		if r.Flips() {
			verdict = replayCell{Text: t.words.verdict[r.Before.Verdict] + " → " + t.words.verdict[r.After.Verdict], Strong: true}
		}
		table.Rows = append(table.Rows, replayRow{Name: r.File, Sub: r.Project, Path: true, Cells: []replayCell{
			verdict, {Text: r.Before.Score.String() + " → " + r.After.Score.String(), Class: "n"}, delta(r.Change()),
			{Text: fmt.Sprintf("%d → %d", r.Before.Rank, r.After.Rank), Class: "n"}, {Text: signed(r.Climb()), Class: "n"},
		}})
	}
	if rest := len(rows) - len(shown); rest > 0 {
		table.More = fmt.Sprintf(t.say.more, rest)
	}
	return table
}

// signed writes a whole number with its sign.
func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}

// flipList lists the flips, those to a worse verdict first, then by the change of the score.
func (t *replayTeller) flipList() replaySection {
	var rows []*replay.Row
	for i := range t.Result.Rows {
		if t.Result.Rows[i].Flips() {
			rows = append(rows, &t.Result.Rows[i])
		}
	}
	worse := func(r *replay.Row) int {
		return slices.Index(replay.Order(), r.Before.Verdict) - slices.Index(replay.Order(), r.After.Verdict)
	}
	slices.SortStableFunc(rows, func(a, b *replay.Row) int {
		return cmp.Or(cmp.Compare(worse(a), worse(b)), cmp.Compare(a.Change(), b.Change()))
	})
	return replaySection{Title: t.say.flipList, Table: t.proposals(rows, t.rows.flips)}
}

func (t *replayTeller) scores() replaySection {
	s, out := &t.Result.Scores, replaySection{Title: t.say.scores}
	if s.Rose+s.Fell == 0 {
		out.Sentences = []string{t.say.noScore}
		return out
	}
	out.Sentences = []string{
		fmt.Sprintf(t.say.scoresText, s.Rose, s.Fell, s.N-s.Rose-s.Fell),
		fmt.Sprintf(t.say.spreadText, s.Median, s.Q1, s.Q3, s.Min, s.Max, s.Mean),
	}
	table := &replayTable{NameHead: t.say.change, Heads: []string{t.say.number}}
	most := 1
	for _, b := range t.Result.Bins {
		most = max(most, b.N)
	}
	for _, b := range t.Result.Bins {
		name := fmt.Sprintf(t.say.bin, b.From, b.To)
		if b.From == b.To {
			name = t.say.binSame
		}
		row := replayRow{Name: name, Cells: []replayCell{number(b.N)}, Bar: bar(share(b.N, most), 0, b.To < 0)}
		table.Rows = append(table.Rows, row)
	}
	out.Table = table
	return out
}

func (t *replayTeller) ranks() replaySection {
	r, out := &t.Result.Ranks, replaySection{Title: t.say.ranks}
	if r.Moved == 0 {
		out.Sentences = []string{t.say.noRank}
		return out
	}
	out.Sentences = []string{fmt.Sprintf(t.say.ranksText, r.Moved, r.Pairs, r.Concordant, r.Discordant, r.TiedBefore+r.TiedAfter+r.TiedBoth)}
	if r.Tau == nil {
		out.Sentences = append(out.Sentences, t.say.noTau)
	} else {
		out.Sentences = append(out.Sentences, fmt.Sprintf(t.say.tau, tenThousandths(*r.Tau)))
	}
	out.Notes = []string{t.say.moves}
	var rows []*replay.Row
	for i := range t.Result.Rows {
		if t.Result.Rows[i].Climb() != 0 {
			rows = append(rows, &t.Result.Rows[i])
		}
	}
	slices.SortStableFunc(rows, func(a, b *replay.Row) int {
		return cmp.Compare(max(b.Climb(), -b.Climb()), max(a.Climb(), -a.Climb()))
	})
	out.Table = t.proposals(rows, t.rows.moves)
	return out
}

// tenThousandths writes a share with four decimals.
func tenThousandths(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "−", -n
	}
	return fmt.Sprintf("%s%d.%04d", sign, n/10000, n%10000)
}

func (t *replayTeller) dimensions() replaySection {
	table := &replayTable{NameHead: t.say.dimension, Heads: []string{t.say.mean, t.say.rose, t.say.fell, t.say.appliesBoth, t.say.appeared, t.say.vanished}}
	for i := range t.Result.Dimensions {
		d := &t.Result.Dimensions[i]
		table.Rows = append(table.Rows, replayRow{Name: t.dimensionTitle(d.ID).In(t.o.Lang), Cells: []replayCell{
			delta(d.Mean), number(d.Rose), number(d.Fell), number(d.N), number(d.Appeared), number(d.Vanished),
		}})
	}
	return replaySection{Title: t.say.dimensions, Notes: []string{t.say.dimensionsText}, Table: table}
}

// status gives a status of a flow its word.
func (t *replayTeller) status(s string) string {
	if s == replay.Absent {
		return t.say.absent
	}
	return t.words.status[assess.Status(s)]
}

func (t *replayTeller) requirements() replaySection {
	r := t.Result
	table := &replayTable{NameHead: t.say.requirement, Heads: []string{t.say.moved, t.say.statuses, t.say.otherChange}}
	for i := range r.Requirements {
		req := &r.Requirements[i]
		var flows []string
		for _, f := range req.Statuses {
			flows = append(flows, fmt.Sprintf(t.say.flow, t.status(f.From), t.status(f.To), f.N))
		}
		table.Rows = append(table.Rows, replayRow{
			Name: req.ID + " " + t.requirementTitle(req.ID).In(t.o.Lang), Sub: strings.Join(flows, t.say.comma),
			Cells: []replayCell{delta(req.Moved / assess.Delta(max(r.Proposals, 1))), number(req.Changed), number(req.Other)},
		})
	}
	return replaySection{
		Title: t.say.requirements, Sentences: []string{fmt.Sprintf(t.say.requirementsText, len(r.Requirements))}, Table: table,
	}
}

func (t *replayTeller) findings() replaySection {
	all := t.Result.Findings
	table := &replayTable{NameHead: t.say.finding, Heads: []string{t.say.newIn, t.say.goneIn}}
	shown := all[:min(len(all), t.rows.findings)]
	for i := range shown {
		f := &shown[i]
		row := replayRow{Name: f.Requirement + " " + f.Code, Sub: t.requirementTitle(f.Requirement).In(t.o.Lang), Cells: []replayCell{number(f.NewIn), number(f.GoneIn)}}
		if f.Requirement == "" {
			row.Name = t.say.form + " " + f.Code
		}
		table.Rows = append(table.Rows, row)
	}
	if rest := len(all) - len(shown); rest > 0 {
		table.More = fmt.Sprintf(t.say.more, rest)
	}
	return replaySection{Title: t.say.findings, Sentences: []string{fmt.Sprintf(t.say.findingsText, len(all))}, Table: table}
}
