package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// Whoever changes a score, a verdict, an override or a version past this program is found by what the log says of it, and so
// is who takes a submission away. What retention removes is not missed.
func TestRecordsThatTheLogDoesNotKnow(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		old := submit(t, d, "old", content(9)).Submission
		d.Clock.Turn(100 * day)
		var mine store.Submission
		for _, text := range []string{content(1), content(2)} {
			mine = submit(t, d, "r1", text).Submission
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error {
			u, first := upload("r1", content(3)), assessed(content(3), 6000)
			again := first
			again.Key = store.Digest([]byte("another profile"))
			u.Assessed = &first
			_, err := tx.Submit(ctx, u)
			return errors.Join(err, tx.Record(ctx, again))
		})
		a := assessed(content(1), 5000)
		var o store.Override
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			if err := errors.Join(tx.Record(ctx, a), tx.Assign(ctx, mine.ID, "li")); err != nil {
				return err
			}
			o, err = tx.Override(ctx, store.Override{Submission: mine.ID, Assessment: a.Key, Requirement: "DATA-03", Machine: assess.StatusFail, Status: assess.StatusPass, Reason: "annex", Reviewer: "li"})
			return err
		})
		if _, err := d.Store.Retain(t.Context(), "retention", d.Clock.Now().Add(-50*day), nil); err != nil {
			t.Fatal(err)
		}
		if err := d.Store.VerifyRecords(t.Context(), nil); err != nil {
			t.Fatalf("as it was written, %s removed by retention: %v", old.ID, err)
		}
		db := raw(t, d)
		for _, tc := range []struct {
			name, do, undo string
			kind           store.RecordKind
			id             string
		}{
			{"a better score", "UPDATE assessment SET score = 9000 WHERE score = 5000", "UPDATE assessment SET score = 5000 WHERE score = 9000", store.RecordAssessment, a.Key},
			{"a better verdict", "UPDATE assessment SET verdict = 'pass' WHERE score = 5000", "UPDATE assessment SET verdict = 'fail' WHERE score = 5000", store.RecordAssessment, a.Key},
			{"an earlier assessment", "UPDATE assessment SET created = created - 1 WHERE score = 5000", "UPDATE assessment SET created = created + 1 WHERE score = 5000", store.RecordAssessment, a.Key},
			{"another status", "UPDATE override SET status = 'fail'", "UPDATE override SET status = 'pass'", store.RecordOverride, o.ID},
			{"another reason", "UPDATE override SET reason = 'x'", "UPDATE override SET reason = 'annex'", store.RecordOverride, o.ID},
			{"another assessment", fmt.Sprintf("UPDATE version SET assessment = '%s' WHERE number = 3", store.Digest([]byte("another profile"))),
				fmt.Sprintf("UPDATE version SET assessment = '%s' WHERE number = 3", assessed(content(3), 0).Key), store.RecordVersion, mine.ID},
			{"no assessment", "UPDATE version SET assessment = NULL WHERE number = 3",
				fmt.Sprintf("UPDATE version SET assessment = '%s' WHERE number = 3", assessed(content(3), 0).Key), store.RecordVersion, mine.ID},
			{"an earlier version", "UPDATE version SET created = created - 1 WHERE number = 2", "UPDATE version SET created = created + 1 WHERE number = 2", store.RecordVersion, mine.ID},
			{"another hand", "UPDATE version SET actor = 'x' WHERE number = 2", "UPDATE version SET actor = 'tester' WHERE number = 2", store.RecordVersion, mine.ID},
			{"a version less", "DELETE FROM version WHERE number = 2", "", store.RecordVersion, mine.ID},
		} {
			must(t, db, tc.do)
			err := d.Store.VerifyRecords(t.Context(), nil)
			var found *store.RecordError
			if !errors.As(err, &found) || found.Kind != tc.kind || found.ID != tc.id {
				t.Errorf("%s: %v, want %s %s", tc.name, err, tc.kind, tc.id)
			}
			if tc.undo != "" {
				must(t, db, tc.undo)
				if err := d.Store.VerifyRecords(t.Context(), nil); err != nil {
					t.Errorf("after %s was undone: %v", tc.name, err)
				}
			}
		}
	})
}

// More records than are looked at in one go are all looked at.
func TestManyRecords(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		b := newBatch(t, d, 450)
		work(t, d, b.ID, 1, 450)
		var last int64
		if err := d.Store.VerifyRecords(t.Context(), func(done, _ int64) { last = done }); err != nil || last != 450 {
			t.Errorf("%d, %v", last, err)
		}
		must(t, raw(t, d), "UPDATE assessment SET score = score + 1 WHERE key = (SELECT max(key) FROM assessment)")
		var found *store.RecordError
		if err := d.Store.VerifyRecords(t.Context(), nil); !errors.As(err, &found) {
			t.Errorf("%v", err)
		}
	})
}
