//go:build unix

package auth

import (
	"io/fs"
	"os"
	"syscall"
)

// private says whether nobody but its owner may read or write a file of keys.
func private(info fs.FileInfo) bool {
	owner := -1
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		owner = int(stat.Uid)
	}
	return privateTo(info.Mode().Perm(), owner, os.Geteuid())
}

// privateTo lets in a group, for reading, when root owns the file and the service is somebody else: so systemd and
// Kubernetes hand a secret to a service that has no files of its own.
func privateTo(mode fs.FileMode, owner, self int) bool {
	return mode&0o077 == 0 || owner == 0 && self != 0 && mode&0o037 == 0
}
