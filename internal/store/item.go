package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hegui/internal/assess"
)

// ItemState says what became of an item.
type ItemState string

// The states of items.
const (
	ItemPending   ItemState = "pending"
	ItemDone      ItemState = "done"
	ItemFailed    ItemState = "failed" // could not be assessed; Item.Problem says why
	ItemCancelled ItemState = "cancelled"
)

// NewItem is a proposal to put into a batch: its bytes, or the digest of one that is in the store.
type NewItem struct {
	Name       string // as the upload names it
	Proposal   Content
	Digest     string // instead of Proposal
	Submission string // whose version it is; "" for none
	Submitted  bool   // whether it was one, although the submission may be gone
}

// Item is one proposal of a batch.
type Item struct {
	Batch      string
	Number     int // from 1, in the order in which they were added
	Name       string
	Digest     string // of the proposal
	Submission string // "" for none
	Submitted  bool   // whether it was made of a submission, which may be gone since
	State      ItemState
	Attempts   int            // how often it was begun
	Assessment string         // key; "" without one
	Verdict    assess.Verdict // "" without an assessment
	Score      assess.Score   // -1 without an assessment
	Problem    string
	Failed     []string // the requirements that it fails
}

// itemChunk is how many items one statement adds or changes: 7 values each.
const itemChunk = 100

// AddItems puts proposals into an open batch, the first of them as number first. The numbers follow each other, so first is
// one more than the batch has; items that are there already with the same content are left as they are, so that a part of an
// upload may be repeated. An item of a submission that was withdrawn is cancelled from the beginning. The error is [ErrNotFound],
// [ErrInvalid], or [ErrState].
func (tx *Tx) AddItems(ctx context.Context, batch string, first int, items ...NewItem) error {
	digests, err := tx.putProposals(ctx, items)
	if err != nil {
		return err
	}
	if err := tx.shareSubmissions(ctx, items); err != nil {
		return err
	}
	b, err := tx.lockBatch(ctx, batch)
	if err != nil {
		return err
	}
	if first <= b.Items {
		return tx.sameItems(ctx, batch, first, digests)
	}
	if b.State != BatchOpen || first != b.Items+1 {
		return fmt.Errorf("%w: it is %s and has %d items", ErrState, b.State, b.Items)
	}
	if len(items) == 0 {
		return nil
	}
	number := first
	for chunk := range slices.Chunk(items, itemChunk) {
		var args []any
		for i := range chunk {
			var submission *string
			if chunk[i].Submission != "" {
				submission = &chunk[i].Submission
			}
			submitted := int64(0)
			if submission != nil || chunk[i].Submitted {
				submitted = 1
			}
			args = append(args, batch, int64(number), chunk[i].Name, digests[number-first], submission, submitted)
			number++
		}
		if _, err := tx.exec(ctx, "INSERT INTO item (batch, number, name, digest, submission, submitted, state, attempts, verdict, score, problem) SELECT "+
			"v.column1, CAST(v.column2 AS BIGINT), v.column3, v.column4, v.column5, CAST(v.column6 AS BIGINT), CASE WHEN v.column5 IN (SELECT id FROM submission WHERE withdrawn IS NOT NULL) THEN 'cancelled' ELSE 'pending' END, 0, '', -1, '' FROM (VALUES "+typed(len(chunk), "TEXT", "BIGINT", "TEXT", "TEXT", "TEXT", "BIGINT")+") AS v", args...); err != nil {
			return err
		}
	}
	tx.audit("batch.items", batch, detail{"first": first, "count": len(items)})
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	return touched(tx.exec(ctx, "UPDATE batch SET items = ?, changed = ? WHERE id = ?", int64(b.Items+len(items)), micros(now), batch))
}

