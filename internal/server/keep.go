package server

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
	"hegui/internal/store"
)

// storeProblems say what callers are told when the store refuses something. What is not in it is a fault of ours.
var storeProblems = []struct {
	err    error
	answer refusal
}{
	{store.ErrNotFound, refusal{code: codeNotFound}},
	{store.ErrAssigned, refusal{code: codeNotFound}}, // what is not assigned is not there
	{store.ErrClosed, refusal{code: codeClosed, parameter: "submission"}},
	{store.ErrWithdrawn, refusal{code: codeWithdrawn, parameter: "submission"}},
	{store.ErrState, refusal{code: codeState, parameter: "batch"}},
	{store.ErrHeld, refusal{code: codeState, parameter: "batch", detail: catalog.Text{
		ZH: "该批次标记为保留。先由管理员用 PUT /v1/batches/{batch}/hold（reason 为空）解除保留，再删除。",
		EN: "The batch is on hold. An admin ends that first, by PUT /v1/batches/{batch}/hold with an empty reason."}}},
	{store.ErrApplicant, refusal{code: codeOtherApplicant, parameter: "reference"}},
	{store.ErrInterest, refusal{code: codeInterest, parameter: "reviewer"}},
	{store.ErrInFlight, refusal{code: codeInFlight, parameter: "Idempotency-Key", retry: 1}},
	{store.ErrReused, refusal{code: codeReused, parameter: "Idempotency-Key"}},
	{store.ErrInvalid, refusal{code: codeBadRequest, detail: catalog.Text{
		ZH: "有一项文字太长（编号和名称不超过 400 字节，理由和意见不超过 20,000 字节），或含有不能保存的字符。",
		EN: "A text is too long (400 bytes for an id or a name, 20,000 for a reason or a note), or holds what cannot be kept."}}},
	{store.ErrCursor, refusal{code: codeBadRequest, parameter: "after", detail: catalog.Text{
		ZH: "把上一页答复中的 next 原样写在这里，order 与上一页相同；第一页不写。",
		EN: "Copy next from the page before as it is, with the same order; leave it out for the first page."}}},
	{store.ErrFull, refusal{code: codeFull}},
	{errSpace, refusal{code: codeFull, detail: spaceWords}},
	{store.ErrDown, refusal{code: codeOverloaded, retry: 10, detail: catalog.Text{
		ZH: "数据库目前没有应答；是否已保存尚不确定，请用同一 Idempotency-Key 重试。",
		EN: "The database does not answer at the moment. Whether it was kept is not known; try again with the same Idempotency-Key."}}},
}

// ofStore gives what a caller is told of an error of the store.
func ofStore(err error) (*refusal, bool) {
	for _, p := range storeProblems {
		if errors.Is(err, p.err) {
			r := p.answer
			return &r, true
		}
	}
	return nil, false
}

// view answers a request with what do reads from the store.
func (s *Server) view(c *gin.Context, do func(tx *store.Tx) (any, error)) {
	var out any
	err := s.o.Store.View(c.Request.Context(), func(tx *store.Tx) (err error) {
		out, err = do(tx)
		return err
	})
	if err != nil {
		answer(c, err)
		return
	}
	c.JSON(http.StatusOK, out)
}

// change answers a request with what do changes in the store, all of it in one transaction in the name of the caller. With an
// idempotency key it is done once: the same request again, also at the same time, gets the answer of the first. do may be called
// again, so that it must have no effects of its own.
func (s *Server) change(c *gin.Context, key *string, do func(tx *store.Tx) (any, error)) {
	out, err := s.changed(c, key, do)
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", out)
}

// changed is change without the answer, which it gives.
func (s *Server) changed(c *gin.Context, key *string, do func(tx *store.Tx) (any, error)) ([]byte, error) {
	ctx, who := c.Request.Context(), callerOf(c)
	request := store.Request{Caller: who.ID, Key: value(key), Digest: requestDigest(c)}
	var out []byte
	err := s.o.Store.Update(ctx, who.ID, func(tx *store.Tx) error {
		if key != nil {
			before, done, err := tx.Claim(ctx, request)
			if err != nil || done {
				out = before
				return err
			}
		}
		is, err := do(tx)
		if err != nil {
			return err
		}
		if out, err = json.Marshal(is); err == nil && key != nil {
			err = tx.Answer(ctx, request, out)
		}
		return err
	})
	return out, err
}

// requestDigest tells requests of a caller apart: by method, path, query and what was sent. A form is what is in it, since
// clients put other boundaries into it each time.
func requestDigest(c *gin.Context) string {
	q := c.Request.URL.Query()
	q.Del("lang")
	what, _ := json.Marshal([]string{c.Request.Method, c.Request.URL.Path, q.Encode(), requestOf(c).content}) // of texts, always
	return store.Digest(what)
}

// pageOf is the part of a list that a request asks for.
func pageOf(after *string, limit *int) store.Page {
	return store.Page{After: value(after), Limit: value(limit)}
}

// next is what a page says of the one after it.
func next[T any](l store.List[T]) *string {
	if l.Next == "" {
		return nil
	}
	return &l.Next
}
