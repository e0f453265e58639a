package oscal

import (
	"crypto/sha1"
	"fmt"
	"strings"
)

// space is the namespace of all UUIDs here: a UUID of its own, made once.
var space = [16]byte{0x6b, 0x1f, 0x0c, 0x5e, 0x2a, 0x47, 0x4d, 0x0b, 0x9c, 0x7a, 0x51, 0xe6, 0x3d, 0x88, 0x20, 0xf4}

// UUID names what the parts say: a UUID of version 5 (RFC 9562, section 5.5), the same for the same parts everywhere.
func UUID(parts ...string) string {
	h := sha1.New() // what version 5 is defined with; nothing rests on its strength
	h.Write(space[:])
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p) // so that nothing moves between the parts
	}
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[0:4], u[4:6], u[6:8], u[8:10], u[10:16])
}

// Time writes a date, YYYY-MM-DD, as its beginning in China, where the dates of packs and proposals are meant.
func Time(date string) string { return date + "T00:00:00+08:00" }

// Line makes a text fit for a property or a title: one line, without space at its ends. Properties without a value are
// not allowed, so an empty text becomes a dash.
func Line(s string) string {
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return "-"
	}
	return s
}
