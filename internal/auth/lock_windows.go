package auth

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// errLocked says that another process, or this one through another file, holds the lock.
var errLocked = errors.New("the file is locked")

// lock locks a file until it is closed. Locks of Windows keep others from reading too, so that a byte far behind the end is
// locked.
func lock(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	far := &windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}
