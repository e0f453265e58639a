package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// Many results and proposals at a time are those that they are one by one, for several who ask at once; one that is not there, or
// is damaged, is an error.
func TestManyAtATime(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		const n = 120 // more than one statement asks for
		var digests, keys []string
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			digests, keys = nil, nil
			b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, Profile: "general", AsOf: "2026-11-01"})
			if err != nil {
				return err
			}
			var items []store.NewItem
			var all []store.Assessed
			for i := range n {
				c := content(i) + strings.Repeat("申报书 ", i*i)
				a := assessed(c, score(i))
				a.JSON = store.NewContent(fmt.Appendf(nil, `{"n":%d,"words":%q}`, i, strings.Repeat("字", i*100)))
				items, all = append(items, store.NewItem{Name: fmt.Sprint(i), Proposal: store.NewContent([]byte(c))}), append(all, a)
				digests, keys = append(digests, store.Digest([]byte(c))), append(keys, a.Key)
			}
			return errors.Join(tx.AddItems(ctx, b.ID, 1, items...), tx.Record(ctx, all...))
		})
		var asking sync.WaitGroup
		for range 4 {
			asking.Go(func() {
				err := d.Store.View(t.Context(), func(tx *store.Tx) error {
					results, err := tx.Results(t.Context(), keys...)
					if err != nil || len(results) != n {
						return fmt.Errorf("%d results: %w", len(results), err)
					}
					proposals, err := tx.Proposals(t.Context(), append(digests, digests[0])...)
					if err != nil || len(proposals) != n {
						return fmt.Errorf("%d proposals: %w", len(proposals), err)
					}
					for i := range n {
						result, err1 := tx.Result(t.Context(), keys[i])
						a, err2 := tx.Assessment(t.Context(), keys[i])
						src, err3 := tx.Proposal(t.Context(), digests[i])
						if err := errors.Join(err1, err2, err3); err != nil {
							return err
						}
						got := results[keys[i]]
						if string(got.JSON) != string(result) || !got.Created.Equal(a.Created) || string(proposals[digests[i]]) != string(src) {
							t.Errorf("%d: %.40s and %.40s", i, got.JSON, proposals[digests[i]])
						}
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		asking.Wait()
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			if none, err := tx.Results(ctx); err != nil || len(none) != 0 {
				t.Errorf("%v, %v", none, err)
			}
			if _, err := tx.Results(ctx, keys[0], digests[0]); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("a key that there is not: %v", err)
			}
			if _, err := tx.Proposals(ctx, digests[0], keys[0]); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("a digest that there is not: %v", err)
			}
			return nil
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			const damage = "UPDATE assessment SET result = (SELECT result FROM assessment WHERE key = '%s') WHERE key = '%s'"
			if s := tx.SQL(); s != nil {
				_, err := s.ExecContext(ctx, fmt.Sprintf(damage, keys[1], keys[2]))
				return err
			}
			_, err := tx.PGX().Exec(ctx, fmt.Sprintf(damage, keys[1], keys[2]))
			return err
		})
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			if _, err := tx.Results(ctx, keys...); !errors.Is(err, store.ErrDamaged) {
				t.Errorf("the result of another: %v", err)
			}
			return nil
		})
	})
}
