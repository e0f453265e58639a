package store

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"hegui/internal/assess"
)

// Assessment is what is kept of an assessment beside its result.
type Assessment struct {
	Key      string // assess.Assessor.Key: the proposal and all that decides the result
	Proposal string // digest
	Pack     assess.PackRef
	Profile  string
	AsOf     string // YYYY-MM-DD
	Engine   string
	Verdict  assess.Verdict
	Score    assess.Score
	Result   string    // digest of the result
	Title    string    // of the proposal, its first 400 bytes at most; "" when it has none, or came before titles were kept
	Created  time.Time // set by the store
}

// Assessed is an assessment to keep, with its result: JSON that names the proposal by its digest, since the same bytes may be
// handed in under many names and are assessed once.
type Assessed struct {
	Assessment         // Result and Created are not looked at
	JSON       Content // the result
}

var dates = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

func (a *Assessed) check() error {
	if err := a.JSON.check("result"); err != nil {
		return err
	}
	if !dates.MatchString(a.AsOf) || a.Score < 0 || a.Score > 10000 {
		return fmt.Errorf("as-of date or score: %w", ErrInvalid)
	}
	for _, err := range []error{
		isDigest("key", a.Key), isDigest("proposal", a.Proposal), checkPack(a.Pack, a.Profile), check(text{"engine", a.Engine, 1, maxID}),
		isOf("verdict", a.Verdict, assess.VerdictPass, assess.VerdictFail, assess.VerdictReview, assess.VerdictError),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func checkPack(p assess.PackRef, profile string) error {
	return check(text{"pack", p.ID, 1, maxID}, text{"version of the pack", p.Version, 0, maxID}, text{"digest of the pack", p.Digest, 1, maxID}, text{"profile", profile, 0, maxID})
}

// assessedChunk is how many assessments one statement adds: 14 values each.
const assessedChunk = 50

// Record keeps assessments, each once by its key. One that is there already must have the same result: the error is
// [ErrDiverged] when it has not, which a person must look into, because equal keys promise equal results. It is
// [ErrNotFound] when a proposal is not in the store.
func (tx *Tx) Record(ctx context.Context, assessed ...Assessed) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	sorted := slices.Clone(assessed) // in one order, so that two transactions do not wait for each other
	slices.SortStableFunc(sorted, func(a, b Assessed) int { return strings.Compare(a.Key, b.Key) })
	for chunk := range slices.Chunk(sorted, assessedChunk) {
		if err := tx.record(ctx, chunk, micros(now)); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) record(ctx context.Context, chunk []Assessed, now int64) error {
	var keys, rows []any
	proposals, results := map[string]bool{}, map[string]string{}
	for i := range chunk {
		a := &chunk[i]
		if err := a.check(); err != nil {
			return err
		}
		a.Result, a.Title = a.JSON.digest, shorten(a.Title)
		if before, ok := results[a.Key]; ok && before != a.Result {
			return fmt.Errorf("%w: %.12s…", ErrDiverged, a.Key)
		}
		results[a.Key], proposals[a.Proposal] = a.Result, true
		keys = append(keys, a.Key)
		rows = append(rows, a.Key, a.Proposal, a.Pack.ID, a.Pack.Version, a.Pack.Digest, a.Profile, a.AsOf, a.Engine,
			string(a.Verdict), int64(a.Score), a.Result, a.JSON.packed, now, a.Title)
	}
	if err := tx.wantProposals(ctx, proposals); err != nil {
		return err
	}
	added := map[string]bool{}
	err := each(ctx, tx, func(r row) error {
		var key string
		err := r.Scan(&key)
		added[key] = true
		return err
	}, `INSERT INTO assessment (key, digest, pack_id, pack_version, pack_digest, profile, as_of, engine, verdict, score, result_digest, result, created, title)
		VALUES `+values(len(chunk), 14)+" ON CONFLICT (key) DO NOTHING RETURNING key", rows...)
	if err != nil {
		return err
	}
	if len(added) < len(results) {
		err := each(ctx, tx, func(r row) error {
			var key, result string
			if err := r.Scan(&key, &result); err != nil {
				return err
			}
			if result != results[key] {
				return fmt.Errorf("%w: %.12s…", ErrDiverged, key)
			}
			return nil
		}, "SELECT key, result_digest FROM assessment WHERE key IN "+values(1, len(keys)), keys...)
		if err != nil {
			return err
		}
	}
	for _, a := range chunk {
		if added[a.Key] {
			delete(added, a.Key)
			tx.audit(actionAssessment, a.Key, a.Assessment.detail())
		}
	}
	return nil
}

// maxTitle is how many bytes of a title are kept beside a result.
const maxTitle = 400

// shorten cuts a title to what a list shows of it, and takes out what cannot be stored.
func shorten(title string) string {
	title = strings.ReplaceAll(strings.ToValidUTF8(title, ""), "\x00", "")
	if len(title) <= maxTitle {
		return title
	}
	title = title[:maxTitle]
	for !utf8.ValidString(title) {
		title = title[:len(title)-1]
	}
	return title
}

// wantProposals holds that proposals are in the store, and keeps them there.
func (tx *Tx) wantProposals(ctx context.Context, digests map[string]bool) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	args := []any{micros(now)}
	for _, d := range sortedKeys(digests) {
		args = append(args, d)
	}
	n, err := tx.exec(ctx, "UPDATE proposal SET seen = ? WHERE digest IN "+values(1, len(digests)), args...)
	if err == nil && n != int64(len(digests)) {
		return fmt.Errorf("proposal: %w", ErrNotFound)
	}
	return err
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

const assessmentColumns = "key, digest, pack_id, pack_version, pack_digest, profile, as_of, engine, verdict, score, result_digest, created, title"

func scanAssessment(r row) (a Assessment, err error) {
	var verdict string
	var score, created int64
	err = r.Scan(&a.Key, &a.Proposal, &a.Pack.ID, &a.Pack.Version, &a.Pack.Digest, &a.Profile, &a.AsOf, &a.Engine, &verdict, &score, &a.Result, &created, &a.Title)
	a.Verdict, a.Score, a.Created = assess.Verdict(verdict), assess.Score(score), fromMicros(created)
	return a, err
}

// Assessment gives an assessment by its key. The error is [ErrNotFound].
func (tx *Tx) Assessment(ctx context.Context, key string) (Assessment, error) {
	return only(ctx, tx, scanAssessment, "SELECT "+assessmentColumns+" FROM assessment WHERE key = ?", key)
}

// Result gives the result of an assessment, just as it was recorded. The error is [ErrNotFound] or [ErrDamaged].
func (tx *Tx) Result(ctx context.Context, key string) ([]byte, error) {
	var body []byte
	var digest string
	if err := one(ctx, tx, []any{&body, &digest}, "SELECT result, result_digest FROM assessment WHERE key = ?", key); err != nil {
		return nil, err
	}
	return unpack(body, digest)
}

// KeptResult is a result as it was recorded.
type KeptResult struct {
	JSON    []byte
	Created time.Time // when it was recorded
}

// Results gives the results of many assessments by their keys, just as they were recorded: for reports about a whole batch, which
// ask for some at a time. The error is [ErrNotFound] when one of them is not there, or [ErrDamaged].
func (tx *Tx) Results(ctx context.Context, keys ...string) (map[string]KeptResult, error) {
	all := make(map[string]KeptResult, len(keys))
	for chunk := range slices.Chunk(keys, assessedChunk) {
		err := each(ctx, tx, func(r row) error {
			var key, digest string
			var body []byte
			var created int64
			err := r.Scan(&key, &body, &digest, &created)
			if err == nil {
				body, err = unpack(body, digest)
			}
			all[key] = KeptResult{body, fromMicros(created)}
			return err
		}, "SELECT key, result, result_digest, created FROM assessment WHERE key IN "+values(1, len(chunk)), anys(chunk)...)
		if err != nil {
			return nil, err
		}
	}
	return all, complete(all, keys)
}

// complete says whether all that were asked for are there.
func complete[V any](all map[string]V, asked []string) error {
	for _, a := range asked {
		if _, ok := all[a]; !ok {
			return ErrNotFound
		}
	}
	return nil
}

func anys(texts []string) []any {
	all := make([]any, len(texts))
	for i, t := range texts {
		all[i] = t
	}
	return all
}

var assessmentOrder = order{name: "assessments", by: "created DESC, key DESC", first: latest}

// Assessments lists the assessments of a proposal, the latest first.
func (tx *Tx) Assessments(ctx context.Context, proposal string, p Page) (List[Assessment], error) {
	at, err := p.from(assessmentOrder)
	if err != nil {
		return List[Assessment]{}, err
	}
	q := statement("SELECT "+assessmentColumns+" FROM assessment WHERE digest = ? AND created <= ? AND (created < ? OR key < ?)").with(proposal, at.N, at.N, at.S)
	return page(ctx, tx, p, q, assessmentOrder, scanAssessment, func(a *Assessment) place { return place{micros(a.Created), a.Key} })
}
