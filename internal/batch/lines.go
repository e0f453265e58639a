package batch

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
)

// lines gives each line of a file as an item. Blank lines are passed over; the rest of a line that is too long is not
// kept.
func (r *reader) lines(name string, src io.Reader) bool {
	in := bufio.NewReaderSize(src, 64<<10)
	found := false
	for n := 1; ; n++ {
		line, err := readLine(in, r.Limits.Proposal+1)
		if err != nil && err != io.EOF {
			return r.fail(name, err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			found = true
			item := Item{Name: fmt.Sprintf("%s:%d", name, n), Src: line}
			if !beginsObject(line) {
				item.Src, item.Err = nil, fault("E_NOT_OBJECT")
			}
			if !r.yield(item) {
				return false
			}
		}
		switch {
		case r.ctx.Err() != nil:
			return false
		case err == io.EOF && !found:
			return r.fail(name, fault("E_NOTHING", "kind", "lines"))
		case err == io.EOF:
			return true
		}
	}
}

// readLine reads a line without its line break, and no more of it than limit. At the end of the input the error is
// io.EOF, beside the last line.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	var err error
	for {
		var part []byte
		part, err = in.ReadSlice('\n')
		keep := limit + int64(len("\r\n")) - int64(len(line)) // the line break may follow a line just within the limit
		line = append(line, part[:min(int64(len(part)), keep)]...)
		if err != bufio.ErrBufferFull {
			break
		}
	}
	if rest, ended := bytes.CutSuffix(line, []byte("\n")); ended {
		line = bytes.TrimSuffix(rest, []byte("\r"))
	}
	return line[:min(int64(len(line)), limit)], err
}

var byteOrderMark = []byte("\ufeff")

func beginsObject(line []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(line, byteOrderMark)), []byte("{"))
}

// stdin gives what standard input holds.
func (r *reader) stdin(name string) bool {
	if r.Stdin == nil || r.stdinRead {
		return r.fail(name, fault("E_STDIN"))
	}
	r.stdinRead = true
	in := bufio.NewReaderSize(interruptible(r.ctx, r.Stdin), int(r.Limits.Proposal)+1)
	if r.Lines || holdsLines(in) {
		return r.lines(name, in)
	}
	return r.proposal(name, in)
}

// holdsLines looks ahead, no further than it must, to see whether the first line is a whole JSON object and the next one
// that is not blank begins another: then it cannot be one proposal.
func holdsLines(in *bufio.Reader) bool {
	for {
		head, _ := in.Peek(in.Buffered())
		if text := bytes.TrimSpace(head); len(text) > 0 && !beginsObject(text) {
			return false
		}
		first, rest, ended := bytes.Cut(bytes.TrimLeft(head, "\r\n\t "), []byte("\n"))
		if rest = bytes.TrimSpace(rest); ended && len(rest) > 0 {
			return rest[0] == '{' && json.Valid(bytes.TrimPrefix(first, byteOrderMark))
		}
		if _, err := in.Peek(in.Buffered() + 1); err != nil { // no more comes, or no more may
			return false
		}
	}
}

// interruptible reads from another reader and ends with a context, although reading from a terminal or a pipe does not.
// What waits for the other reader then is a goroutine that holds nothing but its buffer.
func interruptible(ctx context.Context, from io.Reader) io.Reader {
	r := &interruptibleReader{ctx: ctx, ask: make(chan int), answer: make(chan answer)}
	go func() {
		buf := make([]byte, 64<<10)
		for {
			select {
			case n := <-r.ask:
				n, err := from.Read(buf[:min(n, len(buf))])
				select {
				case r.answer <- answer{buf[:n], err}:
				case <-ctx.Done():
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return r
}

type interruptibleReader struct {
	ctx    context.Context
	ask    chan int
	answer chan answer
}

type answer struct {
	bytes []byte
	err   error
}

func (r *interruptibleReader) Read(p []byte) (int, error) {
	select {
	case r.ask <- len(p):
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
	select {
	case a := <-r.answer:
		return copy(p, a.bytes), a.err
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}
