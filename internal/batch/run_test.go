package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// numbered gives n items named by their number, and counts how many were taken.
func numbered(n int, taken *atomic.Int64) func(context.Context) iter.Seq[Item] {
	return func(context.Context) iter.Seq[Item] {
		return func(yield func(Item) bool) {
			for i := range n {
				if taken != nil {
					taken.Add(1)
				}
				if !yield(Item{Name: strconv.Itoa(i)}) {
					return
				}
			}
		}
	}
}

func number(item Item) int {
	n, err := strconv.Atoi(item.Name)
	if err != nil {
		panic(err)
	}
	return n
}

func TestRunKeepsTheOrderWhateverTheWorkers(t *testing.T) {
	want := slices.Collect(func(yield func(int) bool) {
		for i := range 200 {
			if !yield(i) {
				return
			}
		}
	})
	for _, workers := range []int{0, 1, 2, 8} {
		t.Run(fmt.Sprint(workers, " workers"), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := slices.Collect(Run(t.Context(), numbered(200, nil), workers, func(_ context.Context, item Item) int {
					n := number(item)
					time.Sleep(time.Duration((n*7919)%13) * time.Millisecond) // later ones are often ready first
					return n
				}))
				if !slices.Equal(got, want) {
					t.Errorf("got %v, want 0..199", got)
				}
			})
		})
	}
}

func TestRunUsesItsWorkers(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		synctest.Test(t, func(t *testing.T) {
			var now, most atomic.Int64
			for range Run(t.Context(), numbered(100, nil), workers, func(context.Context, Item) int {
				most.Store(max(most.Load(), now.Add(1)))
				time.Sleep(time.Second)
				now.Add(-1)
				return 0
			}) {
			}
			if got := int(most.Load()); got != workers {
				t.Errorf("got %d at a time, want %d", got, workers)
			}
		})
	}
}

func TestRunTakesNoMoreThanFourItemsPerWorkerBehindASlowOne(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		synctest.Test(t, func(t *testing.T) {
			var taken atomic.Int64
			next, stop := iter.Pull(Run(t.Context(), numbered(1_000_000, &taken), workers, func(_ context.Context, item Item) int {
				if item.Name == "0" {
					time.Sleep(time.Hour)
				}
				return number(item)
			}))
			defer stop()
			go func() {
				time.Sleep(time.Minute)
				most := int64(4 * workers)
				if workers == 1 {
					most = 1 // the one worker is busy
				}
				if got := taken.Load(); got != most {
					t.Errorf("%d workers: got %d items taken while the first is under way, want %d", workers, got, most)
				}
			}()
			if got, _ := next(); got != 0 {
				t.Errorf("got %d first, want 0", got)
			}
		})
	}
}

func TestRunTakesNoMoreThanFourItemsPerWorkerAheadOfASlowConsumer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var taken atomic.Int64
		yielded := 0
		for range Run(t.Context(), numbered(100, &taken), 2, func(context.Context, Item) int { return 0 }) {
			yielded++
			synctest.Wait()
			if ahead := int(taken.Load()) - yielded; ahead > 8 {
				t.Fatalf("got %d items ahead of the consumer, want at most 8", ahead)
			}
		}
		if yielded != 100 {
			t.Errorf("got %d, want 100", yielded)
		}
	})
}

func TestRunEndsWithTheContextAfterWhatIsUnderWay(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			var begun atomic.Int64
			go func() {
				time.Sleep(2500 * time.Millisecond)
				cancel()
			}()
			got := slices.Collect(Run(ctx, numbered(1000, nil), workers, func(ctx context.Context, item Item) int {
				begun.Add(1)
				time.Sleep(time.Second)
				if ctx.Err() != nil {
					t.Errorf("item %s was disturbed: %v", item.Name, ctx.Err())
				}
				return number(item)
			}))
			if want := 3 * workers; len(got) != want || int(begun.Load()) != want {
				t.Errorf("%d workers: got %d yielded of %d begun, want %d of both", workers, len(got), begun.Load(), want)
			}
			for i, n := range got {
				if i != n {
					t.Errorf("got %v, want a prefix of the items", got)
					break
				}
			}
		})
	}
}

