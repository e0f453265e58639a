package store

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

func disk(path string) (free, size uint64, known bool) {
	folder, err := windows.UTF16PtrFromString(filepath.Dir(path))
	if err == nil {
		err = windows.GetDiskFreeSpaceEx(folder, &free, &size, nil)
	}
	return free, size, err == nil
}
