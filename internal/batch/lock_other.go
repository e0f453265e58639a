//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package batch

import (
	"errors"
	"os"
)

// errLocked says that another process holds the lock.
var errLocked = errors.New("the file is locked")

// lock refuses: a journal that two runs write is worse than none.
func lock(*os.File) error { return errors.ErrUnsupported }
