package server

import (
	"context"
	"errors"

	"github.com/gin-gonic/gin"

	"hegui/internal/catalog"
	"hegui/internal/store"
)

// references say which proposals a batch is made of that are in the store already: at most one more than a batch may hold. They are
// read in the transaction that makes the batch, since a part of them would not be found again: what comes later moves them.
type references func(ctx context.Context, tx *store.Tx) ([]store.NewItem, error)

// storeReferences makes a batch of what is in the store, lets it run, and answers with it: all in one transaction, so that after a cut
// there is the whole batch or nothing of it.
func (s *Server) storeReferences(c *gin.Context, key *string, b store.NewBatch, of references) {
	ctx := c.Request.Context()
	id, err := s.makeBatch(c, key, b, func(tx *store.Tx, id string) error {
		items, err := of(ctx, tx)
		if err == nil {
			err = fits(len(items))
		}
		if err == nil {
			err = tx.AddItems(ctx, id, 1, items...)
		}
		if err != nil {
			return err
		}
		return s.queue.Start(ctx, tx, id)
	})
	s.answerBatch(c, id, err)
}

// besideIDs is what a query is told that names submissions and says which at the same time.
var besideIDs = catalog.Text{ZH: "ids 已逐个指明申报，与此条件只能写一种。", EN: "ids names the submissions one by one; give either ids or this."}

// queried gives the current versions of submissions. Of those that were withdrawn there is none; one that is named is refused.
func queried(q *BatchQuery) (references, error) {
	of := q.Submissions
	switch {
	case of.Ids == nil:
		return standing(store.SubmissionFilter{Applicant: value(of.Applicant), Portal: value(of.Portal), State: store.SubmissionStanding}), nil
	case of.Applicant != nil:
		return nil, wrong("submissions/applicant", besideIDs)
	case of.Portal != nil:
		return nil, wrong("submissions/portal", besideIDs)
	}
	return named(*of.Ids), nil
}

func named(ids []string) references {
	return func(ctx context.Context, tx *store.Tx) (items []store.NewItem, err error) {
		for _, id := range ids {
			is, err := tx.Standing(ctx, id)
			switch {
			case errors.Is(err, store.ErrNotFound):
				return nil, at(shown(id), &refusal{code: codeNotFound})
			case err != nil:
				return nil, err
			case is.Withdrawn != nil:
				return nil, &refusal{code: codeWithdrawn, parameter: shown(id)}
			}
			items = append(items, current(is))
		}
		return items, nil
	}
}

func standing(f store.SubmissionFilter) references {
	return func(ctx context.Context, tx *store.Tx) ([]store.NewItem, error) {
		return paged(func(p store.Page) (store.List[store.Standing], error) {
			return tx.Standings(ctx, store.StandingFilter{SubmissionFilter: f}, p)
		}, current)
	}
}

// current is the version of a submission that counts, as an item that is called what its portal calls it.
func current(is store.Standing) store.NewItem {
	return store.NewItem{Name: is.Reference, Digest: is.Version.Digest, Submission: is.ID}
}

// paged makes items of all that is listed, and stops when they are too many.
func paged[T any](list func(store.Page) (store.List[T], error), item func(T) store.NewItem) (items []store.NewItem, err error) {
	for p := (store.Page{Limit: storedAtOnce}); ; {
		some, err := list(p)
		if err != nil {
			return nil, err
		}
		for _, one := range some.Items {
			if items = append(items, item(one)); len(items) > mostItems {
				return items, nil
			}
		}
		if p.After = some.Next; p.After == "" {
			return items, nil
		}
	}
}
