package server

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/store"
)

// jsonBytes bounds a JSON body whose operation does not say otherwise with x-max-bytes.
const jsonBytes = 256 << 10

// validate refuses a request that does not keep to the document: parameters that it does not know, given twice or of the
// wrong kind, and content of another type. A parameter that is misspelt would else be ignored, and a proposal assessed
// under other rules than meant.
func (s *Server) validate(c *gin.Context) {
	op := s.operations.of(c)
	if op == nil {
		return // answered as not found
	}
	if err := errors.Join(op.checkQuery(c.Request.URL.RawQuery), op.checkPath(c.Params), op.checkHeader(c.Request.Header), op.checkMedia(c.Request)); err != nil {
		refuse(c, err)
	}
}

func (o *operation) checkQuery(raw string) error {
	query, err := url.ParseQuery(raw)
	if err != nil {
		return wrong("query", catalog.Text{
			ZH: "查询部分写法有误：用 & 分隔参数，特殊字符用 %xx 表示。",
			EN: "The query is malformed: separate parameters with & and write special characters as %xx.",
		})
	}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		p := o.route.Operation.Parameters.GetByInAndName(openapi3.ParameterInQuery, name)
		if p == nil {
			return o.unknownParameter(name)
		}
		if len(query[name]) > 1 {
			return wrong(name, catalog.Text{ZH: "同一参数只能给出一次。", EN: "Give the parameter once."})
		}
		if err := checkParameter(p, query[name][0]); err != nil {
			return err
		}
	}
	return nil
}

