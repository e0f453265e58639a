package server

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/jobs"
	"hegui/internal/proposal"
	"hegui/internal/replay"
	"hegui/internal/report"
	"hegui/internal/store"
)

// ReplayBatch answers POST /v1/batches/{batch}/replays.
func (s *Server) ReplayBatch(c *gin.Context, id BatchPath, params ReplayBatchParams) {
	ctx := c.Request.Context()
	asked, err := bodyOf[NewReplay](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	var b store.Batch
	err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		b, err = tx.Batch(ctx, id)
		return at("batch", err)
	})
	if err == nil && b.State == store.BatchOpen {
		err = store.ErrState
	}
	var assessor *assess.Assessor
	if err == nil {
		assessor, err = s.replayAssessor(&b, &asked)
	}
	if err != nil {
		answer(c, err)
		return
	}
	n := store.NewBatch{Label: b.Label, Pack: assessor.Pack, Profile: assessor.Profile.ID, AsOf: assessor.AsOf}
	if asked.Label != nil {
		n.Label = *asked.Label
	}
	s.storeReferences(c, params.IdempotencyKey, n, itemsOf(id))
}

// replayAssessor is that of a batch with what is to be other. The pack that the batch began with may have been replaced: without
// a name of another one it is the one of its id that is in use now.
func (s *Server) replayAssessor(b *store.Batch, asked *NewReplay) (*assess.Assessor, error) {
	packID, profile, asOf := b.Pack.ID, b.Profile, b.AsOf
	for _, v := range []struct{ into, from *string }{{&packID, asked.Pack}, {&profile, asked.Profile}, {&asOf, asked.AsOf}} {
		if v.from != nil {
			*v.into = *v.from
		}
	}
	p, err := s.packOf(packID)
	if err != nil {
		return nil, at("pack", err)
	}
	return s.assessor(p, profile, asOf)
}

// itemsOf gives the proposals of a batch under their numbers.
func itemsOf(id string) references {
	return func(ctx context.Context, tx *store.Tx) ([]store.NewItem, error) {
		return paged(func(p store.Page) (store.List[store.Item], error) { return tx.Items(ctx, id, store.ItemFilter{}, p) },
			func(i store.Item) store.NewItem {
				return store.NewItem{Name: i.Name, Digest: i.Digest, Submission: i.Submission, Submitted: i.Submitted}
			})
	}
}

// GetReplay answers GET /v1/batches/{batch}/replay: it compares what was decided, and assesses nothing again.
func (s *Server) GetReplay(c *gin.Context, id BatchPath, params GetReplayParams) {
	ctx := c.Request.Context()
	format, media, err := formatOf(c, wholeTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	after, afterPack, err := s.batchWithPack(ctx, id)
	if err != nil {
		answer(c, err)
		return
	}
	before, beforePack, err := s.batchWithPack(ctx, params.Before)
	switch {
	case err != nil:
		err = at("before", err)
	case before.State != store.BatchDone || after.State != store.BatchDone:
		err = store.ErrState
	}
	if err != nil {
		answer(c, err)
		return
	}
	s.sendWhole(c, media, func(out io.Writer) error {
		r := &report.Replay{Before: beforePack.Catalog, After: afterPack.Catalog}
		if err := s.replayInto(ctx, r, before.ID, after.ID); err != nil {
			return err
		}
		return report.WriteReplay(out, report.ReplayFormat(format), r, report.Options{Lang: langOf(c), Engine: s.o.Version})
	})
}

// otherProposals is what two batches are told that are not of the same proposals.
var otherProposals = catalog.Text{
	ZH: "两个批次的申报书不同；用 POST /v1/batches/{batch}/replays 建立可以比较的批次。",
	EN: "The batches are not of the same proposals; POST /v1/batches/{batch}/replays makes one that is.",
}

// replayInto compares the items of two batches by their numbers. Those that were not assessed in both are named.
func (s *Server) replayInto(ctx context.Context, r *report.Replay, before, after string) error {
	traits := replay.Traits()
	all := replay.New(traits)
	read := func(ctx context.Context, some []twoItems) ([]compared, error) {
		return s.compareSome(ctx, traits, some)
	}
	for p, err := range ofMany(ctx, s.reading, s.sameItems(ctx, before, after), read) {
		switch {
		case err != nil:
			return err
		case p.skip != nil:
			r.Unreadable = append(r.Unreadable, p.skip)
		default:
			all.AddPair(p.pair)
		}
	}
	if err := errors.Join(s.stillThere(ctx, before), s.stillThere(ctx, after)); err != nil {
		return err
	}
	r.Result = all.Result()
	return nil
}

// twoItems are the same proposal in two batches.
type twoItems struct{ before, after store.Item }

// sameItems gives the items of two batches by their numbers. The error is that they are not of the same proposals.
func (s *Server) sameItems(ctx context.Context, before, after string) iter.Seq2[twoItems, error] {
	return func(yield func(twoItems, error) bool) {
		others := &refusal{code: codeState, parameter: "before", detail: otherProposals}
		old := pull(s.allItems(ctx, before, store.ItemFilter{}))
		defer old.stop()
		for b, err := range s.allItems(ctx, after, store.ItemFilter{}) {
			var a store.Item
			if err == nil {
				var ok bool
				if a, ok, err = old.next(); err == nil && (!ok || a.Digest != b.Digest) {
					err = others
				}
			}
			if !yield(twoItems{a, b}, err) || err != nil {
				return
			}
		}
		if _, ok, err := old.next(); ok || err != nil {
			yield(twoItems{}, cmp.Or[error](err, others))
		}
	}
}

// compared is what became of a proposal between two batches, or why that cannot be told.
type compared struct {
	pair replay.Pair
	skip *report.Unreadable
}

func (s *Server) compareSome(ctx context.Context, traits []replay.Trait, some []twoItems) ([]compared, error) {
	out := make([]compared, len(some))
	var keys, digests []string
	for i := range some {
		a, b := &some[i].before, &some[i].after
		if a.Assessment == "" || b.Assessment == "" {
			out[i].skip = &report.Unreadable{File: b.Name, Err: kept{jobs.ParseProblem(cmp.Or(b.Problem, a.Problem))}}
			continue
		}
		keys, digests = append(keys, a.Assessment, b.Assessment), append(digests, a.Digest)
	}
	var results map[string]store.KeptResult
	var proposals map[string][]byte
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		if results, err = tx.Results(ctx, keys...); err == nil {
			proposals, err = tx.Proposals(ctx, digests...)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range some {
		if out[i].skip != nil {
			continue
		}
		a, b := &some[i].before, &some[i].after
		was, wasErr := report.DecodeKept(results[a.Assessment].JSON)
		is, isErr := report.DecodeKept(results[b.Assessment].JSON)
		doc, docErr := proposal.Parse(a.Name, proposals[a.Digest], proposal.Limits{})
		if err := errors.Join(wasErr, isErr, docErr); err != nil {
			return nil, err
		}
		was.File, is.File = a.Name, b.Name
		out[i].pair = replay.PairOf(was, is, replay.GroupsOf(doc, traits))
	}
	return out, nil
}
