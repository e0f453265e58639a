//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package filelock

import (
	"errors"
	"os"
)

// Lock refuses: a file that two processes write is worse than none.
func Lock(*os.File) error { return errors.ErrUnsupported }
