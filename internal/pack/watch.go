package pack

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"time"
)

// Signature stands for files: their names, sizes and times. They are those below the roots, by default what packs are read
// from. What cannot be looked at counts as changed: loading says why.
func Signature(fsys fs.FS, roots ...string) uint64 {
	if len(roots) == 0 {
		roots = []string{"policies", "rego", "seeds"}
	}
	h := fnv.New64a()
	for _, folder := range roots {
		_ = fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				fmt.Fprintf(h, "%s %v\n", name, err)
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintf(h, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return h.Sum64()
}

// Watch calls changed when what look gives is not what it was, until the context ends. It looks every so often and waits
// until two looks in a row see the same: files that are being written are not taken half. Looking works on every file
// system, where notifications do not come from network drives and from volumes that are swapped as a whole.
func Watch(ctx context.Context, every time.Duration, look func() uint64, changed func()) {
	taken := look()
	before := taken
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := look()
		if now != taken && now == before {
			taken = now
			changed()
		}
		before = now
	}
}