// shareSubmissions keeps the submissions of items from being withdrawn until the transaction ends: whoever withdraws one then finds
// its items, or is done before they are added. That comes before the lock of the batch, as it does for who withdraws, and in the order
// of the keys. SQLite has one writer, and needs no lock.
func (tx *Tx) shareSubmissions(ctx context.Context, items []NewItem) error {
	if tx.PGX() == nil {
		return nil
	}
	ids := map[string]bool{}
	for i := range items {
		if items[i].Submission != "" {
			ids[items[i].Submission] = true
		}
	}
	for chunk := range slices.Chunk(sortedKeys(ids), itemChunk) {
		if _, err := tx.exec(ctx, "SELECT id FROM submission WHERE id IN "+values(1, len(chunk))+" ORDER BY id FOR SHARE", anys(chunk)...); err != nil {
			return err
		}
	}
	return nil
}

// sameItems holds that items which are there already have this content.
func (tx *Tx) sameItems(ctx context.Context, batch string, first int, digests []string) error {
	n := 0
	err := each(ctx, tx, func(r row) error {
		var digest string
		if err := r.Scan(&digest); err != nil {
			return err
		}
		if digest == digests[n] {
			n++
			return nil
		}
		return fmt.Errorf("%w: item %d has another content", ErrState, first+n)
	}, "SELECT digest FROM item WHERE batch = ? AND number >= ? AND number < ? ORDER BY number", batch, int64(first), int64(first+len(digests)))
	if err == nil && n < len(digests) {
		return fmt.Errorf("%w: only some of the items are there", ErrState)
	}
	return err
}

// putProposals keeps the proposals of items and gives their digests.
func (tx *Tx) putProposals(ctx context.Context, items []NewItem) ([]string, error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return nil, err
	}
	digests := make([]string, len(items))
	known, bodies := map[string]bool{}, map[string]Content{}
	for i, item := range items {
		if err := check(text{"name", item.Name, 0, 4096}, text{"submission", item.Submission, 0, maxID}); err != nil {
			return nil, err
		}
		switch {
		case item.Digest != "" && item.Proposal.digest == "":
			digests[i], known[item.Digest] = item.Digest, true
		case item.Digest != "", item.Proposal.packed == nil:
			return nil, fmt.Errorf("item %d: %w: neither a proposal nor the digest of one", i+1, ErrInvalid)
		default:
			digests[i] = item.Proposal.digest
			bodies[digests[i]] = item.Proposal
		}
	}
	for chunk := range slices.Chunk(sortedKeys(bodies), itemChunk) {
		var args []any
		for _, d := range chunk {
			args = append(args, d, int64(bodies[d].size), bodies[d].packed, micros(now))
		}
		if _, err := tx.exec(ctx, "INSERT INTO proposal (digest, size, body, seen) VALUES "+values(len(chunk), 4)+
			" ON CONFLICT (digest) DO UPDATE SET seen = excluded.seen", args...); err != nil {
			return nil, err
		}
	}
	for chunk := range slices.Chunk(sortedKeys(known), itemChunk) {
		wanted := map[string]bool{}
		for _, d := range chunk {
			wanted[d] = true
		}
		if err := tx.wantProposals(ctx, wanted); err != nil {
			return nil, err
		}
	}
	return digests, nil
}

const itemColumns = "batch, number, name, digest, submission, state, attempts, assessment, verdict, score, problem, failed, submitted"

func scanItem(r row) (i Item, err error) {
	var submission, assessment *string
	var state, verdict, failed string
	var score, submitted int64
	err = r.Scan(&i.Batch, &i.Number, &i.Name, &i.Digest, &submission, &state, &i.Attempts, &assessment, &verdict, &score, &i.Problem, &failed, &submitted)
	i.Submitted = submitted == 1
	i.State, i.Verdict, i.Score = ItemState(state), assess.Verdict(verdict), assess.Score(score)
	if failed != "" {
		i.Failed = strings.Split(strings.Trim(failed, "|"), "|")
	}
	if submission != nil {
		i.Submission = *submission
	}
	if assessment != nil {
		i.Assessment = *assessment
	}
	return i, err
}

// ItemFilter says which items are listed; "" is any.
type ItemFilter struct {
	State       ItemState
	Verdict     assess.Verdict
	Requirement string // that they fail
	Reviewer    string // leaves out what this reviewer must not see: see Tx.SeesItem
	Ranked      bool   // by score, the best first, then by number; else by number
}

