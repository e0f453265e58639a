package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// try runs a transaction and gives its error.
func try(t testing.TB, d *storetest.Database, do func(ctx context.Context, tx *store.Tx) error) error {
	t.Helper()
	return d.Store.Update(t.Context(), "tester", func(tx *store.Tx) error { return do(t.Context(), tx) })
}

// What reviewers write stands beside what the machine said, and only they write it to whom the submission is assigned.
func TestReviews(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		mine, other := submit(t, d, "r1", content(1)), submit(t, d, "r2", content(2))
		a, b := assessed(content(1), 5000), assessed(content(2), 9000)
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Record(ctx, a, b) })
		id := mine.Submission.ID
		override := store.Override{Submission: id, Assessment: a.Key, Requirement: "DATA-03", Machine: assess.StatusFail, Status: assess.StatusPass, Reason: "the annex shows it", Reviewer: "li"}
		note := store.Note{Submission: id, Version: 1, Reviewer: "li", Words: "看过"}
		with := func(change func(*store.Override)) store.Override { o := override; change(&o); return o }

		for _, tc := range []struct {
			name string
			do   func(ctx context.Context, tx *store.Tx) error
			want error
		}{
			{"a note before the assignment", func(ctx context.Context, tx *store.Tx) error { _, err := tx.AddNote(ctx, note); return err }, store.ErrAssigned},
			{"an assignment", func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, "li") }, nil},
			{"the same again", func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, "li") }, nil},
			{"of nothing", func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, "x", "li") }, store.ErrNotFound},
			{"to the applicant", func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, "applicant of r1") }, store.ErrInterest},
			{"a note", func(ctx context.Context, tx *store.Tx) error { _, err := tx.AddNote(ctx, note); return err }, nil},
			{"a note on a version that is not there", func(ctx context.Context, tx *store.Tx) error {
				n := note
				n.Version = 2
				_, err := tx.AddNote(ctx, n)
				return err
			}, store.ErrNotFound},
			{"an override", func(ctx context.Context, tx *store.Tx) error { _, err := tx.Override(ctx, override); return err }, nil},
			{"without a reason", func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Override(ctx, with(func(o *store.Override) { o.Reason = "" }))
				return err
			}, store.ErrInvalid},
			{"with a blank reason", func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Override(ctx, with(func(o *store.Override) { o.Reason = " \u200b\n" }))
				return err
			}, store.ErrInvalid},
			{"to a status that there is not", func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Override(ctx, with(func(o *store.Override) { o.Status = "fine" }))
				return err
			}, store.ErrInvalid},
			{"by somebody else", func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Override(ctx, with(func(o *store.Override) { o.Reviewer = "wang" }))
				return err
			}, store.ErrAssigned},
			{"of another submission's assessment", func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Override(ctx, with(func(o *store.Override) { o.Assessment = b.Key }))
				return err
			}, store.ErrNotFound},
			{"of what is not assigned", func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.Override(ctx, with(func(o *store.Override) { o.Submission, o.Assessment = other.Submission.ID, b.Key }))
				return err
			}, store.ErrAssigned},
		} {
			if err := try(t, d, tc.do); !errors.Is(err, tc.want) {
				t.Errorf("%s: %v, want %v", tc.name, err, tc.want)
			}
		}
		var kept store.Override
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			overrides, err := tx.Overrides(ctx, id, "", store.Page{})
			notes, notesErr := tx.Notes(ctx, id, "", store.Page{})
			machine, machineErr := tx.Assessment(ctx, a.Key)
			if len(overrides.Items) != 1 || len(notes.Items) != 1 || notes.Items[0].Words != "看过" || machine.Verdict != assess.VerdictFail {
				t.Fatalf("%+v, %+v, %+v", overrides, notes, machine)
			}
			kept = overrides.Items[0]
			queue, queueErr := tx.Submissions(ctx, store.SubmissionFilter{Reviewer: "li"}, store.Page{})
			if len(queue.Items) != 1 || queue.Items[0].ID != id {
				t.Errorf("%+v", queue)
			}
			return errors.Join(err, notesErr, machineErr, queueErr)
		})
		if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawOverride(ctx, kept.ID, "wang") }); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("somebody else's: %v", err)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawOverride(ctx, kept.ID, "li") })
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.CloseSubmission(ctx, id) })
		for _, do := range []func(ctx context.Context, tx *store.Tx) error{
			func(ctx context.Context, tx *store.Tx) error { _, err := tx.Override(ctx, override); return err },
			func(ctx context.Context, tx *store.Tx) error { _, err := tx.AddNote(ctx, note); return err },
			func(ctx context.Context, tx *store.Tx) error { return tx.WithdrawOverride(ctx, kept.ID, "li") },
			func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, id, "wang") },
			func(ctx context.Context, tx *store.Tx) error { return tx.Unassign(ctx, id, "li") },
		} {
			if err := try(t, d, do); !errors.Is(err, store.ErrClosed) {
				t.Errorf("after the decision: %v", err)
			}
		}
	})
}

