package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"hegui/internal/proposal"
)

// stamp gives each finding its fingerprint: what it is about, by requirement, code and path, where an item of a list is
// named by its id. So a finding keeps it when lines move, items are reordered or values change, and two findings of one
// assessment never share it.
func stamp(doc *proposal.Document, findings []Finding) {
	seen := make(map[string]int, len(findings))
	for i := range findings {
		f := &findings[i]
		key := f.Requirement + "\x00" + f.Code + "\x00" + steadyPath(doc, f.Path)
		seen[key]++
		if n := seen[key]; n > 1 { // the same place is reported for several reasons
			key += "\x00" + strconv.Itoa(n)
		}
		sum := sha256.Sum256([]byte(key))
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// steadyPath writes a path with the id of an item, where it has one, instead of its index.
func steadyPath(doc *proposal.Document, p proposal.Path) string {
	var b strings.Builder
	for i, step := range p {
		b.WriteByte('\x00')
		if key, ok := step.Key(); ok {
			b.WriteString(key)
			continue
		}
		if id, ok := doc.At(p[:i+1].Append(proposal.Key("id"))); ok && id.Kind() == proposal.String && id.Text() != "" {
			b.WriteString("=" + id.Text())
			continue
		}
		n, _ := step.Index()
		b.WriteString("#" + strconv.Itoa(n))
	}
	return b.String()
}
