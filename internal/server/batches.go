package server

import (
	"context"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/jobs"
	"hegui/internal/store"
)

// ListBatches answers GET /v1/batches.
func (s *Server) ListBatches(c *gin.Context, params ListBatchesParams) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		list, err := tx.Batches(ctx, store.BatchFilter{State: store.BatchState(value(params.State))}, pageOf(params.After, params.Limit))
		out := BatchList{Batches: []Batch{}, Next: next(list)}
		for i := range list.Items {
			b, err := batchAnswer(c, tx, &list.Items[i])
			if err != nil {
				return nil, err
			}
			out.Batches = append(out.Batches, b)
		}
		return out, err
	})
}

// GetBatch answers GET /v1/batches/{batch}.
func (s *Server) GetBatch(c *gin.Context, id BatchPath) {
	s.view(c, func(tx *store.Tx) (any, error) { return seeBatch(c, tx, id) })
}

// PauseBatch answers POST /v1/batches/{batch}/pause.
func (s *Server) PauseBatch(c *gin.Context, id BatchPath, params PauseBatchParams) {
	s.moveBatch(c, params.IdempotencyKey, id, s.queue.Pause)
}

// ResumeBatch answers POST /v1/batches/{batch}/resume.
func (s *Server) ResumeBatch(c *gin.Context, id BatchPath, params ResumeBatchParams) {
	s.moveBatch(c, params.IdempotencyKey, id, s.queue.Resume)
}

// CancelBatch answers POST /v1/batches/{batch}/cancel.
func (s *Server) CancelBatch(c *gin.Context, id BatchPath, params CancelBatchParams) {
	s.moveBatch(c, params.IdempotencyKey, id, s.queue.Cancel)
}

// RetryBatch answers POST /v1/batches/{batch}/retry.
func (s *Server) RetryBatch(c *gin.Context, id BatchPath, params RetryBatchParams) {
	s.moveBatch(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx, id string) error {
		_, err := s.queue.Retry(ctx, tx, id)
		return err
	})
}

func (s *Server) moveBatch(c *gin.Context, key *string, id string, do func(context.Context, *store.Tx, string) error) {
	ctx := c.Request.Context()
	s.change(c, key, func(tx *store.Tx) (any, error) {
		if err := do(ctx, tx, id); err != nil {
			return nil, at("batch", err)
		}
		return seeBatch(c, tx, id)
	})
}

// seeBatch gives a batch as it is answered.
func seeBatch(c *gin.Context, tx *store.Tx, id string) (Batch, error) {
	b, err := tx.Batch(c.Request.Context(), id)
	if err != nil {
		return Batch{}, at("batch", err)
	}
	return batchAnswer(c, tx, &b)
}

func batchAnswer(c *gin.Context, tx *store.Tx, b *store.Batch) (Batch, error) {
	p, err := tx.Progress(c.Request.Context(), b.ID)
	out := Batch{
		Id: b.ID, Label: b.Label, Pack: PackRef{Id: b.Pack.ID, Version: b.Pack.Version, Digest: b.Pack.Digest}, Profile: b.Profile, AsOf: b.AsOf,
		State: BatchState(b.State), Items: b.Items, Created: b.Created, Changed: b.Changed,
		Progress: BatchProgress{Pending: p.Pending, Done: p.Done, Failed: p.Failed, Cancelled: p.Cancelled},
	}
	v := &out.Progress.Verdicts
	v.Pass, v.Review, v.Fail, v.Error = p.Verdicts[assess.VerdictPass], p.Verdicts[assess.VerdictReview], p.Verdicts[assess.VerdictFail], p.Verdicts[assess.VerdictError]
	if role := callerOf(c).Role; b.Hold != "" && (role == auth.Chair || role == auth.Admin) {
		out.Hold = &b.Hold
	}
	return out, err
}

