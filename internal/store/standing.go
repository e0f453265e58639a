package store

import (
	"context"

	"hegui/internal/assess"
)

// Standing is a submission with what its current version was assessed as when it came.
type Standing struct {
	Submission
	Version    SubmissionVersion // the current one
	Assessment *Assessment       // nil when it was not assessed
	rank       int64             // its score in the index; -1 without one
}

// StandingFilter says which submissions [Tx.Standings] lists, and in which order; "" is any.
type StandingFilter struct {
	SubmissionFilter
	Pack    string // id of the pack that the current version was assessed under
	Profile string
	Verdict assess.Verdict
	Ranked  bool // by score, the highest first, those without one last; else the latest first
}

var (
	standingOrder   = order{name: "standings", by: "s.created DESC, s.id DESC", first: latest}
	standingRanking = order{name: "standings.score", by: "s.score DESC, s.id", first: latest} // places have one more than the score, which may be -1
)

// Standings lists submissions with what became of them.
func (tx *Tx) Standings(ctx context.Context, f StandingFilter, p Page) (List[Standing], error) {
	o, where := standingOrder, " WHERE s.created <= ? AND (s.created < ? OR s.id < ?)"
	if f.Ranked {
		o, where = standingRanking, " WHERE s.score <= ? AND (s.score < ? OR s.id > ?)"
	}
	at, err := p.from(o)
	if err != nil {
		return List[Standing]{}, err
	}
	if f.Ranked {
		at.N--
	}
	q := statement("SELECT "+standingColumns+standingTables+where).with(at.N, at.N, at.S)
	f.SubmissionFilter.on(q)
	for _, c := range []struct{ column, value string }{{"a.pack_id", f.Pack}, {"a.profile", f.Profile}, {"a.verdict", string(f.Verdict)}} {
		if c.value != "" {
			q.and(c.column+" = ?", c.value)
		}
	}
	return page(ctx, tx, p, q, o, scanStanding, func(s *Standing) place {
		if !f.Ranked {
			return place{micros(s.Created), s.ID}
		}
		return place{s.rank + 1, s.ID}
	})
}

// Standing gives one submission with what became of it. The error is [ErrNotFound].
func (tx *Tx) Standing(ctx context.Context, id string) (Standing, error) {
	return only(ctx, tx, scanStanding, "SELECT "+standingColumns+standingTables+" WHERE s.id = ?", id)
}

const (
	standingColumns = `s.id, s.portal, s.reference, s.applicant, s.versions, s.created, s.changed, s.closed, s.withdrawn, s.hold, v.digest, v.actor, v.created, v.assessment,
		a.pack_id, a.pack_version, a.pack_digest, a.profile, a.as_of, a.engine, a.verdict, coalesce(a.score, -1), a.result_digest, coalesce(a.created, 0), a.title, s.score`
	standingTables = ` FROM submission s JOIN version v ON v.submission = s.id AND v.number = s.versions LEFT JOIN assessment a ON a.key = v.assessment`
)

func scanStanding(r row) (s Standing, err error) {
	var created, changed, came, score, assessed int64
	var closed, withdrawn *int64
	var key, pack, version, digest, profile, asOf, engine, verdict, result, title *string
	err = r.Scan(&s.ID, &s.Portal, &s.Reference, &s.Applicant, &s.Versions, &created, &changed, &closed, &withdrawn, &s.Hold,
		&s.Version.Digest, &s.Version.Actor, &came, &key, &pack, &version, &digest, &profile, &asOf, &engine, &verdict, &score, &result, &assessed, &title, &s.rank)
	s.Created, s.Changed, s.Closed, s.Withdrawn = fromMicros(created), fromMicros(changed), fromOptional(closed), fromOptional(withdrawn)
	s.Version.Submission, s.Version.Number, s.Version.Created = s.ID, s.Versions, fromMicros(came)
	if err != nil || key == nil {
		return s, err
	}
	s.Version.Assessment = *key
	s.Assessment = &Assessment{
		Key: *key, Proposal: s.Version.Digest, Pack: assess.PackRef{ID: *pack, Version: *version, Digest: *digest}, Profile: *profile, AsOf: *asOf,
		Engine: *engine, Verdict: assess.Verdict(*verdict), Score: assess.Score(score), Result: *result, Title: *title, Created: fromMicros(assessed),
	}
	return s, nil
}
