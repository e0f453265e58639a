//go:build !linux

package sandbox

import "os/exec"

// confine does nothing: the limits of the heap, the deadlines and the kill hold on every system.
func confine() error { return nil }

func beNice(int) error { return nil }

func limitCPU(uint64) error { return nil }

func isolations() []func(*exec.Cmd) { return []func(*exec.Cmd){func(*exec.Cmd) {}} }
