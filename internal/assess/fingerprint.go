package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"hegui/internal/proposal"
)

// stamp gives each finding its fingerprint: what it is about, by requirement, code and path, where an item of a list is
// named by its id. So a finding keeps it when lines move, items are reordered or values change, and two findings of one
// assessment never share it.
func stamp(doc *proposal.Document, findings []Finding) {
	if len(findings) == 0 {
		return
	}
	var seen map[string]int
	if len(findings) > 1 {
		seen = make(map[string]int, len(findings))
	}
	key := make([]byte, 0, 256)
	for i := range findings {
		f := &findings[i]
		key = append(append(key[:0], f.Requirement...), 0)
		key = append(append(key, f.Code...), 0)
		key = appendSteadyPath(key, doc, f.Path)
		if seen != nil {
			n := seen[string(key)] + 1
			seen[string(key)] = n
			if n > 1 { // the same place is reported for several reasons
				key = strconv.AppendInt(append(key, 0), int64(n), 10)
			}
		}
		sum := sha256.Sum256(key)
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// appendSteadyPath writes a path with the id of an item, where it has one, instead of its index.
func appendSteadyPath(b []byte, doc *proposal.Document, p proposal.Path) []byte {
	at, there := doc.Root(), true
	for _, step := range p {
		b = append(b, 0)
		key, isKey := step.Key()
		n, _ := step.Index()
		switch {
		case !there:
		case isKey:
			at, there = at.Get(key)
		case n < len(at.Items()):
			at = at.Items()[n]
		default:
			there = false
		}
		if isKey {
			b = append(b, key...)
			continue
		}
		if there {
			if id, ok := at.Get("id"); ok && id.Kind() == proposal.String && id.Text() != "" {
				b = append(append(b, '='), id.Text()...)
				continue
			}
		}
		b = strconv.AppendInt(append(b, '#'), int64(n), 10)
	}
	return b
}
