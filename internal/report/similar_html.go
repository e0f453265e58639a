package report

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"hegui/internal/similar"
)

//go:embed similar.html
var similarPage string

// similarTemplate escapes everything that comes from proposals; it has no script and no address of anything.
var similarTemplate = template.Must(template.New("similar").Funcs(template.FuncMap{
	"safe": Safe, "percent": percent, "place": similarPlace, "printf": fmt.Sprintf,
	"excerpt": func(parts []similar.Part) []similar.Part { return excerpt(parts, 0) },
}).Parse(similarPage))

type (
	similarView struct {
		Words      map[string]string
		Result     *similar.Result
		Groups     []similarGroup
		Max        int
		Unreadable []similarUnreadable
	}
	similarGroup struct {
		Heading string
		Pairs   []similar.Pair
	}
	similarUnreadable struct{ File, Problem, Remedy string }
)

func writeSimilarHTML(w io.Writer, s Similar, o Options) error {
	words := similarWordsIn(o.Lang)
	view := similarView{
		Words: map[string]string{
			"lang": words.lang, "title": words.title, "compared": words.compared, "measure": words.measure,
			"truncated": words.truncated, "pair": words.pair, "passage": words.passage, "common": words.common,
			"commonNote": words.commonNote, "commonLine": words.commonLine, "unreadable": words.unreadable, "none": words.none,
		},
		Result: s.Result, Max: similar.MaxCharacters,
		Groups: []similarGroup{{words.copies, s.Result.Copies}, {words.same, s.Result.SameApplicant}},
	}
	for _, u := range s.Unreadable {
		problem, remedy := unreadableText(u, o.Lang)
		at := Safe(u.File)
		if p, ok := positionOf(u.Err); ok {
			at = fmt.Sprintf("%s:%d:%d", at, p.Line, p.Column)
		}
		view.Unreadable = append(view.Unreadable, similarUnreadable{at, problem, remedy})
	}
	buffered := bufio.NewWriter(w)
	if err := similarTemplate.Execute(buffered, view); err != nil {
		return err
	}
	return buffered.Flush()
}
