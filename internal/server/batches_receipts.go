package server

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/receipt"
	"hegui/internal/report"
	"hegui/internal/store"
)

// itemStatement is what the receipt of an item says. It is issued when the assessment was made, so that it is the same however
// often it is asked for, and the tree of a batch is, too.
func itemStatement(line []byte, made time.Time) (*receipt.Statement, error) {
	as, err := report.DecodeKept(line)
	if err != nil {
		return nil, err
	}
	o := receipt.Options{IssuedAt: made}
	if file := waiverFile(as); file != nil {
		o.WaiversSHA256 = store.Digest(file)
	}
	return receipt.Of(as, receipt.Result{Version: report.ResultVersion, JSON: line}, o), nil
}

// GetItemReceipt answers GET /v1/batches/{batch}/items/{item}/receipt.
func (s *Server) GetItemReceipt(c *gin.Context, id BatchPath, number ItemPath) {
	r, err := s.seeItemResult(c, id, number)
	if err == nil && len(s.o.ReceiptKeys) == 0 {
		err = &refusal{code: codeNotFound, detail: signsNothing}
	}
	var statement *receipt.Statement
	if err == nil {
		statement, err = itemStatement(r.line, r.assessment.Created)
	}
	var e *receipt.Envelope
	if err == nil {
		e, err = receipt.Sign(statement, s.o.ReceiptKeys...)
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", e.Bytes())
}

// GetItemWaivers answers GET /v1/batches/{batch}/items/{item}/waivers.
func (s *Server) GetItemWaivers(c *gin.Context, id BatchPath, number ItemPath) {
	r, err := s.seeItemResult(c, id, number)
	if err != nil {
		answer(c, err)
		return
	}
	answerWaivers(c, r.line)
}

// forest keeps the trees that were asked for last: one of 20,000 receipts takes a while to grow, and each of its proofs needs it.
// One grows at a time; who waits for that may leave.
type forest struct {
	turn  chan struct{} // has what is in it while nobody else looks after the trees
	trees []grown       // the latest last
}

func newForest() forest { return forest{turn: make(chan struct{}, 1)} }

// grown is the tree of a batch as it was at a time.
type grown struct {
	batch   string
	changed time.Time
	tree    *receipt.Tree
	place   map[int]int
}

// mostTrees is how many trees are kept; one of 20,000 receipts takes about 2 MB.
const mostTrees = 8

// tree is that of all receipts of a batch that is done, in the order of their numbers; place says which leaf an item has.
func (s *Server) tree(ctx context.Context, id string) (b store.Batch, t *receipt.Tree, place map[int]int, err error) {
	err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		b, err = tx.Batch(ctx, id)
		return err
	})
	switch {
	case err != nil:
		return b, nil, nil, at("batch", err)
	case len(s.o.ReceiptKeys) == 0:
		return b, nil, nil, &refusal{code: codeNotFound, detail: signsNothing}
	case b.State != store.BatchDone:
		return b, nil, nil, store.ErrState
	}
	select {
	case s.forest.turn <- struct{}{}:
		defer func() { <-s.forest.turn }()
	case <-ctx.Done():
		return b, nil, nil, ctx.Err()
	}
	for _, g := range s.forest.trees {
		if g.batch == b.ID && g.changed.Equal(b.Changed) {
			return b, g.tree, g.place, nil
		}
	}
	var leaves []receipt.Hash
	place = map[int]int{}
	for l, err := range ofMany(ctx, s.reading, s.allItems(ctx, id, store.ItemFilter{State: store.ItemDone}), s.leaves) {
		if err != nil {
			return b, nil, nil, err
		}
		place[l.item] = len(leaves)
		leaves = append(leaves, l.hash)
	}
	if err := s.stillThere(ctx, id); err != nil {
		return b, nil, nil, err
	}
	if len(leaves) == 0 {
		return b, nil, nil, at("batch", store.ErrNotFound)
	}
	t = receipt.NewTree(leaves)
	s.forest.trees = append(s.forest.trees, grown{b.ID, b.Changed, t, place})
	s.forest.trees = s.forest.trees[max(0, len(s.forest.trees)-mostTrees):]
	return b, t, place, nil
}

// leafOf is the leaf of the receipt of an item.
type leafOf struct {
	item int
	hash receipt.Hash
}

func (s *Server) leaves(ctx context.Context, some []store.Item) ([]leafOf, error) {
	keys := make([]string, len(some))
	for i := range some {
		keys[i] = some[i].Assessment
	}
	results, err := s.results(ctx, keys)
	out := make([]leafOf, len(some))
	for i := range some {
		if err != nil {
			return nil, err
		}
		var statement *receipt.Statement
		kept := results[keys[i]]
		if statement, err = itemStatement(kept.JSON, kept.Created); err == nil {
			out[i].item = some[i].Number
			out[i].hash, err = statement.Leaf()
		}
	}
	return out, err
}

// GetBatchRoot answers GET /v1/batches/{batch}/receipts.
func (s *Server) GetBatchRoot(c *gin.Context, id BatchPath) {
	b, t, _, err := s.tree(c.Request.Context(), id)
	var e *receipt.Envelope
	if err == nil {
		e, err = receipt.SignRoot(t, b.Changed, s.o.ReceiptKeys...)
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", e.Bytes())
}

// GetItemProof answers GET /v1/batches/{batch}/items/{item}/proof.
func (s *Server) GetItemProof(c *gin.Context, id BatchPath, number ItemPath) {
	r, err := s.seeItemResult(c, id, number)
	var t *receipt.Tree
	var place map[int]int
	if err == nil {
		_, t, place, err = s.tree(c.Request.Context(), r.batch.ID)
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", receipt.Prove(t, place[number]).Bytes())
}
