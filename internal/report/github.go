package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"hegui/internal/assess"
)

// githubShown is how many annotations of each level GitHub shows per step:
// https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
const githubShown = 10

// github writes workflow commands, which become annotations of a pull request. As GitHub shows a few only, the weightiest
// of all proposals are kept, never more than are shown, and written at the end.
type github struct {
	phrasing
	w    io.Writer
	kept map[string][]annotation // by level, the weightiest first
	seen map[string]int          // by level
}

// annotation is one workflow command. Its texts are not escaped yet.
type annotation struct {
	weight int // orders annotations of one level
	file   string
	place  assess.Place
	title  string
	lines  []string // of the message
}

// Weights above those of losses, which are at most 10000 basis points.
const (
	weightVeto = 10001 // added to what a veto requirement costs
	weightForm = 30000
	weightFile = 40000 // a verdict, or why there is none
)

func newGitHub(w io.Writer, o Options) *github {
	return &github{newPhrasing(o), w, map[string][]annotation{}, map[string]int{}}
}

// githubLevels lists the commands, the heaviest first.
func githubLevels() []string { return []string{"error", "warning", "notice"} }

func githubLevel(g gravity) string {
	switch g {
	case decisive:
		return "error"
	case serious, minor:
		return "warning"
	default:
		return "notice"
	}
}

func (g *github) Add(a *assess.Assessment) error {
	g.keep(gravityOfVerdict(a.Decision.Verdict), annotation{
		weight: weightFile, file: a.File, place: assess.Place{Position: top},
		title: fmt.Sprintf(g.formats.verdict, g.words.verdict[a.Decision.Verdict], a.Decision.Score),
		lines: append([]string{a.Title}, g.reasonTexts(a)...),
	})
	for _, n := range g.notes(a.Form) {
		g.keep(decisive, g.annotate(a, &n, weightForm, g.formats.ruleTitle[ruleForm]))
	}
	for i := range a.Results {
		g.requirement(a, i)
	}
	for i := range a.Guards {
		g.keep(slight, annotation{
			file: a.File, place: a.Guards[i].Place, title: g.formats.ruleTitle[ruleConflict], lines: []string{describeGuard(g.c, &a.Guards[i]).In(g.o.Lang)},
		})
	}
	for _, n := range g.notes(a.Hints) {
		g.keep(slight, g.annotate(a, &n, 0, g.formats.ruleTitle[ruleHint]))
	}
	for _, w := range a.Warnings {
		g.keep(slight, annotation{
			file: a.File, place: assess.Place{Position: w.Position}, title: g.formats.ruleTitle[ruleWarning], lines: []string{w.Message(string(g.o.Lang))},
		})
	}
	return nil
}

func (g *github) requirement(a *assess.Assessment, i int) {
	r, req := &a.Results[i], &g.c.Requirements[i]
	title := fmt.Sprintf("%s %s", req.ID, req.Title.In(g.o.Lang))
	weight := int(a.LostShare(r))
	if r.Vetoes {
		weight += weightVeto
	}
	if r.Error != "" {
		g.keep(decisive, annotation{weight: weight, file: a.File, place: assess.Place{Position: top}, title: title, lines: []string{r.Error}})
	}
	for _, n := range g.notes(slices.Concat(r.Findings, r.Manual)) {
		heaviest := slight
		for k := range n.findings {
			heaviest = max(heaviest, gravityOf(r, &n.findings[k]))
		}
		out := g.annotate(a, &n, weight, title)
		if r.Waiver != nil {
			out.lines = []string{fmt.Sprintf(g.formats.withWaiver, n.message, g.waiverText(r.Waiver))}
		}
		g.keep(heaviest, out)
	}
}

func (g *github) annotate(a *assess.Assessment, n *note, weight int, title string) annotation {
	return annotation{weight, a.File, n.Place, title, []string{g.repaired(n.message, n.remedy)}}
}

func (g *github) Skip(u *Unreadable) error {
	problem, remedy := unreadableText(u, g.o.Lang)
	_, at := unreadableAt(u)
	g.keep(decisive, annotation{
		weight: weightFile, file: u.File, place: assess.Place{Position: at},
		title: g.formats.ruleTitle[ruleUnreadable], lines: []string{problem, remedy},
	})
	return nil
}

// keep takes an annotation in if it is among those that GitHub shows. Equal weights stay in the order they come.
func (g *github) keep(heaviness gravity, a annotation) {
	level := githubLevel(heaviness)
	g.seen[level]++
	kept := append(g.kept[level], a)
	slices.SortStableFunc(kept, func(x, y annotation) int { return cmp.Compare(y.weight, x.weight) })
	g.kept[level] = kept[:min(len(kept), githubShown)]
}

// Close writes the annotations, the errors first, and says how many there is no room for.
func (g *github) Close() error {
	left := map[string]int{}
	for _, level := range githubLevels() {
		left[level] = g.seen[level] - len(g.kept[level])
	}
	all := left["error"]+left["warning"]+left["notice"] > 0
	if all && len(g.kept["notice"]) == githubShown { // room for the last word
		g.kept["notice"] = g.kept["notice"][:githubShown-1]
		left["notice"]++
	}
	var b strings.Builder
	for _, level := range githubLevels() {
		for i := range g.kept[level] {
			b.WriteString(g.kept[level][i].command(level))
		}
	}
	if all {
		fmt.Fprintf(&b, "::notice title=hegui::%s\n", commandData([]string{fmt.Sprintf(g.formats.dropped, left["error"], left["warning"], left["notice"])}))
	}
	_, err := io.WriteString(g.w, b.String())
	return err
}

func (a *annotation) command(level string) string {
	p := lineOf(a.place.Position)
	lines := append([]string{a.place.Path.String()}, a.lines...)
	return fmt.Sprintf("::%s file=%s,line=%d,col=%d,title=%s::%s\n",
		level, commandProperty(slashed(a.file)), p.Line, p.Column, commandProperty(a.title), commandData(lines))
}

// Annotation is a workflow command of GitHub about a line of a file, with a line break at its end. The level is error,
// warning or notice; 0 stands for no line.
func Annotation(level, file string, line int, title string, lines ...string) string {
	at := ""
	if line > 0 {
		at = fmt.Sprintf(",line=%d", line)
	}
	return fmt.Sprintf("::%s file=%s%s,title=%s::%s\n", level, commandProperty(slashed(file)), at, commandProperty(title), commandData(lines))
}

// commandData escapes the message of a workflow command. The breaks between its lines are ours and no others.
func commandData(lines []string) string {
	var out []string
	for _, l := range lines {
		if l = strings.TrimSpace(Safe(l)); l != "" {
			out = append(out, strings.ReplaceAll(l, "%", "%25"))
		}
	}
	return strings.Join(out, "%0A")
}

// commandProperty escapes a property of a workflow command, which colons and commas would end.
func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(Safe(s))
}
