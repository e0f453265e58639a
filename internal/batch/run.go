package batch

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"
)

// aheadPerWorker bounds how many items may be begun and not yet yielded, for each worker. A slow item at the head of the
// queue then holds up the others only after this many, and what waits behind it stays small.
const aheadPerWorker = 4

// Run does items, some at a time, and yields what came of them in the order of the items. Workers below one mean one for
// each processor. At most four times as many items as workers are held at any time, done or not.
//
// When ctx ends no further item is begun; those under way finish undisturbed, are yielded, and the sequence ends. What was
// done is then a prefix of the items: the caller looks at ctx.Err to tell this from the end of the items. The context that
// do gets has the values of ctx and ends only when the consumer leaves the loop. Leaving it early waits for what is under
// way, so that nothing runs on.
//
// A panic in do or items is raised again in the consumer's goroutine, in its place in the order, as a *[Panic].
func Run[I, T any](ctx context.Context, items func(context.Context) iter.Seq[I], workers int, do func(context.Context, I) T) iter.Seq[T] {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(T) bool) {
		r := newRun(ctx, items, workers*aheadPerWorker, do)
		defer r.close()
		for range workers {
			r.working.Go(r.work)
		}
		for s := range r.queue {
			out := <-s.out
			r.free <- s
			if out.panic != nil {
				panic(out.panic)
			}
			if !yield(out.value) {
				return
			}
		}
		if r.failed != nil {
			panic(r.failed)
		}
	}
}

// Panic is what a panic in another goroutine becomes: its value, and where it happened.
type Panic struct {
	Value any
	Stack []byte
}

// Error gives the value and the stack.
func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Unwrap gives the value when it is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// run is one loop over items. Slots go round: from free to queue when an item is begun, and back when it is yielded.
type run[I, T any] struct {
	do          func(context.Context, I) T
	reading     context.Context // ends with the caller's, and when the consumer leaves
	doing       context.Context // ends when the consumer leaves
	stopReading context.CancelFunc
	stopDoing   context.CancelFunc

	turn   chan struct{} // who may send here has what follows: one worker at a time takes an item, so what is begun is a prefix
	next   func() (I, bool)
	stop   func()
	ended  bool
	failed *Panic // of items; read after queue is closed

	free    chan *slot[T]
	queue   chan *slot[T] // in the order of the items, closed after the last
	working sync.WaitGroup
}

// slot is the place of an item in the order; out has room for one, so that a worker never waits for the consumer.
type slot[T any] struct{ out chan outcome[T] }

type outcome[T any] struct {
	value T
	panic *Panic
}

func newRun[I, T any](ctx context.Context, items func(context.Context) iter.Seq[I], ahead int, do func(context.Context, I) T) *run[I, T] {
	r := &run[I, T]{do: do, turn: make(chan struct{}, 1), free: make(chan *slot[T], ahead), queue: make(chan *slot[T], ahead)}
	for range ahead {
		r.free <- &slot[T]{out: make(chan outcome[T], 1)}
	}
	r.reading, r.stopReading = context.WithCancel(ctx)
	r.doing, r.stopDoing = context.WithCancel(context.WithoutCancel(ctx))
	r.next, r.stop = iter.Pull(items(r.reading))
	return r
}

// close ends everything that is still under way and waits for it.
func (r *run[I, T]) close() {
	r.stopReading()
	r.stopDoing()
	r.working.Wait()
	r.stop()
}

func (r *run[I, T]) work() {
	for {
		s, item, ok := r.begin()
		if !ok {
			return
		}
		r.one(s, item)
	}
}

// begin takes the next item and its place in the order; not ok when there is none or none should be begun.
func (r *run[I, T]) begin() (s *slot[T], item I, ok bool) {
	r.turn <- struct{}{}
	defer func() { <-r.turn }()
	if r.ended {
		return nil, item, false
	}
	defer func() {
		if !ok {
			if v := recover(); v != nil {
				r.failed = &Panic{v, debug.Stack()}
			}
			r.ended = true
			close(r.queue)
		}
	}()
	select {
	case s = <-r.free:
	case <-r.reading.Done():
		return nil, item, false
	}
	item, ok = r.next()
	if !ok || r.reading.Err() != nil {
		return nil, item, false
	}
	r.queue <- s // never waits: it has room for every slot
	return s, item, true
}

// one does an item and delivers what came of it; a panic is delivered too, and so is the end of the goroutine inside do.
func (r *run[I, T]) one(s *slot[T], item I) {
	var out outcome[T]
	returned := false
	defer func() {
		if !returned {
			v := recover()
			if v == nil {
				v = "batch: the function ended its goroutine"
			}
			out.panic = &Panic{v, debug.Stack()}
		}
		s.out <- out
	}()
	out.value = r.do(r.doing, item)
	returned = true
}
