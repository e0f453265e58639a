package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// With the same clock and the same randomness, thousands of random acts end alike on both databases: with the same errors, the
// same lists, and so the same last hash of the audit log.
func TestBothDatabasesDoTheSame(t *testing.T) {
	t.Parallel()
	const acts = 1500
	seed := rand.Uint64()
	logs := map[string][]string{}
	for _, kind := range []string{"sqlite", "postgres"} {
		address, clock := storetest.Address(t, kind), storetest.NewClock()
		o := store.Options{Now: clock.Now, Random: rand.NewChaCha8([32]byte{byte(seed)})}
		if _, err := store.Migrate(t.Context(), address, o); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), address, o)
		if err != nil {
			t.Fatal(err)
		}
		a := actor{dice: rand.New(rand.NewPCG(seed, 1)), s: s}
		for range acts {
			logs[kind] = append(logs[kind], a.act(t.Context()))
			clock.Turn(day / 10)
		}
		removed, err := s.Retain(t.Context(), "retention", clock.Now().Add(-30*day), nil)
		logs[kind] = append(logs[kind], fmt.Sprint("retention: ", removed, err))
		head, err := s.VerifyAudit(t.Context(), nil)
		logs[kind] = append(logs[kind], fmt.Sprint("log: ", head, err, s.VerifyRecords(t.Context(), nil)))
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	refused := 0
	for i, got := range logs["postgres"] {
		if want := logs["sqlite"][i]; got != want {
			t.Fatalf("seed %d, act %d:\nsqlite   %s\npostgres %s", seed, i, want, got)
		}
		if got[:2] == "no" {
			refused++
		}
	}
	if refused < acts/50 || refused > acts*9/10 {
		t.Errorf("%d of %d acts were refused: they show little", refused, acts)
	}
	t.Logf("%d acts, %d of them refused; %s", acts, refused, logs["sqlite"][acts+1])
}

// actor does random things to a store.
type actor struct {
	dice        *rand.Rand
	s           *store.Store
	submissions []string
	batches     []string
	overrides   []string
	waivers     []string
}

// pick gives one of the known, or now and then one that is not.
func (a *actor) pick(known []string) string {
	if len(known) == 0 || a.dice.IntN(20) == 0 {
		return "unknown"
	}
	return known[a.dice.IntN(len(known))]
}

