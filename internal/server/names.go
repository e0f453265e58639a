package server

import (
	"bytes"
	"context"
	"encoding/json"

	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/report"
	"hegui/internal/store"
)

// byChair is who approved of a waiver, in the result of a submission: its applicant reads that, and learns no names.
const byChair = string(auth.Chair)

// waiversFor lists the waivers that hold under a pack and a profile as the results of submissions name them: by the id that they
// have in the list of waivers, where chair and admin find who asked for each and who approved of it. So result, receipt and file
// of waivers are the same bytes for everybody, and hegui verify repeats them.
func waiversFor(ctx context.Context, tx *store.Tx, pack, profile string) (all []assess.Waiver, err error) {
	for p := (store.Page{Limit: store.MaxLimit}); ; {
		list, err := tx.Waivers(ctx, store.WaiverFilter{Pack: pack, Holding: true}, p)
		for _, w := range list.Items {
			if w.Scope.Profile == "" || w.Scope.Profile == profile {
				w.Owner, w.Approver = w.ID, byChair
				all = append(all, w.Waiver)
			}
		}
		if p.After = list.Next; err != nil || p.After == "" {
			return all, err
		}
	}
}

// handsInOnly says whether a caller must not learn who reviews, waives and decides.
func handsInOnly(who auth.Principal) bool {
	return who.Role == auth.Applicant || who.Role == auth.Portal
}

// resultFor gives a result as a caller may read it. One that names people, as those do that were made for people who may know them,
// is given to others without the names.
func resultFor(ctx context.Context, tx *store.Tx, who auth.Principal, key string) ([]byte, error) {
	line, err := tx.Result(ctx, key)
	if err != nil || !handsInOnly(who) || !bytes.Contains(line, []byte(`"approver":`)) {
		return line, err
	}
	return withoutNames(line)
}

// withoutNames takes the names out of the waivers of a result. What it looks for cannot stand in a text, where each quote has a
// backslash before it.
func withoutNames(line []byte) ([]byte, error) {
	as, err := report.Decode(line)
	if err != nil {
		return nil, err
	}
	for _, use := range as.Waivers {
		if use.Approver != byChair {
			line = bytes.ReplaceAll(line, names(use.Owner, use.Approver), names("-", byChair))
		}
	}
	return line, nil
}

// names are the fields of a waiver that name people, as a result has them.
func names(owner, approver string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // results are written so
	_ = enc.Encode(struct {
		Owner    string `json:"owner"`
		Approver string `json:"approver"`
	}{owner, approver}) // of texts, always
	return bytes.Trim(b.Bytes(), "{}\n")
}
