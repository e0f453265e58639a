package report

import (
	"fmt"
	"html/template"
	"io"
)

// replayPage is what the template of a replay shows.
type replayPage struct {
	Skip          string
	Lang, Title   string
	Policy        string // of the browser: this style, no script, no request to anywhere
	Style         template.CSS
	Before, After string // labels
	Sides         [2]string
	HasSides      bool
	Summary       []string
	Tiles         []tile
	Sections      []replaySection
	Unreadable    []unreadableView
	UnreadableAs  string // heading
	Repair        string
	Limits        string
}

func writeReplayHTML(w io.Writer, r *Replay, o Options) error {
	t := newReplayTeller(r, o, replayRowsHTML)
	style := asset("style.css")
	page := pageWordsIn(o.Lang)
	view := replayPage{
		Skip: page.Skip, Lang: LanguageTag(o.Lang), Title: t.say.title,
		Policy: fmt.Sprintf("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'", SourceHash(style)),
		Style:  template.CSS(style), Before: t.say.before, After: t.say.after, Sides: t.sides(), HasSides: r.Result.Proposals > 0,
		Summary: t.summary(), Sections: t.sections(), UnreadableAs: t.say.unreadable, Repair: page.Repair, Limits: t.say.provides,
	}
	if r.Result.Proposals > 0 {
		view.Tiles = t.tiles()
	}
	for i := range view.Sections {
		if table := view.Sections[i].Table; table != nil {
			for k := range table.Rows {
				table.Rows[k].Name, table.Rows[k].Sub = Safe(table.Rows[k].Name), Safe(table.Rows[k].Sub)
			}
		}
	}
	for _, u := range r.Unreadable {
		problem, remedy := unreadableText(u, o.Lang)
		row := unreadableView{File: Safe(u.File), Problem: Safe(problem), Remedy: remedy}
		if at, ok := positionOf(u.Err); ok {
			row.Place = fmt.Sprintf("%d:%d", at.Line, at.Column)
		}
		view.Unreadable = append(view.Unreadable, row)
	}
	return htmlTemplates().ExecuteTemplate(w, "replay.tmpl", view)
}