// act does one thing and says what came of it.
func (a *actor) act(ctx context.Context) string {
	n := a.dice.IntN(6)
	reviewer, text := fmt.Sprint("reviewer", a.dice.IntN(3)), content(a.dice.IntN(5))
	sub, batch := a.pick(a.submissions), a.pick(a.batches)
	override, waiver := a.pick(a.overrides), a.pick(a.waivers)
	kind := a.dice.IntN(20)
	var got any
	err := a.s.Update(ctx, "someone", func(tx *store.Tx) (err error) {
		switch kind {
		case 0, 1, 2:
			var r store.Submitted
			u := upload(fmt.Sprint("r", n), text)
			u.Applicant = fmt.Sprint("applicant", n/2, a.dice.IntN(8)/7)
			if kind > 0 {
				as := assessed(text, score(n))
				u.Assessed = &as
			}
			if r, err = tx.Submit(ctx, u); err == nil && r.Version.Number == 1 {
				a.submissions = append(a.submissions, r.Submission.ID)
			}
			got = r.Version
		case 3:
			err = tx.Record(ctx, assessed(text, score(n)))
		case 4:
			err = tx.Assign(ctx, sub, reviewer)
		case 5:
			if n == 0 {
				err = tx.DeclareInterest(ctx, reviewer, "applicant00", "x")
			} else {
				err = tx.EndInterest(ctx, reviewer, "applicant00")
			}
		case 6:
			got, err = tx.AddNote(ctx, store.Note{Submission: sub, Version: 1 + n/3, Reviewer: reviewer, Words: "注"})
		case 7, 8:
			var o store.Override
			o, err = tx.Override(ctx, store.Override{Submission: sub, Assessment: assessed(text, 0).Key, Requirement: "DATA-03", Machine: assess.StatusFail, Status: assess.StatusPass, Reason: "x", Reviewer: reviewer})
			if err == nil {
				a.overrides = append(a.overrides, o.ID)
			}
			got = o.ID
		case 9:
			err = tx.WithdrawOverride(ctx, override, reviewer)
		case 10:
			if n == 0 {
				err = tx.CloseSubmission(ctx, sub)
			} else {
				err = tx.Unassign(ctx, sub, reviewer)
			}
		case 11:
			var b store.Batch
			if b, err = tx.CreateBatch(ctx, store.NewBatch{Pack: aiplus, AsOf: "2026-11-01"}); err == nil {
				a.batches = append(a.batches, b.ID)
			}
			got = b.ID
		case 12:
			err = tx.AddItems(ctx, batch, 1+n/2*3, items(1+n/2*3, 3+n/2*3)...)
		case 13:
			err = tx.MoveBatch(ctx, batch, []store.BatchState{store.BatchRunning, store.BatchRunning, store.BatchPaused, store.BatchCancelled}[n%4])
		case 14:
			got, err = tx.StartItems(ctx, batch, n, n+3)
		case 15:
			if got, err = tx.FinishItems(ctx, batch, store.ItemResult{Number: n, Assessed: assessed(content(n), score(n))}, store.ItemResult{Number: n + 1, Problem: "x"}); err == nil && n == 5 {
				got, err = tx.RetryItems(ctx, batch)
			}
		case 16:
			var w store.Waiver
			w, err = tx.AddWaiver(ctx, "aiplus", assess.Waiver{Requirement: "DATA-03", Scope: assess.Scope{Project: fmt.Sprint("p", n)}, Reason: "x", Owner: "a", Approver: string(rune('a' + n)), Expires: "2027-01-01"})
			if err == nil {
				a.waivers = append(a.waivers, w.ID)
			}
			got = w
		case 17:
			err = tx.RevokeWaiver(ctx, waiver)
		case 18:
			_, got, err = tx.Claim(ctx, store.Request{Caller: "c", Key: fmt.Sprint(n), Digest: store.Digest([]byte{byte(a.dice.IntN(3))})})
		case 19:
			got, err = a.lists(ctx, tx, sub, batch, reviewer)
		}
		return err
	})
	if err != nil {
		return fmt.Sprint("no: ", kind, " ", err)
	}
	return fmt.Sprintf("yes: %d %+v", kind, got)
}

// lists reads all kinds of lists.
func (a *actor) lists(ctx context.Context, tx *store.Tx, sub, batch, reviewer string) (string, error) {
	p := store.Page{Limit: 4}
	subs, err := tx.Submissions(ctx, store.SubmissionFilter{Reviewer: reviewer}, p)
	if err != nil {
		return "", err
	}
	all, err := tx.Submissions(ctx, store.SubmissionFilter{}, p)
	if err != nil {
		return "", err
	}
	standings, err := tx.Standings(ctx, store.StandingFilter{SubmissionFilter: store.SubmissionFilter{Reviewer: reviewer}, Ranked: len(reviewer)%2 == 0}, p)
	if err != nil {
		return "", err
	}
	standing, err := tx.Standings(ctx, store.StandingFilter{Ranked: true}, p)
	if err != nil {
		return "", err
	}
	notes, err := tx.Notes(ctx, sub, "", p)
	if err != nil {
		return "", err
	}
	overrides, err := tx.Overrides(ctx, sub, "", p)
	if err != nil {
		return "", err
	}
	ranking, err := tx.Items(ctx, batch, store.ItemFilter{Ranked: true}, p)
	if err != nil {
		return "", err
	}
	progress, err := tx.Progress(ctx, batch)
	if err != nil {
		return "", err
	}
	waivers, err := tx.Waivers(ctx, store.WaiverFilter{Project: "p1", Holding: true}, p)
	var shown string
	for _, s := range append(subs.Items, all.Items...) {
		shown += fmt.Sprint(s.ID, s.Versions, s.Changed, s.Closed != nil, " ")
	}
	for _, s := range append(standings.Items, standing.Items...) {
		shown += fmt.Sprint(s.ID, s.Version, s.Assessment != nil, " ")
	}
	for _, o := range overrides.Items {
		shown += fmt.Sprint(o.ID, o.Withdrawn != nil, " ")
	}
	return fmt.Sprint(shown, notes, ranking, progress, len(waivers.Items), all.Next, ranking.Next, standing.Next), err
}
