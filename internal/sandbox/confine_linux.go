package sandbox

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// beNice adds to the niceness of this process, with all of its threads: the child leads a group of its own, and a thread has
// no other name for its fellows.
func beNice(more int) error {
	if more <= 0 {
		return nil
	}
	const unnice = 20 // what the system call gives for a niceness of 0; it counts down
	now, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
	if err != nil {
		return err
	}
	return unix.Setpriority(unix.PRIO_PGRP, 0, min(unnice-now+more, 19))
}

// confine takes from this process what it does not need. It holds for everything that happens afterwards.
func confine() error {
	runtime.GOMAXPROCS(threads) // also ends Go's watch over the files that say how many processors there are
	reserved, err := reservedSpace()
	if err != nil {
		return err
	}
	open, err := openFiles()
	if err != nil {
		return err
	}
	for _, l := range []struct {
		what  int
		value uint64
	}{{unix.RLIMIT_AS, reserved + addressSpace}, {unix.RLIMIT_NOFILE, open}, {unix.RLIMIT_CORE, 0}, {unix.RLIMIT_FSIZE, 0}} {
		if err := unix.Setrlimit(l.what, &unix.Rlimit{Cur: l.value, Max: l.value}); err != nil {
			return fmt.Errorf("limit %d: %w", l.what, err)
		}
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("no new privileges: %w", err)
	}
	return unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
}

// reservedSpace gives the bytes of address space that this process has reserved already, most of it without any memory
// behind it: Go does so when it starts.
func reservedSpace() (uint64, error) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, fmt.Errorf("read reserved space: %w", err)
	}
	var pages uint64
	if _, err := fmt.Sscan(string(statm), &pages); err != nil {
		return 0, fmt.Errorf("read reserved space: %w", err)
	}
	return pages * uint64(os.Getpagesize()), nil
}

// openFiles gives the number of file descriptors that lets no further one be opened: the lowest that is free.
func openFiles() (uint64, error) {
	f, err := unix.Dup(0)
	if err != nil {
		return 0, fmt.Errorf("count open files: %w", err)
	}
	return uint64(f), unix.Close(f)
}

// limitCPU lets the process use so many more seconds of a processor.
func limitCPU(seconds uint64) error {
	var used unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
		return err
	}
	spent := uint64(used.Utime.Sec + used.Stime.Sec)
	return unix.Setrlimit(unix.RLIMIT_CPU, &unix.Rlimit{Cur: spent + seconds, Max: unix.RLIM_INFINITY})
}

// isolations are the ways to start a child, the strictest first: systems forbid some of them.
func isolations() []func(*exec.Cmd) {
	own := func(flags uintptr) func(*exec.Cmd) {
		return func(c *exec.Cmd) {
			c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Cloneflags: flags}
			if flags&syscall.CLONE_NEWUSER != 0 {
				c.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 65534, HostID: os.Getuid(), Size: 1}}
				c.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 65534, HostID: os.Getgid(), Size: 1}}
			}
		}
	}
	return []func(*exec.Cmd){
		own(syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET | syscall.CLONE_NEWIPC),
		own(syscall.CLONE_NEWNET | syscall.CLONE_NEWIPC),
		own(0),
	}
}
