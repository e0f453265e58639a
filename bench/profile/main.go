// Command profile runs hegui with the arguments given and writes a profile of where its processor time goes:
//
//	profile FILE check --format ndjson folder
package main

import (
	"fmt"
	"os"
	"runtime/pprof"

	"hegui"
	"hegui/internal/cli"
)

func main() { os.Exit(run()) }

func run() int {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: profile FILE COMMAND…")
		return 2
	}
	f, err := os.Create(os.Args[1])
	if err == nil {
		err = pprof.StartCPUProfile(f)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	os.Args = append(os.Args[:1], os.Args[2:]...)
	code := cli.Main(hegui.Files)
	pprof.StopCPUProfile()
	if err := f.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}
