//go:build unix

package auth

import (
	"io/fs"
	"testing"
)

// A file of keys is its owner's alone; one of root's may also be readable by the group that a service runs in.
func TestWhoMayReadTheFile(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		mode        fs.FileMode
		owner, self int
		want        bool
	}{
		{0o600, 1000, 1000, true},
		{0o400, 1000, 1000, true},
		{0o640, 1000, 1000, false},
		{0o640, 1000, 1001, false},
		{0o640, 0, 0, false},
		{0o640, 0, 65532, true},
		{0o440, 0, 65532, true},
		{0o660, 0, 65532, false},
		{0o644, 0, 65532, false},
		{0o604, 0, 65532, false},
		{0o440, -1, 65532, false},
	} {
		if got := privateTo(tc.mode, tc.owner, tc.self); got != tc.want {
			t.Errorf("%o of %d, read by %d: %v", tc.mode, tc.owner, tc.self, got)
		}
	}
}
