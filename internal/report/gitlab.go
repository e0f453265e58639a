package report

import (
	"fmt"
	"io"

	"hegui/internal/assess"
)

// gitlab writes a code quality report: https://docs.gitlab.com/ci/testing/code_quality/. It is one array of what there
// is to say, proposal by proposal, the verdict first, a line each. Nothing is kept.
type gitlab struct {
	phrasing
	w         io.Writer
	separator string
}

type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"` // unique in the report: over file and issue
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"` // relative to the repository, without "./"
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
	}
)

func newGitLab(w io.Writer, o Options) (*gitlab, error) {
	_, err := io.WriteString(w, "[")
	return &gitlab{newPhrasing(o), w, "\n  "}, err
}

func (g *gitlab) Add(a *assess.Assessment) error {
	if err := g.item(a.File, top.Line, ruleVerdict, digest(ruleVerdict), gravityOfVerdict(a.Decision.Verdict), g.verdictText(a)); err != nil {
		return err
	}
	issues := g.issues(a)
	for i := range issues {
		is := &issues[i]
		text := g.repaired(is.message.In(g.o.Lang), is.remedy.In(g.o.Lang))
		if is.result != nil && is.result.Waiver != nil {
			text = fmt.Sprintf(g.formats.withWaiver, is.message.In(g.o.Lang), g.waiverText(is.result.Waiver))
		}
		name := is.rule
		if is.code != "" {
			name += "/" + is.code
		}
		if err := g.item(a.File, lineOf(is.Position).Line, name, is.fingerprint, is.gravity, text); err != nil {
			return err
		}
	}
	return nil
}

func (g *gitlab) Skip(u *Unreadable) error {
	problem, remedy := unreadableText(u, g.o.Lang)
	code, at := unreadableAt(u)
	return g.item(u.File, at.Line, ruleUnreadable+"/"+code, digest(ruleUnreadable, code), decisive, g.repaired(problem, remedy))
}

func (g *gitlab) Close() error {
	_, err := io.WriteString(g.w, "\n]\n")
	return err
}

func (g *gitlab) item(file string, line int, check, fingerprint string, heaviness gravity, text string) error {
	b, err := compact(gitlabIssue{
		Description: Safe(text), CheckName: Safe(check), Fingerprint: digest(file, fingerprint), Severity: gitlabSeverity(heaviness),
		Location: gitlabLocation{Safe(slashed(file)), gitlabLines{line}},
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(g.w, "%s%s", g.separator, b)
	g.separator = ",\n  "
	return err
}

func gitlabSeverity(g gravity) string {
	switch g {
	case decisive:
		return "blocker"
	case serious:
		return "major"
	case minor:
		return "minor"
	default:
		return "info"
	}
}
