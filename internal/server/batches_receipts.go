package server

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/receipt"
	"hegui/internal/report"
	"hegui/internal/store"
)

// itemStatement is what the receipt of an item says. It is issued when the assessment was made, so that it is the same however
// often it is asked for, and the tree of a batch is, too.
func itemStatement(line []byte, made time.Time) (*receipt.Statement, error) {
	as, err := report.Decode(line)
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

// forest keeps the trees that were asked for last: one of 20,000 receipts takes a while to grow, and each of its proofs needs it.
// One grows at a time. The zero forest is empty.
type forest struct {
	mu    sync.Mutex
	trees []grown // the latest last
}

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
	s.forest.mu.Lock()
	defer s.forest.mu.Unlock()
	for _, g := range s.forest.trees {
		if g.batch == b.ID && g.changed.Equal(b.Changed) {
			return b, g.tree, g.place, nil
		}
	}
	var leaves []receipt.Hash
	place = map[int]int{}
	for item, err := range s.allItems(ctx, id, store.ItemFilter{State: store.ItemDone}) {
		if err != nil {
			return b, nil, nil, err
		}
		leaf, err := s.leaf(ctx, &item)
		if err != nil {
			return b, nil, nil, err
		}
		place[item.Number] = len(leaves)
		leaves = append(leaves, leaf)
	}
	if len(leaves) == 0 {
		return b, nil, nil, at("batch", store.ErrNotFound)
	}
	t = receipt.NewTree(leaves)
	s.forest.trees = append(s.forest.trees, grown{b.ID, b.Changed, t, place})
	s.forest.trees = s.forest.trees[max(0, len(s.forest.trees)-mostTrees):]
	return b, t, place, nil
}

func (s *Server) leaf(ctx context.Context, item *store.Item) (receipt.Hash, error) {
	var line []byte
	var a store.Assessment
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		if a, err = tx.Assessment(ctx, item.Assessment); err == nil {
			line, err = tx.Result(ctx, item.Assessment)
		}
		return err
	})
	if err != nil {
		return receipt.Hash{}, err
	}
	statement, err := itemStatement(line, a.Created)
	if err != nil {
		return receipt.Hash{}, err
	}
	e, err := receipt.Sign(statement, s.o.ReceiptKeys...)
	if err != nil {
		return receipt.Hash{}, err
	}
	return e.Leaf(), nil
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
