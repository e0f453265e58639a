package store

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"math"
)

// The sizes of pages.
const (
	DefaultLimit = 50
	MaxLimit     = 1000
)

// Page asks for a part of a list.
type Page struct {
	After string // List.Next of the page before; "" for the first page
	Limit int    // at most so many; 0 is DefaultLimit, more than MaxLimit is MaxLimit
}

func (p Page) limit() int {
	switch {
	case p.Limit <= 0:
		return DefaultLimit
	case p.Limit > MaxLimit:
		return MaxLimit
	}
	return p.Limit
}

// List is a page. Items that are added while somebody pages appear in their place or not at all; none appears twice. Only in lists
// by score may one whose score changes meanwhile appear twice or not at all: pages that are to fit together are read in one
// [Store.View].
type List[T any] struct {
	Items []T
	Next  string // Page.After of the next page; "" when this is the last
}

// order is how a list is sorted.
type order struct {
	name  string // of list and order, in the cursors: they are places in no other
	by    string
	first place // lies before all
}

// place is where a page ends: what its list is ordered by. Neither is negative or both empty.
type place struct {
	N int64  `json:"n"`
	S string `json:"s,omitempty"`
}

// latest lies before all of a list that begins with what came last.
var latest = place{N: math.MaxInt64}

// cursor writes a place for whoever asks for the next page.
func (o order) cursor(at place) string {
	return base64.RawURLEncoding.EncodeToString([]byte(asJSON(struct {
		Order string `json:"o"`
		place
	}{o.name, at})))
}

// from gives the place after which a page begins. What no page of this list gave is refused, since it would most often be read as a
// place at the end, and the empty page there for the end of the list.
func (p Page) from(o order) (place, error) {
	if p.After == "" {
		return o.first, nil
	}
	src, err := base64.RawURLEncoding.DecodeString(p.After)
	var at place
	if err != nil || json.Unmarshal(src, &at) != nil || check(text{"cursor", at.S, 0, maxName}) != nil ||
		at.N < 0 || at == (place{}) || o.cursor(at) != p.After {
		return place{}, ErrCursor
	}
	return at, nil
}

// list makes a page out of one item more than it holds.
func list[T any](items []T, limit int, o order, at func(*T) place) List[T] {
	l := List[T]{Items: items}
	if len(items) > limit {
		l.Items = items[:limit]
		l.Next = o.cursor(at(&items[limit-1]))
	}
	return l
}

// query is a statement that grows. All of its words are of this package; what others hand in are values.
type query struct {
	words string
	args  []any
}

func statement(words string) *query { return &query{words: words} }

func (q *query) with(args ...any) *query {
	q.args = append(q.args, args...)
	return q
}

// and adds a condition.
func (q *query) and(condition string, args ...any) {
	q.words += " AND " + condition
	q.args = append(q.args, args...)
}

// page reads a page of what a statement gives.
func page[T any](ctx context.Context, c conn, p Page, q *query, o order, scan func(row) (T, error), at func(*T) place) (List[T], error) {
	var items []T
	err := each(ctx, c, func(r row) error {
		item, err := scan(r)
		items = append(items, item)
		return err
	}, q.words+" ORDER BY "+o.by+" LIMIT ?", append(q.args, int64(p.limit()+1))...)
	if err != nil {
		return List[T]{}, err
	}
	return list(items, p.limit(), o, at), nil
}

// only reads the only row of an answer. The error is [ErrNotFound] when there is none.
func only[T any](ctx context.Context, c conn, scan func(row) (T, error), statement string, args ...any) (T, error) {
	var item T
	found := false
	err := each(ctx, c, func(r row) (err error) {
		found = true
		item, err = scan(r)
		return err
	}, statement, args...)
	if err == nil && !found {
		err = ErrNotFound
	}
	return item, err
}
