package server

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"os"
	"strconv"

	"github.com/gin-gonic/gin"

	"hegui/internal/batch"
)

// readAtOnce is how many items of a batch are read in one look at the store, and decoded by one goroutine.
const readAtOnce = 16

// ofMany gives what read makes of items, in their order: some at a time, on as many goroutines as there are processors, and no
// more of them ahead than four times as many parts. places are shared by all who read so, so that several of them do not take
// what others need. The sequence ends with the first error, and with that of ctx when it ends.
func ofMany[I, T any](ctx context.Context, places chan struct{}, items iter.Seq2[I, error], read func(ctx context.Context, some []I) ([]T, error)) iter.Seq2[T, error] {
	type part struct {
		items []I
		err   error
	}
	type done struct {
		out []T
		err error
	}
	parts := func(context.Context) iter.Seq[part] {
		return func(yield func(part) bool) {
			var p part
			for item, err := range items {
				if p.err = err; err != nil {
					break
				}
				if p.items = append(p.items, item); len(p.items) == readAtOnce {
					if !yield(p) {
						return
					}
					p = part{}
				}
			}
			if len(p.items) > 0 || p.err != nil {
				yield(p)
			}
		}
	}
	work := func(_ context.Context, p part) (d done) {
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		case <-ctx.Done():
			return done{err: ctx.Err()}
		}
		if len(p.items) > 0 {
			d.out, d.err = read(ctx, p.items)
		}
		if d.err == nil {
			d.err = p.err
		}
		return d
	}
	return func(yield func(T, error) bool) {
		var none T
		for d := range batch.Run(ctx, parts, cap(places), work) {
			if d.err == nil {
				d.err = ctx.Err()
			}
			for _, one := range d.out {
				if d.err == nil && !yield(one, nil) {
					return
				}
			}
			if d.err != nil {
				yield(none, d.err)
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(none, err)
		}
	}
}

// sendWhole answers with what do writes, through a file: nothing is sent of what goes wrong.
func (s *Server) sendWhole(c *gin.Context, media string, do func(out io.Writer) error) {
	tmp, err := os.CreateTemp("", "hegui-*")
	if err != nil {
		answer(c, err)
		return
	}
	defer func() { _ = errors.Join(tmp.Close(), os.Remove(tmp.Name())) }()
	size, err := int64(0), do(tmp)
	if err == nil {
		size, err = tmp.Seek(0, io.SeekCurrent)
	}
	if err == nil {
		_, err = tmp.Seek(0, io.SeekStart)
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.DataFromReader(http.StatusOK, size, media, tmp, nil)
}

// heldBack is how much of an answer that is sent as it comes is held back: what goes wrong before it is a problem.
const heldBack = 64 << 10

// sendAsItComes answers with what do writes, while it does. When something goes wrong later the connection is cut, so that the
// client does not take what it has for the whole.
func (s *Server) sendAsItComes(c *gin.Context, media string, do func(out io.Writer) error) {
	first := &firstWrite{c: c, media: media}
	out := bufio.NewWriterSize(first, heldBack)
	err := do(out)
	if err == nil && !c.Writer.Written() {
		c.Header("Content-Length", strconv.Itoa(out.Buffered()))
		if out.Buffered() == 0 {
			c.Data(http.StatusOK, media, nil)
		}
	}
	if err == nil {
		err = out.Flush()
	}
	switch {
	case err == nil:
	case !c.Writer.Written():
		answer(c, err)
	case first.err != nil || gone(c, err): // the client's own doing
		panic(cutShort{})
	default:
		panic(cutShort{err})
	}
}

// firstWrite writes the head of an answer before the first of its content.
type firstWrite struct {
	c     *gin.Context
	media string
	err   error
}

func (w *firstWrite) Write(p []byte) (int, error) {
	if !w.c.Writer.Written() {
		w.c.Header("Content-Type", w.media)
		w.c.Status(http.StatusOK)
		w.c.Writer.WriteHeaderNow()
	}
	n, err := w.c.Writer.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

// cutShort is the panic that ends an answer of which a part was sent, with the fault of ours that is why: see [Server.instrument].
type cutShort struct{ cause error }
