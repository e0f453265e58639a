package server

import (
	"errors"
	"net/http"
	"os"
	"strconv"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/store"
)

// The codes of problems. They are part of the interface: scripts rely on them.
const (
	codeBadRequest     ProblemCode = "bad_request"
	codeUnauthorized   ProblemCode = "unauthorized"
	codeForbidden      ProblemCode = "forbidden"
	codeNotFound       ProblemCode = "not_found"
	codeMethod         ProblemCode = "method_not_allowed"
	codeAcceptable     ProblemCode = "not_acceptable"
	codeTooLarge       ProblemCode = "too_large"
	codeTooSlow        ProblemCode = "too_slow"
	codeMediaType      ProblemCode = "unsupported_media_type"
	codeProposal       ProblemCode = "unreadable_proposal"
	codeClosed         ProblemCode = "closed"
	codeWithdrawn      ProblemCode = "withdrawn"
	codeOtherApplicant ProblemCode = "other_applicant"
	codeInterest       ProblemCode = "conflict_of_interest"
	codeInFlight       ProblemCode = "in_flight"
	codeReused         ProblemCode = "idempotency_key_reused"
	codeState          ProblemCode = "wrong_state"
	codeUpload         ProblemCode = "unreadable_upload"
	codeFull           ProblemCode = "storage_full"
	codeTooMany        ProblemCode = "too_many_requests"
	codeInternal       ProblemCode = "internal"
	codeOverloaded     ProblemCode = "overloaded"
	codeDeadline       ProblemCode = "deadline"
)