func (o *operation) checkPath(params gin.Params) error {
	for _, given := range params {
		if p := o.route.Operation.Parameters.GetByInAndName(openapi3.ParameterInPath, given.Key); p != nil {
			if err := checkParameter(p, given.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkHeader checks the headers that the operation takes; more than one of a name is refused when it is read.
func (o *operation) checkHeader(h http.Header) error {
	for _, p := range o.route.Operation.Parameters {
		for _, given := range h.Values(p.Value.Name) {
			if p.Value.In == openapi3.ParameterInHeader {
				if err := checkParameter(p.Value, given); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (o *operation) unknownParameter(name string) error {
	var known []string
	for _, p := range o.route.Operation.Parameters {
		if p.Value.In == openapi3.ParameterInQuery {
			known = append(known, p.Value.Name)
		}
	}
	if near, ok := proposal.Suggest(name, known); ok {
		return wrong(shown(name), catalog.Text{
			ZH: fmt.Sprintf("没有这个参数；是否想写 %s？", near),
			EN: fmt.Sprintf("There is no such parameter; did you mean %s?", near),
		})
	}
	if len(known) == 0 {
		return wrong(shown(name), catalog.Text{ZH: "此操作没有查询参数。", EN: "This operation takes no query parameters."})
	}
	return wrong(shown(name), catalog.Text{
		ZH: "没有这个参数；可用的有：" + strings.Join(known, "、") + "。",
		EN: "There is no such parameter; there are " + strings.Join(known, ", ") + ".",
	})
}

// checkParameter checks one value, which is text unless its schema says boolean or integer.
func checkParameter(p *openapi3.Parameter, given string) error {
	if !utf8.ValidString(given) || strings.ContainsFunc(given, unicode.IsControl) {
		return wrong(p.Name, catalog.Text{ZH: "须为 UTF-8 文字，不含控制字符。", EN: "Write it in UTF-8 without control characters."})
	}
	var v any = given
	if p.Schema.Value.Type.Is(openapi3.TypeBoolean) {
		switch given {
		case "true", "false":
			v = given == "true"
		default:
			return wrong(p.Name, expectedType[openapi3.TypeBoolean])
		}
	}
	if p.Schema.Value.Type.Is(openapi3.TypeInteger) {
		n, err := strconv.ParseInt(given, 10, 32)
		if err != nil || strconv.FormatInt(n, 10) != given { // one spelling of each number
			return wrong(p.Name, expectedType[openapi3.TypeInteger])
		}
		v = float64(n)
	}
	var schema *openapi3.SchemaError
	switch err := p.Schema.Value.VisitJSON(v); {
	case errors.As(err, &schema):
		return wrong(p.Name, expected(schema))
	case err != nil:
		return wrong(p.Name, catalog.Text{})
	}
	return nil
}

// checkMedia checks the type of the content, which may not be encoded.
func (o *operation) checkMedia(r *http.Request) error {
	body := o.route.Operation.RequestBody
	if body == nil {
		return nil
	}
	if r.Header.Get("Content-Encoding") != "" { // a compressed body is a way to send more than a limit lets through
		return &refusal{code: codeMediaType, parameter: "Content-Encoding"}
	}
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || body.Value.Content[media] == nil || len(r.Header.Values("Content-Type")) > 1 {
		return &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	if charset, ok := params["charset"]; ok && !strings.EqualFold(charset, "utf-8") {
		return &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	return nil
}

// bodyOf reads a JSON body strictly and against its schema. What encoding/json lets through is refused by name: keys that
// are given twice, that the schema does not know or that differ from one only by case, and text that is not UTF-8.
func bodyOf[T any](s *Server, c *gin.Context) (T, error) {
	var into T
	body := s.operations.of(c).route.Operation.RequestBody.Value
	limit := int64(jsonBytes)
	if own, ok := body.Extensions["x-max-bytes"].(float64); ok {
		limit = int64(own)
	}
	src, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, limit))
	if err != nil {
		return into, err
	}
	requestOf(c).content = store.Digest(src)
	var generic any
	if err := json.Unmarshal(src, &generic); err != nil {
		return into, malformed(src, err)
	}
	var schema *openapi3.SchemaError
	switch err := body.Content["application/json"].Schema.Value.VisitJSON(generic); {
	case errors.As(err, &schema):
		at := strings.Join(schema.JSONPointer(), "/")
		if unknown, ok := unknownKey(schema); ok {
			at = strings.TrimPrefix(at+"/"+unknown, "/")
		}
		return into, wrong(shown(at), expected(schema))
	case err != nil:
		return into, wrong("body", catalog.Text{})
	}
	err = json.Unmarshal(src, &into)
	var kind *json.SemanticError
	if errors.As(err, &kind) { // 1.0 and 1e0 are whole numbers to a schema, and none to Go
		return into, wrong(shown(strings.TrimPrefix(string(kind.JSONPointer), "/")), expectedType["integer"])
	}
	return into, err
}

// deepest is how far down keys are named: no schema goes further.
const deepest = 8

// malformed says where JSON stops to be JSON.
func malformed(src []byte, err error) error {
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) {
		return wrong("body", catalog.Text{})
	}
	at := "body"
	if strings.Count(string(syntax.JSONPointer), "/") <= deepest {
		at = shown(strings.TrimPrefix(string(syntax.JSONPointer), "/"))
	}
	if errors.Is(err, jsontext.ErrDuplicateName) {
		return wrong(at, catalog.Text{ZH: "同一键写了两次。", EN: "The key is given twice."})
	}
	line := 1 + bytes.Count(src[:min(int(syntax.ByteOffset), len(src))], []byte("\n"))
	return wrong(at, catalog.Text{
		ZH: fmt.Sprintf("第 %d 行不是合法的 JSON（UTF-8）。", line),
		EN: fmt.Sprintf("Line %d is not valid JSON in UTF-8.", line),
	})
}

// unknownKey finds the key that a schema does not have.
func unknownKey(err *openapi3.SchemaError) (string, bool) {
	object, ok := err.Value.(map[string]any)
	if !ok || err.SchemaField != "properties" {
		return "", false
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if _, known := err.Schema.Properties[key]; !known {
			return key, true
		}
	}
	return "", false
}

// expected says what a value should have been.
func expected(err *openapi3.SchemaError) catalog.Text {
	schema := err.Schema
	switch err.SchemaField {
	case "enum":
		var values []string
		for _, v := range schema.Enum {
			values = append(values, fmt.Sprint(v))
		}
		return catalog.Text{
			ZH: "可取的值：" + strings.Join(values, "、") + "。",
			EN: "One of: " + strings.Join(values, ", ") + ".",
		}
	case "pattern":
		if len(schema.Examples) > 0 {
			return catalog.Text{ZH: fmt.Sprintf("写法如 %v。", schema.Examples[0]), EN: fmt.Sprintf("Write it like %v.", schema.Examples[0])}
		}
		return catalog.Text{ZH: fmt.Sprintf("须符合 %s。", schema.Pattern), EN: fmt.Sprintf("It must match %s.", schema.Pattern)}
	case "minLength":
		return catalog.Text{ZH: "不能为空。", EN: "It must not be empty."}
	case "maxLength":
		return catalog.Text{ZH: fmt.Sprintf("最多 %d 个字符。", *schema.MaxLength), EN: fmt.Sprintf("%d characters at most.", *schema.MaxLength)}
	case "minimum":
		return catalog.Text{ZH: fmt.Sprintf("不小于 %v。", *schema.Min), EN: fmt.Sprintf("%v or more.", *schema.Min)}
	case "maximum":
		return catalog.Text{ZH: fmt.Sprintf("不大于 %v。", *schema.Max), EN: fmt.Sprintf("%v or less.", *schema.Max)}
	case "uniqueItems":
		return catalog.Text{ZH: "同一项写了两次。", EN: "The same is in it twice."}
	case "required":
		return catalog.Text{ZH: "缺少此项。", EN: "It is missing."}
	case "properties":
		return catalog.Text{ZH: "没有这个键。", EN: "There is no such key."}
	case "type":
		return expectedType[schema.Type.Slice()[0]]
	default:
		return catalog.Text{}
	}
}

var expectedType = map[string]catalog.Text{
	openapi3.TypeString:  {ZH: "须为文字。", EN: "It must be text."},
	openapi3.TypeBoolean: {ZH: "须为 true 或 false。", EN: "Say true or false."},
	openapi3.TypeInteger: {ZH: "须为整数。", EN: "It must be a whole number."},
	openapi3.TypeObject:  {ZH: "须为对象。", EN: "It must be an object."},
	openapi3.TypeArray:   {ZH: "须为列表。", EN: "It must be a list."},
}

// shown makes what a client sent fit to be named in an answer.
func shown(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.IsControl(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(name, "?"))
	if r := []rune(name); len(r) > 64 {
		name = string(r[:64]) + "…"
	}
	if name == "" {
		return "body"
	}
	return name
}
