package server

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"html/template"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
)

//go:embed docs.html
var docsPage string

var docsTemplate = template.Must(template.New("docs").Funcs(template.FuncMap{"prose": prose}).Parse(docsPage))

var codeSpan = regexp.MustCompile("`([^`]+)`")

// prose shows what stands in backquotes as code.
func prose(text string) template.HTML {
	return template.HTML(codeSpan.ReplaceAllString(html.EscapeString(text), "<code>$1</code>")) //nolint:gosec // escaped
}

// GetDocs answers GET /docs: the document, for people.
func (s *Server) GetDocs(c *gin.Context, _ GetDocsParams) {
	var out bytes.Buffer
	if err := docsTemplate.Execute(&out, s.operations.page(langOf(c))); err != nil {
		refuse(c, err)
		return
	}
	c.Header("Content-Language", string(langOf(c)))
	c.Data(http.StatusOK, "text/html; charset=utf-8", out.Bytes())
}

// page is the document as the page shows it.
type page struct {
	Words    pageWords
	Summary  string
	Intro    []string
	Security string
	Version  string
	Groups   []pageGroup
}

type pageGroup struct {
	Intro      string
	Operations []pageOperation
}

type pageOperation struct {
	Anchor, Method, Path, Summary, Description string
	Scopes, Roles                              string
	Parameters                                 []pageParameter
	Takes, Gives                               []string
	Codes                                      string
}

type pageParameter struct{ Name, Description, Values string }

// page lays out the document in a language, operations by tag.
func (o operations) page(lang catalog.Lang) page {
	var doc *openapi3.T
	for _, op := range o {
		doc = op.route.Spec
		break
	}
	summary, intro := in(lang, doc.Info.Extensions, doc.Info.Summary, doc.Info.Description)
	bearer := doc.Components.SecuritySchemes["bearer"].Value
	_, security := in(lang, bearer.Extensions, "", bearer.Description)
	out := page{
		Words: pageWordsIn(lang), Summary: summary, Intro: strings.Split(strings.TrimSpace(intro), "\n\n"), Security: security,
		Version: doc.Info.Version,
	}
	for _, tag := range doc.Tags {
		_, description := in(lang, tag.Extensions, "", tag.Description)
		group := pageGroup{Intro: description}
		for _, path := range doc.Paths.InMatchingOrder() {
			for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete} {
				op := doc.Paths.Value(path).GetOperation(method)
				if op != nil && slices.Contains(op.Tags, tag.Name) {
					group.Operations = append(group.Operations, o.operation(lang, method, path, op))
				}
			}
		}
		slices.SortStableFunc(group.Operations, func(a, b pageOperation) int { return strings.Compare(a.Path, b.Path) })
		out.Groups = append(out.Groups, group)
	}
	return out
}

func (o operations) operation(lang catalog.Lang, method, path string, op *openapi3.Operation) pageOperation {
	known := o[method+" "+pathParameter.ReplaceAllString(path, ":$1")]
	out := pageOperation{Anchor: op.OperationID, Method: method, Path: path, Scopes: strings.Join(known.scopes, ", ")}
	for _, r := range known.roles {
		out.Roles = strings.TrimPrefix(out.Roles+", "+string(r), ", ")
	}
	out.Summary, out.Description = in(lang, op.Extensions, op.Summary, op.Description)
	for _, ref := range op.Parameters {
		p := ref.Value
		_, description := in(lang, p.Extensions, "", p.Description)
		out.Parameters = append(out.Parameters, pageParameter{p.Name, description, valuesOf(p.Schema.Value)})
	}
	if op.RequestBody != nil {
		out.Takes = slices.Sorted(maps.Keys(op.RequestBody.Value.Content))
	}
	if ok := op.Responses.Value("200"); ok != nil {
		out.Gives = slices.Sorted(maps.Keys(ok.Value.Content))
	}
	var codes []string
	for _, status := range slices.Sorted(maps.Keys(op.Responses.Map())) {
		if status != "200" {
			codes = append(codes, status)
		}
	}
	out.Codes = strings.Join(codes, " ")
	return out
}

// valuesOf says what a parameter may be.
func valuesOf(s *openapi3.Schema) string {
	var parts []string
	for _, v := range s.Enum {
		parts = append(parts, fmt.Sprint(v))
	}
	for _, v := range s.Examples {
		parts = append(parts, fmt.Sprint(v))
	}
	if s.Default != nil {
		parts = append(parts, fmt.Sprint(s.Default))
	}
	return strings.Join(parts, " · ")
}

// in picks the texts of a language: the document holds the Chinese ones in x-zh.
func in(lang catalog.Lang, extensions map[string]any, summary, description string) (string, string) {
	zh, ok := extensions["x-zh"].(map[string]any)
	if lang != catalog.ZH || !ok {
		return summary, description
	}
	if text, ok := zh["summary"].(string); ok {
		summary = text
	}
	if text, ok := zh["description"].(string); ok {
		description = text
	}
	return summary, description
}

// pageWords are the words of the page itself.
type pageWords struct {
	Lang, Title, Credentials, Scope, Roles, Parameters, Takes, Gives, Problems, Document, Other, OtherLang string
}

func pageWordsIn(lang catalog.Lang) pageWords {
	if lang == catalog.ZH {
		return pageWords{
			Lang: "zh-CN", Title: "合规 hegui 接口说明", Credentials: "凭据", Scope: "所需权限", Roles: "可用角色", Parameters: "参数",
			Takes: "请求内容", Gives: "返回内容", Problems: "出错时的状态码", Document: "OpenAPI 文档", Other: "English", OtherLang: "en",
		}
	}
	return pageWords{
		Lang: "en", Title: "hegui over HTTP", Credentials: "Credentials", Scope: "Scope", Roles: "Roles", Parameters: "Parameters",
		Takes: "Takes", Gives: "Gives", Problems: "Problems", Document: "OpenAPI document", Other: "中文", OtherLang: "zh",
	}
}
