package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"hegui/internal/sample"
)

// sampleLimit is the most files that one call writes: their names have six digits.
const sampleLimit = 1_000_000

// sampleWorkers is how many files are written at once; what is in them does not depend on it.
const sampleWorkers = 4

// sampleCommand is a command of development and not listed: it writes random proposals to measure with.
func (a *app) sampleCommand() *cobra.Command {
	w := a.words
	var count int
	var seed uint64
	var out string
	cmd := &cobra.Command{
		Use: "sample", Short: w.sample.short, Long: w.sample.long, Example: w.sample.example, Hidden: true,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return usage(fmt.Errorf(w.sample.argument, args[0]))
			case out == "":
				return usage(errors.New(w.sample.noOut))
			case count < 1 || count > sampleLimit:
				return usage(fmt.Errorf(w.sample.badCount, count, sampleLimit))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.sample(out, seed, count, cmd.Context().Err)
		},
	}
	cmd.Flags().IntVar(&count, "count", 100, w.sample.flagCount)
	cmd.Flags().Uint64Var(&seed, "seed", 1, w.sample.flagSeed)
	cmd.Flags().StringVar(&out, "out", "", w.sample.flagOut)
	return cmd
}

// sample writes count proposals into a folder. Files that are there already with the same names are written over.
func (a *app) sample(dir string, seed uint64, count int, stopped func() error) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	numbers := make(chan int)
	errs := make([]error, sampleWorkers)
	var wg sync.WaitGroup
	for k := range sampleWorkers {
		wg.Go(func() {
			for i := range numbers {
				if errs[k] == nil {
					errs[k] = sampleFile(dir, seed, i)
				}
			}
		})
	}
	for i := 0; i < count && stopped() == nil; i++ {
		numbers <- i
	}
	close(numbers)
	wg.Wait()
	if err := errors.Join(append(errs, stopped())...); err != nil {
		return err
	}
	_, err := fmt.Fprintf(a.env.Stdout, a.words.sample.done, count, dir, seed)
	return err
}

func sampleFile(dir string, seed uint64, i int) (err error) {
	f, err := os.Create(filepath.Join(dir, sample.Name(i)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = sample.Write(f, seed, i)
	return err
}
