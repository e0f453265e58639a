//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package auth

import (
	"errors"
	"os"
)

// errLocked says that another process holds the lock.
var errLocked = errors.New("the file is locked")

// lock refuses: two changes at the same time would lose one.
func lock(*os.File) error { return errors.ErrUnsupported }
