package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"hegui/internal/assess"
)

// Waiver is an exception from a requirement of a pack.
type Waiver struct {
	ID   string // set by the store
	Pack string // id of the pack
	assess.Waiver
	Created time.Time  // set by the store
	Revoked *time.Time // nil while it is not
}

// AddWaiver keeps a waiver. The error is [ErrInvalid]: a part is missing, or who asks for it approves of it too.
func (tx *Tx) AddWaiver(ctx context.Context, pack string, w assess.Waiver) (Waiver, error) {
	codes := w.Scope.Codes
	if codes == nil {
		codes = []string{}
	}
	err := check(text{"pack", pack, 1, maxID}, text{"requirement", w.Requirement, 1, maxID}, text{"project", w.Scope.Project, 1, maxName},
		text{"codes", asJSON(codes), 2, maxWords}, text{"profile", w.Scope.Profile, 0, maxID}, text{"reason", w.Reason, 1, maxWords},
		text{"owner", w.Owner, 1, maxName}, text{"approver", w.Approver, 1, maxName})
	if err == nil && (!dates.MatchString(w.Expires) || w.Owner == w.Approver) {
		err = fmt.Errorf("waiver: %w: the last day is no date, or its owner approves of it", ErrInvalid)
	}
	kept := Waiver{Pack: pack, Waiver: w}
	if err == nil {
		kept.ID, err = tx.store.newID()
	}
	if err == nil {
		kept.Created, err = tx.Now(ctx)
	}
	if err != nil {
		return Waiver{}, err
	}
	_, err = tx.exec(ctx, `INSERT INTO waiver (id, pack_id, requirement, project, codes, profile, reason, owner, approver, expires, created, revoked)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`, kept.ID, pack, w.Requirement, w.Scope.Project, asJSON(codes), w.Scope.Profile, w.Reason,
		w.Owner, w.Approver, w.Expires, micros(kept.Created))
	tx.audit("waiver.add", kept.ID, detail{"pack": pack, "requirement": w.Requirement, "project": w.Scope.Project, "expires": w.Expires, "owner": w.Owner, "approver": w.Approver})
	return kept, err
}

// RevokeWaiver ends a waiver; it stays in the list. The error is [ErrNotFound] when there is none that holds.
func (tx *Tx) RevokeWaiver(ctx context.Context, id string) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	tx.audit("waiver.revoke", id, nil)
	return touched(tx.exec(ctx, "UPDATE waiver SET revoked = ? WHERE id = ? AND revoked IS NULL", micros(now), id))
}

// WaiverFilter says which waivers are listed; "" is any.
type WaiverFilter struct {
	Pack    string
	Project string // also lists those for every project
	Holding bool   // leaves out those that were revoked; which are out of their time depends on an assessment's date
}

var waiverOrder = order{name: "waivers", by: "created, id"}

// Waivers lists waivers, the first first.
func (tx *Tx) Waivers(ctx context.Context, f WaiverFilter, p Page) (List[Waiver], error) {
	at, err := p.from(waiverOrder)
	if err != nil {
		return List[Waiver]{}, err
	}
	q := statement(`SELECT id, pack_id, requirement, project, codes, profile, reason, owner, approver, expires, created, revoked FROM waiver
		WHERE created >= ? AND (created > ? OR id > ?)`).with(at.N, at.N, at.S)
	if f.Pack != "" {
		q.and("pack_id = ?", f.Pack)
	}
	if f.Project != "" {
		q.and("project IN (?, '*')", f.Project)
	}
	if f.Holding {
		q.and("revoked IS NULL")
	}
	return page(ctx, tx, p, q, waiverOrder, func(r row) (w Waiver, err error) {
		var codes string
		var created int64
		var revoked *int64
		if err := r.Scan(&w.ID, &w.Pack, &w.Requirement, &w.Scope.Project, &codes, &w.Scope.Profile, &w.Reason, &w.Owner, &w.Approver, &w.Expires, &created, &revoked); err != nil {
			return Waiver{}, err
		}
		w.Created, w.Revoked = fromMicros(created), fromOptional(revoked)
		if err := json.Unmarshal([]byte(codes), &w.Scope.Codes); err != nil {
			return Waiver{}, fmt.Errorf("%w: waiver %s", ErrDamaged, w.ID)
		}
		if len(w.Scope.Codes) == 0 {
			w.Scope.Codes = nil
		}
		return w, nil
	}, func(w *Waiver) place { return place{micros(w.Created), w.ID} })
}