// A conflict of interest ends what is assigned and forbids what is not; both stand in the log.
func TestConflictOfInterest(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		s := submit(t, d, "r1", content(1)).Submission
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, s.ID, "li") })
		for range 2 {
			update(t, d, func(ctx context.Context, tx *store.Tx) error {
				return tx.DeclareInterest(ctx, "li", s.Applicant, "former employee")
			})
		}
		assigned := func() (yes bool) {
			view(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
				yes, err = tx.Assigned(ctx, s.ID, "li")
				return err
			})
			return yes
		}
		if assigned() {
			t.Error("still assigned")
		}
		if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, s.ID, "li") }); !errors.Is(err, store.ErrInterest) {
			t.Errorf("%v", err)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.Interests(ctx, "li", store.Page{})
			if len(list.Items) != 1 || list.Items[0].Reason != "former employee" {
				t.Errorf("%+v", list)
			}
			events, eventsErr := tx.Events(ctx, s.ID, store.Page{})
			var actions []string
			for _, e := range events.Items {
				actions = append(actions, e.Action)
			}
			if diff := cmp.Diff([]string{"submission.version", "review.assign", "review.unassign"}, actions); diff != "" {
				t.Error(diff)
			}
			past, pastErr := tx.Assignments(ctx, s.ID, store.Page{})
			if len(past.Items) != 1 || past.Items[0].Ended == nil {
				t.Errorf("%+v", past)
			}
			return errors.Join(err, eventsErr, pastErr)
		})
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.EndInterest(ctx, "li", s.Applicant) })
		if assigned() {
			t.Error("assigned again by itself")
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.Assign(ctx, s.ID, "li") })
		if !assigned() {
			t.Error("not assigned")
		}
	})
}

func TestWaivers(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		good := assess.Waiver{Requirement: "DATA-03", Scope: assess.Scope{Project: "p1", Codes: []string{"strata_missing"}}, Reason: "pilot", Owner: "li", Approver: "wang", Expires: "2026-12-31"}
		var kept store.Waiver
		update(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
			kept, err = tx.AddWaiver(ctx, "aiplus", good)
			return err
		})
		for name, change := range map[string]func(*assess.Waiver){
			"no reason":             func(w *assess.Waiver) { w.Reason = "" },
			"approved by its owner": func(w *assess.Waiver) { w.Approver = w.Owner },
			"no last day":           func(w *assess.Waiver) { w.Expires = "soon" },
			"for nothing":           func(w *assess.Waiver) { w.Scope.Project = "" },
		} {
			w := good
			change(&w)
			if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { _, err := tx.AddWaiver(ctx, "aiplus", w); return err }); !errors.Is(err, store.ErrInvalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		holding := func(f store.WaiverFilter) (list store.List[store.Waiver]) {
			f.Holding = true
			view(t, d, func(ctx context.Context, tx *store.Tx) (err error) {
				list, err = tx.Waivers(ctx, f, store.Page{})
				return err
			})
			return list
		}
		if diff := cmp.Diff([]store.Waiver{kept}, holding(store.WaiverFilter{Pack: "aiplus", Project: "p1"}).Items); diff != "" {
			t.Error(diff)
		}
		if n := len(holding(store.WaiverFilter{Project: "p2"}).Items); n != 0 {
			t.Errorf("%d for another project", n)
		}
		update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.RevokeWaiver(ctx, kept.ID) })
		if n := len(holding(store.WaiverFilter{}).Items); n != 0 {
			t.Errorf("%d hold after it was revoked", n)
		}
		if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.RevokeWaiver(ctx, kept.ID) }); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("revoked twice: %v", err)
		}
	})
}

func TestAPIKeys(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, d *storetest.Database) {
		key := store.APIKey{ID: "a2b3c4d5e6", Name: "门户", Scopes: []string{"read", "assess"}, Expires: d.Clock.Now().Add(time.Hour), SHA256: store.Digest([]byte("secret"))}
		for range 2 { // the second changes nothing
			update(t, d, func(ctx context.Context, tx *store.Tx) (err error) { _, err = tx.AddAPIKey(ctx, key); return err })
		}
		other := key
		other.SHA256 = store.Digest([]byte("another"))
		if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { _, err := tx.AddAPIKey(ctx, other); return err }); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%v", err)
		}
		for range 2 {
			update(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.RevokeAPIKey(ctx, key.ID) })
		}
		if err := try(t, d, func(ctx context.Context, tx *store.Tx) error { return tx.RevokeAPIKey(ctx, "x") }); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%v", err)
		}
		view(t, d, func(ctx context.Context, tx *store.Tx) error {
			list, err := tx.APIKeys(ctx, store.Page{})
			if len(list.Items) != 1 || list.Items[0].Revoked == nil || list.Items[0].Name != "门户" || len(list.Items[0].Scopes) != 2 {
				t.Errorf("%+v", list)
			}
			return err
		})
	})
}