var (
	itemOrder   = order{name: "items", by: "number"}
	itemRanking = order{name: "items.score", by: "score DESC, number", first: place{N: ranked(assess.Score(10000), 0)}}
)

// Items lists the items of a batch.
func (tx *Tx) Items(ctx context.Context, batch string, f ItemFilter, p Page) (List[Item], error) {
	q := statement("SELECT " + itemColumns + " FROM item WHERE batch = ?").with(batch)
	if f.State != "" {
		q.and("state = ?", string(f.State))
	}
	if f.Verdict != "" {
		q.and("verdict = ?", string(f.Verdict))
	}
	if f.Reviewer != "" {
		q.and(seenItem, f.Reviewer, f.Reviewer)
	}
	if f.Requirement != "" {
		q.and(`failed LIKE ? ESCAPE '!'`, "%|"+strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(f.Requirement)+"|%")
	}
	if !f.Ranked {
		at, err := p.from(itemOrder)
		if err != nil {
			return List[Item]{}, err
		}
		q.and("number > ?", at.N)
		return page(ctx, tx, p, q, itemOrder, scanItem, func(i *Item) place { return place{N: int64(i.Number)} })
	}
	at, err := p.from(itemRanking)
	if err != nil {
		return List[Item]{}, err
	}
	score, number := at.N>>32-1, at.N&(1<<32-1)
	q.and("score <= ? AND (score < ? OR number > ?)", score, score, number)
	return page(ctx, tx, p, q, itemRanking, scanItem, func(i *Item) place { return place{N: ranked(i.Score, i.Number)} })
}

// seenItem says which items a reviewer may see. Of submissions those that are assigned to it now; of those that are none, also those
// with the bytes of a submission only when one with these bytes is assigned to it, since else what is read there is what must not
// be; and never what was made of a submission that is gone.
const seenItem = `CASE WHEN item.submission IS NOT NULL
		THEN EXISTS (SELECT 1 FROM assignment a WHERE a.submission = item.submission AND a.reviewer = ? AND a.ended IS NULL)
	ELSE item.submitted = 0 AND (NOT EXISTS (SELECT 1 FROM version v WHERE v.digest = item.digest)
		OR EXISTS (SELECT 1 FROM version v JOIN assignment a ON a.submission = v.submission WHERE v.digest = item.digest AND a.reviewer = ? AND a.ended IS NULL)) END`

// SeesItem says whether a reviewer may see an item: what is of a submission only while that is assigned to the reviewer. One that is
// not there is not seen.
func (tx *Tx) SeesItem(ctx context.Context, batch string, number int, reviewer string) (bool, error) {
	var n int
	err := one(ctx, tx, []any{&n}, "SELECT number FROM item WHERE batch = ? AND number = ? AND "+seenItem, batch, int64(number), reviewer, reviewer)
	return err == nil, orNothing(err)
}

// Item gives an item of a batch. The error is [ErrNotFound].
func (tx *Tx) Item(ctx context.Context, batch string, number int) (Item, error) {
	return only(ctx, tx, scanItem, "SELECT "+itemColumns+" FROM item WHERE batch = ? AND number = ?", batch, int64(number))
}

// ranked is a place in a ranking as one number.
func ranked(score assess.Score, number int) int64 { return int64(score+1)<<32 | int64(number) }

// StartItems says that the pending items from first to last are begun, and gives them: none when the batch does not run. Kept
// before they are assessed, Attempts shows which item takes its worker down.
func (tx *Tx) StartItems(ctx context.Context, batch string, first, last int) ([]Item, error) {
	b, err := tx.Batch(ctx, batch)
	if err != nil || b.State != BatchRunning {
		return nil, err
	}
	var items []Item
	err = each(ctx, tx, func(r row) error {
		item, err := scanItem(r)
		items = append(items, item)
		return err
	}, "UPDATE item SET attempts = attempts + 1 WHERE batch = ? AND number >= ? AND number <= ? AND state = 'pending' RETURNING "+itemColumns, batch, int64(first), int64(last))
	slices.SortFunc(items, func(a, b Item) int { return a.Number - b.Number })
	return items, err
}