func TestRunBeginsNothingWhenTheContextHasEnded(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range Run(ctx, numbered(10, nil), 2, func(context.Context, Item) int { t.Error("an item was begun"); return 0 }) {
		t.Error("an item was yielded")
	}
}

func TestRunEndsWithTheContextWhileItWaitsForAnItem(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		silent := func(ctx context.Context) iter.Seq[Item] {
			return func(yield func(Item) bool) {
				if yield(Item{Name: "0"}) {
					<-ctx.Done()
				}
			}
		}
		began := time.Now()
		var at []time.Duration
		for range Run(ctx, silent, 2, func(context.Context, Item) int { return 0 }) {
			at = append(at, time.Since(began))
		}
		if len(at) != 1 || at[0] != 0 || time.Since(began) != time.Minute {
			t.Errorf("got items at %v and the end after %v, want one at once and the end after a minute", at, time.Since(began))
		}
	})
}

// Leaving a loop inside a synctest bubble with a goroutine left over is a deadlock, which synctest reports.
func TestRunLeavesNothingRunningWhenTheConsumerBreaks(t *testing.T) {
	for _, workers := range []int{1, 2, 8} {
		synctest.Test(t, func(t *testing.T) {
			var closed, disturbed atomic.Bool
			items := func(ctx context.Context) iter.Seq[Item] {
				return func(yield func(Item) bool) {
					defer closed.Store(true)
					for i := 0; yield(Item{Name: strconv.Itoa(i)}); i++ {
					}
				}
			}
			for n := range Run(t.Context(), items, workers, func(ctx context.Context, item Item) int {
				if number(item) > 2 {
					<-ctx.Done() // one that would never end by itself
					disturbed.Store(true)
				}
				return number(item)
			}) {
				if n == 2 {
					break
				}
			}
			if !closed.Load() {
				t.Error("the items were not told to end")
			}
			if workers > 1 && !disturbed.Load() {
				t.Error("what was under way was not told to end")
			}
		})
	}
}

func TestRunRaisesAPanicInItsPlace(t *testing.T) {
	bad := errors.New("bad")
	tests := []struct {
		name  string
		items func(context.Context) iter.Seq[Item]
		do    func(Item) int
		want  int // items yielded before
		cause error
	}{
		{"of the function", numbered(100, nil), func(item Item) int {
			if item.Name == "7" {
				panic(bad)
			}
			return 0
		}, 7, bad},
		{"of the items", func(context.Context) iter.Seq[Item] {
			return func(yield func(Item) bool) {
				numbered(5, nil)(t.Context())(yield)
				panic(bad)
			}
		}, func(Item) int { return 0 }, 5, bad},
		{"by the end of the goroutine", numbered(100, nil), func(item Item) int {
			if item.Name == "3" {
				runtime.Goexit()
			}
			return 0
		}, 3, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			yielded := 0
			defer func() {
				p, ok := recover().(*Panic)
				if !ok || (test.cause != nil && !errors.Is(p, test.cause)) || len(p.Stack) == 0 {
					t.Errorf("got panic %v, want one of %v with its stack", p, test.cause)
				}
				if yielded != test.want {
					t.Errorf("got %d items before the panic, want %d", yielded, test.want)
				}
			}()
			for range Run(t.Context(), test.items, 4, func(_ context.Context, item Item) int { return test.do(item) }) {
				yielded++
			}
			t.Error("the loop ended without a panic")
		})
	}
}

// BenchmarkRun measures what Run adds to an item that takes no time.
func BenchmarkRun(b *testing.B) {
	for _, workers := range []int{1, 2, 8} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			b.ReportAllocs()
			item := Item{Name: "a"}
			items := func(context.Context) iter.Seq[Item] {
				return func(yield func(Item) bool) {
					for range b.N {
						if !yield(item) {
							return
						}
					}
				}
			}
			for range Run(b.Context(), items, workers, func(context.Context, Item) int { return 0 }) {
			}
		})
	}
}