// problems words each code and gives its status. The detail says what to do.
var problems = map[ProblemCode]struct {
	status        int
	title, detail catalog.Text
}{
	codeBadRequest: {http.StatusBadRequest,
		catalog.Text{ZH: "请求有误", EN: "the request is wrong"},
		catalog.Text{ZH: "按 /openapi.yaml 核对参数。", EN: "Check the parameters against /openapi.yaml."}},
	codeUnauthorized: {http.StatusUnauthorized,
		catalog.Text{ZH: "没有有效的凭据", EN: "no valid credentials"},
		catalog.Text{ZH: "在 Authorization 头中给出有效的 Bearer 密钥。", EN: "Send a valid key as Authorization: Bearer."}},
	codeForbidden: {http.StatusForbidden,
		catalog.Text{ZH: "凭据不允许此操作", EN: "the credentials do not allow this"},
		catalog.Text{ZH: "向服务管理员申请相应的权限。", EN: "Ask whoever runs the service for the permission."}},
	codeNotFound: {http.StatusNotFound,
		catalog.Text{ZH: "没有所请求的内容", EN: "there is no such thing"},
		catalog.Text{ZH: "核对路径和编号；/v1/packs 列出现有的规则包。", EN: "Check the path and the ids; /v1/packs lists the packs."}},
	codeMethod: {http.StatusMethodNotAllowed,
		catalog.Text{ZH: "此路径不支持该方法", EN: "the path does not take this method"},
		catalog.Text{ZH: "按 /openapi.yaml 核对方法。", EN: "Check the method against /openapi.yaml."}},
	codeAcceptable: {http.StatusNotAcceptable,
		catalog.Text{ZH: "不能按所要求的格式答复", EN: "the answer cannot come in the format asked for"},
		catalog.Text{ZH: "改用 /openapi.yaml 所列的格式。", EN: "Ask for one of the formats in /openapi.yaml."}},
	codeTooLarge: {http.StatusRequestEntityTooLarge,
		catalog.Text{ZH: "内容超过上限", EN: "the content is too large"},
		catalog.Text{ZH: "一份申报书最大 1 MiB；附件不要写进申报书。", EN: "A proposal holds 1 MiB at most; leave attachments out of it."}},
	codeTooSlow: {http.StatusRequestTimeout,
		catalog.Text{ZH: "请求发送得太慢", EN: "the request came too slowly"},
		catalog.Text{ZH: "网络较慢时，请把申报书分几次发送。", EN: "On a slow connection, send fewer proposals at a time."}},
	codeMediaType: {http.StatusUnsupportedMediaType,
		catalog.Text{ZH: "不接受这种内容类型或编码", EN: "the content type or encoding is not accepted"},
		catalog.Text{ZH: "不压缩，按 /openapi.yaml 所列的类型发送。", EN: "Send it without compression, as one of the types in /openapi.yaml."}},
	codeProposal: {http.StatusUnprocessableEntity,
		catalog.Text{ZH: "申报书读不了", EN: "the proposal cannot be read"},
		catalog.Text{ZH: "按提示修改申报书。", EN: "Repair the proposal as the message says."}},
	codeClosed: {http.StatusConflict,
		catalog.Text{ZH: "此申报已作出决定", EN: "the submission was decided"},
		catalog.Text{ZH: "决定之后不再接受新版本和评审意见。", EN: "After the decision neither versions nor reviews are added."}},
	codeWithdrawn: {http.StatusConflict,
		catalog.Text{ZH: "此申报已撤回", EN: "the submission was withdrawn"},
		catalog.Text{ZH: "提交下一版本后，才继续评审。", EN: "It goes on when its next version is handed in."}},
	codeState: {http.StatusConflict,
		catalog.Text{ZH: "批次目前的状态不允许此操作", EN: "the batch is not in a state that allows this"},
		catalog.Text{ZH: "用 GET /v1/batches/{batch} 查看其状态：评估完毕（done）后才有变化对比和收据；已取消的批次不能继续。", EN: "GET /v1/batches/{batch} says its state: replays and receipts are there when it is done, and a cancelled batch does not go on."}},
	codeUpload: {http.StatusUnprocessableEntity,
		catalog.Text{ZH: "上传的内容读不了", EN: "the upload cannot be read"},
		catalog.Text{ZH: "按 /openapi.yaml 所列的类型重新打包上传。", EN: "Pack it anew, as one of the types in /openapi.yaml."}},
	codeOtherApplicant: {http.StatusConflict,
		catalog.Text{ZH: "此编号已用于另一申报单位的申报", EN: "the reference belongs to another applicant's submission"},
		catalog.Text{ZH: "核对 reference 和 applicant；每项申报用各自的编号。", EN: "Check reference and applicant; each submission has a reference of its own."}},
	codeInterest: {http.StatusConflict,
		catalog.Text{ZH: "评审人与申报单位有利益冲突", EN: "the reviewer has a conflict of interest with the applicant"},
		catalog.Text{ZH: "请指派另一位评审人。", EN: "Assign another reviewer."}},
	codeInFlight: {http.StatusConflict,
		catalog.Text{ZH: "同一请求正在处理", EN: "the same request is being answered"},
		catalog.Text{ZH: "按 Retry-After 所示秒数后，用同一 Idempotency-Key 重试。", EN: "Try again with the same Idempotency-Key after the seconds in Retry-After."}},
	codeReused: {http.StatusUnprocessableEntity,
		catalog.Text{ZH: "此 Idempotency-Key 已用于另一请求", EN: "the Idempotency-Key was used for another request"},
		catalog.Text{ZH: "每个请求用各自的 Idempotency-Key；只有原样重试时才沿用。", EN: "Give each request an Idempotency-Key of its own; only the same request again has the same."}},
	codeFull: {http.StatusInsufficientStorage,
		catalog.Text{ZH: "存储空间已满", EN: "the store is full"},
		catalog.Text{ZH: "没有保存任何内容；读取不受影响。请告知服务管理员。", EN: "Nothing was kept; reading goes on. Tell whoever runs the service."}},
	codeTooMany: {http.StatusTooManyRequests,
		catalog.Text{ZH: "请求过于频繁", EN: "too many requests"},
		catalog.Text{ZH: "按 Retry-After 所示秒数稍后再试。", EN: "Try again after the seconds in Retry-After."}},
	codeInternal: {http.StatusInternalServerError,
		catalog.Text{ZH: "服务内部出错", EN: "an internal error"},
		catalog.Text{ZH: "把 request_id 告知服务管理员。", EN: "Tell whoever runs the service the request_id."}},
	codeOverloaded: {http.StatusServiceUnavailable,
		catalog.Text{ZH: "服务繁忙", EN: "the service is busy"},
		catalog.Text{ZH: "按 Retry-After 所示秒数稍后再试。", EN: "Try again after the seconds in Retry-After."}},
	codeDeadline: {http.StatusServiceUnavailable,
		catalog.Text{ZH: "未能在时限内算完", EN: "the evaluation did not end in time"},
		catalog.Text{ZH: "稍后再试；若仍如此，请告知服务管理员。", EN: "Try again; if it happens again, tell whoever runs the service."}},
}

