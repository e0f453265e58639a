package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/similar"
)

// hostileSimilar is a result in which everything that comes from outside tries to be more than text.
func hostileSimilar() Similar {
	const evil = "<script>alert(1)</script>\x1b[31m\u202e\"'&{{.}}</p>"
	place := similar.Place{Path: proposal.Path{proposal.Key(evil), proposal.Index(0)}, Position: proposal.Position{Line: 3, Column: 5}}
	side := similar.Side{Place: place, Parts: []similar.Part{{Text: evil}, {Text: "共有" + evil, Shared: true}, {Text: evil}}}
	p := similar.Proposal{Name: evil, Applicant: evil, USCC: evil, Project: evil, Characters: 9, Truncated: true}
	pair := similar.Pair{A: p, B: p, Similarity: 1000, Shared: 61, Passages: []similar.Passage{{Shared: 61, A: side, B: side}}}
	return Similar{
		Result: &similar.Result{
			MinCharacters: 60, Proposals: 2, Copies: []similar.Pair{pair}, SameApplicant: []similar.Pair{pair},
			Common: []similar.Common{{Text: evil, Applicants: 11, Name: evil, Place: place}}, Truncated: []similar.Proposal{p},
		},
		Unreadable: []*Unreadable{{File: evil, Err: ErrNotRegular}},
	}
}

func writeSimilar(t *testing.T, f SimilarFormat, s Similar, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSimilar(&b, f, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSimilarHTMLHoldsNoMarkupOfProposals(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		page := writeSimilar(t, SimilarHTML, hostileSimilar(), Options{Lang: lang})
		for _, bad := range []string{"<script", "\x1b", "\u202e", "{{", "http:", "https:", "src=", "href=", "ZgotmplZ", "%!"} {
			if strings.Contains(strings.ReplaceAll(page, "{{.}}", ""), bad) {
				t.Errorf("%s: the page contains %q", lang, bad)
			}
		}
		if got := strings.Count(page, "<mark>共有&lt;script&gt;"); got != 4 {
			t.Errorf("%s: %d shared texts are marked, want 4", lang, got)
		}
		if open, closed := strings.Count(page, "<p"), strings.Count(page, "</p>"); open != closed {
			t.Errorf("%s: %d paragraphs begin, %d end", lang, open, closed)
		}
		if !strings.Contains(page, `<html lang="`+similarWordsIn(lang).lang+`">`) {
			t.Errorf("%s: the language of the page is not named", lang)
		}
	}
}

func TestSimilarTextHoldsNoControlCharacters(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		text := writeSimilar(t, SimilarText, hostileSimilar(), Options{Lang: lang})
		if strings.ContainsAny(text, "\x1b\u202e") || strings.Contains(text, "%!") {
			t.Errorf("%s:\n%q", lang, text)
		}
	}
}

func TestSimilarTextIsSideBySide(t *testing.T) {
	t.Parallel()
	side := func(line int, parts ...similar.Part) similar.Side {
		path, _ := proposal.ParsePath("project.summary_zh")
		return similar.Side{Place: similar.Place{Path: path, Position: proposal.Position{Line: line, Column: 3}}, Parts: parts}
	}
	s := Similar{Result: &similar.Result{MinCharacters: 60, Proposals: 2, Copies: []similar.Pair{{
		A: similar.Proposal{Name: "甲.yaml", Applicant: "甲公司"}, B: similar.Proposal{Name: "乙.yaml", Applicant: "乙公司"},
		Similarity: 123, Shared: 61, Passages: []similar.Passage{{
			Shared: 61,
			A:      side(4, similar.Part{Text: "前文很长很长很长很长很长很长很长很长很长很长很长，"}, similar.Part{Text: "共有文字", Shared: true}),
			B:      side(9, similar.Part{Text: "共有", Shared: true}, similar.Part{Text: "了"}, similar.Part{Text: "文字", Shared: true}),
		}},
	}}}}
	want := `共比对 2 份申报书：不同申报单位之间雷同 1 对，同一申报单位的版本 0 对。
一处共有文字达到 60 字即列出；汉字每个计 1 字，英文单词和数字每个计 2 字。引用政
策原文和多家共用的套话不计。改写（意思相同、文字不同）比不出来；雷同不等于抄袭，
请人工判断。

不同申报单位之间的雷同

  相似度 12.3 % · 共有 61 字，1 处
  甲.yaml                              │ 乙.yaml
  甲公司                               │ 乙公司

  共有 61 字
  4:3  project.summary_zh              │ 9:3  project.summary_zh
  …长很长很长很长很长很长很长很长很长  │ ⟦共有⟧了⟦文字⟧
  很长，⟦共有文字⟧                     │
`
	if got := writeSimilar(t, SimilarText, s, Options{Lang: catalog.ZH}); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestSimilarJSONReadsBack(t *testing.T) {
	t.Parallel()
	s := hostileSimilar()
	var got struct {
		Version string
		similar.Result
		Unreadable []jsonUnreadable
	}
	if err := json.Unmarshal([]byte(writeSimilar(t, SimilarJSON, s, Options{})), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != SimilarVersion || len(got.Unreadable) != 1 || !reflect.DeepEqual(&got.Result, s.Result) {
		t.Errorf("%+v", got)
	}
}

func TestSimilarWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	zh, en := reflect.ValueOf(similarChinese), reflect.ValueOf(similarEnglish)
	for i := range zh.NumField() {
		a, b := zh.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" || strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("%s: %q, %q", zh.Type().Field(i).Name, a, b)
		}
	}
}
