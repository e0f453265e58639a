package server

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
	"hegui/internal/draft"
)

// GetDraftQuestions answers GET /v1/packs/{pack}/draft.
func (s *Server) GetDraftQuestions(c *gin.Context, id PackPath) {
	s.onPack(c, id, func(p *served) {
		out := DraftQuestions{Choices: []DraftChoice{}, Traits: []DraftTrait{}}
		var kinds []string
		for _, choice := range draft.Choices(p.pack) {
			if choice.Name == "type" {
				kinds = choice.Words
			}
			answer := DraftChoice{
				Name: DraftChoiceName(choice.Name), Question: textOf(choice.Question), Otherwise: choice.Otherwise, Options: []DraftOption{},
			}
			for _, word := range choice.Words {
				answer.Options = append(answer.Options, DraftOption{Value: word, Title: textOf(choice.Names[word])})
			}
			out.Choices = append(out.Choices, answer)
		}
		if len(out.Choices) > 0 {
			for _, trait := range draft.Traits() {
				out.Traits = append(out.Traits, traitAnswer(&trait, kinds))
			}
		}
		c.JSON(http.StatusOK, out)
	})
}

func traitAnswer(t *draft.Trait, kinds []string) DraftTrait {
	out := DraftTrait{Name: t.Name, Question: textOf(t.Question), After: filled(t.After), GivenBy: []string{}}
	for _, kind := range kinds {
		if slices.Contains(draft.TraitsOf(kind), t.Name) {
			out.GivenBy = append(out.GivenBy, kind)
		}
	}
	return out
}

// Draft answers POST /v1/editor/draft.
func (s *Server) Draft(c *gin.Context) {
	in, err := bodyOf[DraftAnswers](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	p, err := s.packOf(value(in.Pack))
	if err != nil {
		answer(c, err)
		return
	}
	text, err := draft.Write(p, draft.Answers{
		Kind: value(in.Type), Domain: value(in.Domain), Stage: value(in.Stage), Traits: value(in.Traits),
	}, langIn(c, in.Lang))
	var unknown *draft.Unknown
	if errors.As(err, &unknown) {
		known := strings.Join(unknown.Known, ", ")
		parameter := unknown.What
		if parameter == "trait" {
			parameter = "traits"
		}
		err = wrong(parameter, catalog.Text{ZH: "可用的值：" + known + "。", EN: "It is one of: " + known + "."})
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.JSON(http.StatusOK, Draft{Text: text})
}
