package sandbox

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"
)

// worker is one child with the pack loaded.
type worker struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    io.ReadCloser
	stderr *tail
}

// death says why a child ended, in words that stand in results.
type death struct{ cause string }

func (d *death) Error() string { return d.cause }

// start starts a child.
func (p *Pool) start() (*worker, error) {
	var failed error
	for i, isolate := range isolations() {
		w, err := p.startWith(isolate)
		if err == nil {
			if i > 0 {
				p.weaker.Do(func() {
					p.o.Log.Warn("this system does not let the process of a pack have a network of its own; limits and deadlines hold all the same", "error", failed.Error())
				})
			}
			return w, nil
		}
		failed = err
	}
	return nil, fmt.Errorf("start the process of a pack: %w", failed)
}

func (p *Pool) startWith(isolate func(*exec.Cmd)) (*worker, error) {
	w := &worker{stderr: &tail{}}
	w.cmd = &exec.Cmd{Path: p.o.Program, Args: []string{"hegui", Command}, Env: []string{}, Dir: "/", Stderr: w.stderr, WaitDelay: time.Second}
	isolate(w.cmd)
	var err error
	if w.in, err = w.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if w.out, err = w.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := w.cmd.Start(); err != nil {
		return nil, err
	}
	return w, nil
}

// ask sends a question and waits for the answer. A child that does not answer in time is killed, and nobody waits until it is
// gone: where much else runs that takes a while. The error is a *death then, as it is when the child ends by itself.
func (w *worker) ask(q question, within time.Duration) (*answer, error) {
	var late bool
	var mu sync.Mutex
	timer := time.AfterFunc(within, func() {
		mu.Lock()
		late = true
		mu.Unlock()
		_ = w.cmd.Process.Kill()
		_ = w.in.Close()
		_ = w.out.Close()
	})
	var a answer
	err := writeFrame(w.in, q, maxQuestion)
	if err == nil {
		err = readFrame(w.out, &a, maxAnswer)
	}
	if inTime := timer.Stop(); err == nil && inTime {
		return &a, nil
	}
	mu.Lock()
	defer mu.Unlock()
	if late {
		go w.stop()
		return nil, &death{fmt.Sprintf("timeout: the rules did not end within %s, and their process was ended", within)}
	}
	w.stop()
	switch said := w.stderr.String(); {
	case saysAny(said, "out of memory", "cannot allocate memory", "failed to allocate", "resource temporarily unavailable", "address space collisions"):
		return nil, &death{"memory: the rules need more than they may have, and their process was ended"}
	case saysAny(said, "stack exceeds", "stack overflow"):
		return nil, &death{"stack: the rules are nested too deeply, and their process was ended"}
	case errors.Is(err, errTooLong):
		return nil, &death{"size: the rules say more than they may"}
	default:
		return nil, &death{fmt.Sprintf("crash: the process of the rules ended by itself (%s)", w.cmd.ProcessState)}
	}
}

// saysAny says whether one of the phrases with which Go dies is in what it said.
func saysAny(said string, phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(said, p) })
}

// stop ends the child and takes it off the system.
func (w *worker) stop() {
	_ = w.in.Close()
	_ = w.cmd.Process.Kill()
	_ = w.cmd.Wait()
}

// tail keeps the beginning of what a child says when it dies; what it says is matched, and never shown.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := 4096 - t.buf.Len(); room > 0 {
		t.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.String()
}
