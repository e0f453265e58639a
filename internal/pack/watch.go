package pack

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"time"
)

// Signature stands for the files of the packs in a file system: their names, sizes and times. What cannot be looked at
// counts as changed: loading says why.
func Signature(fsys fs.FS) uint64 {
	h := fnv.New64a()
	for _, folder := range []string{"policies", "rego", "seeds"} {
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
