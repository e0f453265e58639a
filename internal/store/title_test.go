package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// A list says what each proposal is called, shortened where that is long; verification finds a title that was changed, and none
// missing where there was none.
func TestTitles(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		want := map[string]string{"r1": "园区智能体", "r2": "", "r3": strings.Repeat("字", 133), "r4": "ab"}
		for i, title := range []string{"园区智能体", "", strings.Repeat("字", 200), "a\x00b"} {
			reference := "r" + string(rune('1'+i))
			a := assessed(content(i+1), 8000)
			a.Title = title
			u := upload(reference, content(i+1))
			u.Assessed = &a
			update(t, d, func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Submit(ctx, u)
				return err
			})
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			l, err := tx.Standings(ctx, store.StandingFilter{}, store.Page{})
			for _, s := range l.Items {
				one, oneErr := tx.Assessment(ctx, s.Assessment.Key)
				if s.Assessment.Title != want[s.Reference] || one.Title != want[s.Reference] || oneErr != nil {
					t.Errorf("%s: %q, %q", s.Reference, s.Assessment.Title, one.Title)
				}
			}
			if len(l.Items) != len(want) {
				t.Errorf("%d of %d", len(l.Items), len(want))
			}
			return err
		})
		if err := d.Store.VerifyRecords(t.Context(), nil); err != nil {
			t.Error(err)
		}
		must(t, raw(t, d), "UPDATE assessment SET title = 'another' WHERE title = ''")
		var wrong *store.RecordError
		if err := d.Store.VerifyRecords(t.Context(), nil); !errors.As(err, &wrong) || wrong.Kind != store.RecordAssessment {
			t.Errorf("a title that was put in: %v", err)
		}
	})
}
