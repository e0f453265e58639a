// Command handwritten measures the pack's rules beside checks of the same requirements that are written in Go by hand,
// and beside reading and parsing alone.
//
//	handwritten [-n 1000] [-seed 1] [-repetitions 9] [-check]
//
// It writes generated proposals to a folder, holds both sides of twenty requirements against each of them, and fails with
// the first difference: a benchmark of different work is no benchmark. Then it measures, one after the other and again for
// every repetition, on one processor:
//
//	by hand     the checks, over parsed proposals
//	plan, same  the compiled plan of a pack that has the rules of these requirements only
//	plan, all   all that an assessment asks the whole pack: outcomes, reasons of flags, guards, hints
//	parse       reading the files and parsing them
//	check       reading, parsing and all that `hegui check` does for a proposal but writing: form, rules, positions, score,
//	            and the cheapest repair
//
// Both plans convert a proposal into values of their own and what rules say back into findings, and that is in their
// time; the checks read the parsed proposal itself. Figures are medians of the repetitions; so are the ratios, each taken
// within one repetition. -check only compares.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"

	"hegui/internal/proposal"
	"hegui/internal/sample"
)

func main() {
	n := flag.Int("n", 1000, "how many proposals")
	seed := flag.Uint64("seed", 1, "of the proposals")
	repetitions := flag.Int("repetitions", 9, "of each measurement")
	check := flag.Bool("check", false, "only say whether both sides agree")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, *n, *seed, *repetitions, *check)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "handwritten:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, n int, seed uint64, repetitions int, check bool) error {
	if n < 1 || repetitions < 1 || flag.NArg() > 0 {
		return errors.New("usage: handwritten [-n N] [-seed SEED] [-repetitions N] [-check]")
	}
	runtime.GOMAXPROCS(1) // the collector of garbage takes its time from the same processor
	s, err := newSides(ctx)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "hegui-handwritten.")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	files, bytes, err := write(ctx, folder, n, seed)
	if err != nil {
		return err
	}
	docs := make([]*proposal.Document, n)
	findings := 0
	for i, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if docs[i], err = s.parse(filepath.Base(file), src); err != nil {
			return err
		}
		found, err := s.compare(ctx, docs[i])
		if err != nil {
			return err
		}
		findings += found
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	fmt.Printf("both sides agree on %d findings of %d requirements in %d proposals (seed %d, %d KB)\n", findings, len(s.stems), n, seed, bytes/1024)
	if check {
		return nil
	}
	all, err := s.measure(ctx, docs, files, repetitions)
	if err != nil {
		return err
	}
	if n := s.all.Fallbacks(); n > 0 {
		return fmt.Errorf("OPA's own evaluator was asked %d times: the figures are not the plan's", n)
	}
	fmt.Printf("one processor; medians of %d repetitions, interleaved\n\n", repetitions)
	printTables(os.Stdout, all, n)
	return nil
}

// write writes the proposals and gives their files and the bytes of all.
func write(ctx context.Context, folder string, n int, seed uint64) (files []string, bytes int64, err error) {
	for i := range n {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		file := filepath.Join(folder, sample.Name(i))
		f, err := os.Create(file)
		if err != nil {
			return nil, 0, err
		}
		_, err = sample.Write(f, seed, i)
		size, seekErr := f.Seek(0, io.SeekCurrent)
		if err := errors.Join(err, seekErr, f.Close()); err != nil {
			return nil, 0, err
		}
		files, bytes = append(files, file), bytes+size
	}
	return files, bytes, nil
}