// refusal is why a request is refused.
type refusal struct {
	code      ProblemCode
	parameter string               // the parameter or field that is wrong
	detail    catalog.Text         // replaces the code's own when not empty
	parse     *proposal.ParseError // for codeProposal
	retry     int                  // seconds, for Retry-After
}

func (r *refusal) Error() string { return string(r.code) }

// at says in which part of the request a proposal cannot be read, or which parameter names nothing that there is.
func at(parameter string, err error) error {
	var parse *proposal.ParseError
	var r *refusal
	switch {
	case errors.As(err, &parse):
		return &refusal{code: codeProposal, parameter: parameter, parse: parse}
	case errors.As(err, &r):
		named := *r
		named.parameter = parameter
		return &named
	}
	if r, ok := ofStore(err); ok && errors.Is(err, store.ErrNotFound) {
		r.parameter = parameter
		return r
	}
	return err
}

// refuse answers with a problem and ends the request.
func refuse(c *gin.Context, err error) {
	var r *refusal
	var parse *proposal.ParseError
	var large *http.MaxBytesError
	var broken *bodyError
	switch {
	case errors.As(err, &r):
	case errors.As(err, &parse):
		r = &refusal{code: codeProposal, parse: parse}
		if parse.Code == "E_TOO_LARGE" {
			r = &refusal{code: codeTooLarge}
		}
	case errors.Is(err, assess.ErrDeadline):
		r = &refusal{code: codeDeadline, retry: 1}
	case errors.As(err, &large):
		r = &refusal{code: codeTooLarge}
	case errors.As(err, &broken) && errors.Is(err, os.ErrDeadlineExceeded):
		r = &refusal{code: codeTooSlow}
	case errors.As(err, &broken):
		r = &refusal{code: codeBadRequest, detail: brokenBody}
	default:
		known, ok := ofStore(err)
		if r = known; !ok {
			r = &refusal{code: codeInternal}
		}
		if status := problems[r.code].status; status >= http.StatusInternalServerError {
			requestOf(c).cause = err
		}
	}
	known := problems[r.code]
	lang := langOf(c)
	title, detail := known.title.In(lang), known.detail.In(lang)
	if r.detail != (catalog.Text{}) {
		detail = r.detail.In(lang)
	}
	p := Problem{Type: "about:blank", Title: title, Status: known.status, Code: r.code, RequestId: requestOf(c).id}
	if r.parse != nil {
		p.Title, detail = r.parse.Message(string(lang)), r.parse.Remedy(string(lang))
		p.ProposalError = &ProposalError{Code: r.parse.Code, Line: r.parse.Position.Line, Column: r.parse.Position.Column}
	}
	if detail != "" {
		p.Detail = &detail
	}
	if r.parameter != "" {
		p.Parameter = &r.parameter
	}
	if r.retry > 0 {
		c.Header("Retry-After", strconv.Itoa(r.retry))
	}
	if r.code == codeUnauthorized {
		c.Header("WWW-Authenticate", `Bearer realm="hegui"`)
	}
	if c.Request.ProtoMajor == 1 && (broken != nil || r.code == codeTooLarge) { // what is left of the request is not read
		c.Header("Connection", "close")
	}
	requestOf(c).code = r.code
	c.Header("Content-Language", string(lang))
	c.Header("Content-Type", "application/problem+json")
	c.AbortWithStatusJSON(known.status, p)
}

var languages = language.NewMatcher([]language.Tag{language.English, language.Chinese})

// langOf picks the language of an answer: the query's lang, else what Accept-Language prefers, else English.
func langOf(c *gin.Context) catalog.Lang {
	switch c.Query("lang") {
	case "zh":
		return catalog.ZH
	case "en":
		return catalog.EN
	}
	tags, _, err := language.ParseAcceptLanguage(c.GetHeader("Accept-Language"))
	if err != nil || len(tags) == 0 {
		return catalog.EN
	}
	if _, i, _ := languages.Match(tags...); i == 1 {
		return catalog.ZH
	}
	return catalog.EN
}
