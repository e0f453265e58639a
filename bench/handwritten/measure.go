package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"hegui/internal/assess"
	"hegui/internal/proposal"
)

// The contestants, in the order of the table.
const (
	byHand = iota
	planSame
	planAll
	parseOnly
	checkAll
	contestants
)

var labels = [contestants]string{"by hand", "plan, same", "plan, all", "parse", "check"}

// taken is the time of all proposals together.
type taken struct{ wall, cpu time.Duration }

// figures are what each contestant took, by repetition.
type figures [contestants][]taken

// measure lets the contestants take turns. A repetition begins with another one than the last, so that none is always the
// one that follows a certain other.
func (s *sides) measure(ctx context.Context, docs []*proposal.Document, files []string, repetitions int) (*figures, error) {
	each := func(do func(doc *proposal.Document) error) func() error {
		return func() error {
			for _, doc := range docs {
				if err := do(doc); err != nil {
					return err
				}
			}
			return ctx.Err()
		}
	}
	// As the program does: the next proposal is read into the memory of the last one.
	read := func(do func(doc *proposal.Document) error) func() error {
		var parser proposal.Parser
		return func() error {
			for _, file := range files {
				src, err := os.ReadFile(file)
				if err != nil {
					return err
				}
				doc, err := parser.Parse(filepath.Base(file), src, proposal.Limits{})
				if err != nil {
					return err
				}
				if err := do(doc); err != nil {
					return err
				}
			}
			return ctx.Err()
		}
	}
	work := [contestants]func() error{
		byHand: each(func(doc *proposal.Document) error {
			if len(s.byHand(doc)) != len(s.stems) {
				return fmt.Errorf("%s: a check is missing", doc.Name)
			}
			return nil
		}),
		planSame: each(func(doc *proposal.Document) error {
			_, err := s.byPlan(ctx, doc)
			return err
		}),
		planAll: each(func(doc *proposal.Document) error {
			_, err := s.all.Eval(ctx, assess.Input{Proposal: doc, AsOf: asOf, Profile: "general"})
			return err
		}),
		parseOnly: read(func(*proposal.Document) error { return nil }),
		checkAll: read(func(doc *proposal.Document) error {
			_, err := s.assessor.Assess(ctx, doc)
			return err
		}),
	}
	info, err := os.Stderr.Stat()
	onTerminal := err == nil && info.Mode()&os.ModeCharDevice != 0
	all := &figures{}
	for r := range repetitions + 1 {
		for i := range contestants {
			c := (i + r) % contestants
			t, err := timed(work[c])
			if err != nil {
				return nil, err
			}
			if r > 0 { // the first warms up
				all[c] = append(all[c], t)
			}
		}
		if onTerminal {
			fmt.Fprintf(os.Stderr, "\r%d of %d repetitions", r, repetitions)
		}
	}
	if onTerminal {
		fmt.Fprintln(os.Stderr)
	}
	return all, nil
}

// timed measures one turn. The garbage of the turn before is gone by then; its own is collected at its own cost.
func timed(work func() error) (taken, error) {
	runtime.GC()
	cpu, err := cpuTime()
	if err != nil {
		return taken{}, err
	}
	start := time.Now()
	if err := work(); err != nil {
		return taken{}, err
	}
	wall := time.Since(start)
	after, err := cpuTime()
	return taken{wall, after - cpu}, err
}

// printTables writes the tables.
func printTables(w io.Writer, all *figures, n int) {
	micro := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 / float64(n) }
	fmt.Fprintln(w, "| | wall µs per proposal | CPU µs per proposal |")
	fmt.Fprintln(w, "|---|---|---|")
	for c, label := range labels {
		wall, cpu := make([]float64, len(all[c])), make([]float64, len(all[c]))
		for r, t := range all[c] {
			wall[r], cpu[r] = micro(t.wall), micro(t.cpu)
		}
		fmt.Fprintf(w, "| %s | %.1f | %.1f |\n", label, median(wall), median(cpu))
	}
	fmt.Fprintln(w, "\n| | wall | CPU |")
	fmt.Fprintln(w, "|---|---|---|")
	for _, pair := range [][2]int{{planSame, byHand}, {checkAll, parseOnly}, {planAll, parseOnly}, {planAll, planSame}} {
		wall, cpu := make([]float64, len(all[0])), make([]float64, len(all[0]))
		for r := range wall {
			a, b := all[pair[0]][r], all[pair[1]][r]
			wall[r], cpu[r] = float64(a.wall)/float64(b.wall), float64(a.cpu)/float64(b.cpu)
		}
		fmt.Fprintf(w, "| %s ÷ %s | %.2f | %.2f |\n", labels[pair[0]], labels[pair[1]], median(wall), median(cpu))
	}
}

func median(values []float64) float64 {
	v := slices.Sorted(slices.Values(values))
	if n := len(v); n%2 == 0 {
		return (v[n/2-1] + v[n/2]) / 2
	}
	return v[len(v)/2]
}
