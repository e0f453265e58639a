// Package filelock locks files between processes. Start at [Lock].
package filelock

import "errors"

// ErrHeld says that another process, or this one through another file, holds the lock.
var ErrHeld = errors.New("the file is locked")