// ItemResult is what became of an item: an assessment, or a problem.
type ItemResult struct {
	Number   int
	Assessed Assessed // when Problem is ""
	Failed   []string // the requirements that the proposal fails, by id
	Problem  string   // why it cannot be assessed
}

// FinishItems keeps what became of items and their assessments. Items that are not pending any more, because another worker was
// faster or the batch was cancelled, stay as they are; that their results are the same is checked all the same. With the last
// pending item the batch is done. It gives the number of items that were changed. The error is that of [Tx.Record].
func (tx *Tx) FinishItems(ctx context.Context, batch string, results ...ItemResult) (changed int, err error) {
	var assessed []Assessed
	for _, r := range results {
		if r.Problem == "" {
			assessed = append(assessed, r.Assessed)
		} else if err := check(text{"problem", r.Problem, 1, maxWords}); err != nil {
			return 0, err
		}
		if err := check(text{"failed", failed(r.Failed), 0, maxWords}); err != nil {
			return 0, err
		}
	}
	if err := tx.Record(ctx, assessed...); err != nil {
		return 0, err
	}
	b, err := tx.lockBatch(ctx, batch)
	if err != nil {
		return 0, err
	}
	for chunk := range slices.Chunk(results, itemChunk) {
		var args []any
		for _, r := range chunk {
			if r.Problem != "" {
				args = append(args, int64(r.Number), string(ItemFailed), nil, "", int64(-1), r.Problem, "")
			} else {
				args = append(args, int64(r.Number), string(ItemDone), r.Assessed.Key, string(r.Assessed.Verdict), int64(r.Assessed.Score), "", failed(r.Failed))
			}
		}
		n, err := tx.exec(ctx, "UPDATE item SET state = v.column2, assessment = v.column3, verdict = v.column4, score = v.column5, problem = v.column6, failed = v.column7 FROM (VALUES "+
			typed(len(chunk), "BIGINT", "TEXT", "TEXT", "TEXT", "BIGINT", "TEXT", "TEXT")+") AS v WHERE item.batch = ? AND item.number = v.column1 AND item.state = 'pending'",
			append(args, batch)...)
		if err != nil {
			return 0, err
		}
		changed += int(n)
	}
	for _, r := range results {
		if r.Problem != "" {
			tx.audit("item.fail", fmt.Sprintf("%s/%d", batch, r.Number), detail{})
		}
	}
	return changed, tx.doneWhenEmpty(ctx, b)
}

// failed is how a list of requirements is kept.
func failed(requirements []string) string {
	if len(requirements) == 0 {
		return ""
	}
	return "|" + strings.Join(requirements, "|") + "|"
}

// RetryItems makes the failed items of a batch pending again, but for those of submissions that were withdrawn, and lets the batch
// run. It gives their number.
func (tx *Tx) RetryItems(ctx context.Context, batch string) (int, error) {
	b, err := tx.lockBatch(ctx, batch)
	if err != nil {
		return 0, err
	}
	if b.State != BatchDone && b.State != BatchRunning && b.State != BatchPaused {
		return 0, fmt.Errorf("%w: it is %s", ErrState, b.State)
	}
	n, err := tx.exec(ctx, "UPDATE item SET state = 'pending', attempts = 0, problem = '' WHERE batch = ? AND state = 'failed' AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.id = item.submission AND s.withdrawn IS NOT NULL)", batch)
	if err != nil || n == 0 {
		return 0, err
	}
	tx.audit("batch.retry", batch, detail{"items": n})
	return int(n), tx.setBatch(ctx, b, BatchRunning)
}

// typed are the places of many rows, with the types that PostgreSQL cannot guess where a statement only names a column.
func typed(rows int, types ...string) string {
	b := make([]byte, 0, rows*len(types)*20)
	for r := range rows {
		if r > 0 {
			b = append(b, ", "...)
		}
		for i, t := range types {
			if i == 0 {
				b = append(b, '(')
			} else {
				b = append(b, ", "...)
			}
			b = append(append(append(b, "CAST(? AS "...), t...), ')')
		}
		b = append(b, ')')
	}
	return string(b)
}