// HoldBatch answers PUT /v1/batches/{batch}/hold.
func (s *Server) HoldBatch(c *gin.Context, id BatchPath, params HoldBatchParams) {
	hold, err := bodyOf[NewHold](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	s.moveBatch(c, params.IdempotencyKey, id, func(ctx context.Context, tx *store.Tx, id string) error { return tx.HoldBatch(ctx, id, hold.Reason) })
}

// DeleteBatch answers DELETE /v1/batches/{batch}. The batch is gone with its transaction; what only it held goes after it, some at
// a time, also when the client has left.
func (s *Server) DeleteBatch(c *gin.Context, id BatchPath, params DeleteBatchParams) {
	ctx := c.Request.Context()
	var proposals []string
	out, err := s.changed(c, params.IdempotencyKey, func(tx *store.Tx) (any, error) {
		var err error
		proposals, err = s.queue.Delete(ctx, tx, id)
		return Done{Done: true}, at("batch", err)
	})
	if err == nil {
		_, err = s.o.Store.RemoveOrphans(context.WithoutCancel(ctx), callerOf(c).ID, id, proposals)
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", out)
}

// ListItems answers GET /v1/batches/{batch}/items.
func (s *Server) ListItems(c *gin.Context, id BatchPath, params ListItemsParams) {
	ctx := c.Request.Context()
	f := store.ItemFilter{
		State: store.ItemState(value(params.State)), Verdict: assess.Verdict(value(params.Verdict)), Requirement: value(params.Requirement),
		Ranked: value(params.Order) != "number",
	}
	if who := callerOf(c); who.Role == auth.Reviewer {
		f.Reviewer = who.Party
	}
	s.view(c, func(tx *store.Tx) (any, error) {
		if _, err := tx.Batch(ctx, id); err != nil {
			return nil, at("batch", err)
		}
		list, err := tx.Items(ctx, id, f, pageOf(params.After, params.Limit))
		out := ItemList{Items: []Item{}, Next: next(list)}
		for i := range list.Items {
			item := itemAnswer(c, &list.Items[i])
			if value(params.About) && err == nil {
				item.About, err = aboutItem(ctx, tx, &list.Items[i])
			}
			out.Items = append(out.Items, item)
		}
		return out, err
	})
}

// GetItem answers GET /v1/batches/{batch}/items/{item}.
func (s *Server) GetItem(c *gin.Context, id BatchPath, number ItemPath) {
	s.view(c, func(tx *store.Tx) (any, error) {
		is, err := seeItem(c, tx, id, number)
		return itemAnswer(c, &is), err
	})
}

// seeItem gives an item that the caller may see. Of submissions, a reviewer sees those that are assigned to it, also when their text
// came into the batch in an upload; others are answered as those that are not there.
func seeItem(c *gin.Context, tx *store.Tx, batch string, number int) (store.Item, error) {
	ctx, who := c.Request.Context(), callerOf(c)
	is, err := tx.Item(ctx, batch, number)
	seen := true
	if who.Role == auth.Reviewer && (err == nil || errors.Is(err, store.ErrNotFound)) { // asked in any case, so that both take as long
		var seenErr error
		if seen, seenErr = tx.SeesItem(ctx, batch, number, who.Party); seenErr != nil {
			return store.Item{}, seenErr
		}
	}
	if err == nil && !seen {
		err = store.ErrNotFound
	}
	if err != nil {
		return store.Item{}, at("item", err)
	}
	return is, nil
}

func itemAnswer(c *gin.Context, i *store.Item) Item {
	out := Item{Number: i.Number, Name: i.Name, Sha256: i.Digest, State: ItemState(i.State), Attempts: i.Attempts, Failed: i.Failed}
	if out.Failed == nil {
		out.Failed = []string{}
	}
	if i.Submission != "" {
		out.Submission = &i.Submission
	}
	if i.Assessment != "" {
		verdict, score := Verdict(i.Verdict), i.Score.String()
		out.Verdict, out.Score = &verdict, &score
	}
	if i.Problem != "" {
		out.Problem = problemAnswer(c, jobs.ParseProblem(i.Problem))
	}
	return out
}

func problemAnswer(c *gin.Context, p jobs.Problem) *ItemProblem {
	out := &ItemProblem{Code: p.Code, Title: p.Text.In(langOf(c))}
	if p.Line > 0 {
		out.Line, out.Column = &p.Line, &p.Column
	}
	if detail := p.Remedy.In(langOf(c)); detail != "" {
		out.Detail = &detail
	}
	return out
}

// itemResult is an item with the assessment that it has.
type itemResult struct {
	item       store.Item
	batch      store.Batch
	assessment store.Assessment
	line       []byte // JSON as it is kept
}

// seeItemResult gives the result of an item that the caller may see. One that was not assessed has none.
func (s *Server) seeItemResult(c *gin.Context, id string, number int) (r itemResult, err error) {
	ctx := c.Request.Context()
	err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		if r.batch, err = tx.Batch(ctx, id); err != nil {
			return at("batch", err)
		}
		if r.item, err = seeItem(c, tx, id, number); err != nil {
			return err
		}
		if r.assessment, err = tx.Assessment(ctx, r.item.Assessment); err != nil {
			return at("item", err)
		}
		r.line, err = tx.Result(ctx, r.assessment.Key)
		return err
	})
	return r, err
}

// GetItemProposal answers GET /v1/batches/{batch}/items/{item}/proposal. What somebody uploaded is shown as text and never as a
// page.
func (s *Server) GetItemProposal(c *gin.Context, id BatchPath, number ItemPath) {
	ctx := c.Request.Context()
	var src []byte
	err := s.o.Store.View(ctx, func(tx *store.Tx) error {
		is, err := seeItem(c, tx, id, number)
		if err == nil {
			src, err = tx.Proposal(ctx, is.Digest)
		}
		return err
	})
	if err != nil {
		answer(c, err)
		return
	}
	c.Header("Content-Disposition", `attachment; filename="proposal.yaml"`)
	c.Header("Content-Security-Policy", "sandbox; default-src 'none'")
	c.Data(http.StatusOK, "text/plain; charset=utf-8", src)
}
