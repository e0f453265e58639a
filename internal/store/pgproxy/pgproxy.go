// Package pgproxy stands between a client and PostgreSQL and loses connections around commits: the moments at which a client
// cannot know whether its transaction was kept. Only tests and bench/faults import it. Start at [Listen].
package pgproxy

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// Fault is what happens to a connection at a commit.
type Fault int

// The faults.
const (
	None   Fault = iota
	Before       // the connection is cut, and the server never hears of the commit
	After        // the server has committed; the connection is cut instead of its answer
	Silent       // the server has committed; the connection stays open, and nothing comes back any more
	Late         // the commit and its answer take [Delay] longer each
)

// Delay is how long commits and their answers are held back when they are [Late].
const Delay = 200 * time.Millisecond

// Proxy passes connections on to a PostgreSQL, and breaks them as it is told.
type Proxy struct {
	listener net.Listener
	server   string
	judge    func(writing bool) Fault

	ended   chan struct{}
	pending sync.WaitGroup
	mu      sync.Mutex
	open    map[net.Conn]bool
}

// Listen passes connections on to the PostgreSQL behind a Unix socket. For each commit judge says what becomes of it; writing
// is false for transactions that were begun as read only. judge is called concurrently. The error is that no port of the
// loopback interface can be listened on.
func Listen(socket string, judge func(writing bool) Fault) (*Proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{listener: l, server: socket, judge: judge, ended: make(chan struct{}), open: map[net.Conn]bool{}}
	p.pending.Go(p.accept)
	return p, nil
}

// Address is where the proxy listens, as host:port. Clients must not ask for encryption (sslmode=disable).
func (p *Proxy) Address() string { return p.listener.Addr().String() }

// Close ends the proxy and all connections through it.
func (p *Proxy) Close() error {
	close(p.ended)
	err := p.listener.Close()
	p.mu.Lock()
	for c := range p.open {
		c.Close()
	}
	p.mu.Unlock()
	p.pending.Wait()
	return err
}

func (p *Proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.pending.Go(func() {
			defer p.keep(client)()
			server, err := net.Dial("unix", p.server)
			if err != nil {
				return // as PostgreSQL is away
			}
			defer p.keep(server)()
			(&pair{proxy: p, client: client, server: server}).run()
		})
	}
}

// keep has a connection closed when the proxy ends, and gives what closes it now.
func (p *Proxy) keep(c net.Conn) (release func()) {
	p.mu.Lock()
	p.open[c] = true
	p.mu.Unlock()
	select {
	case <-p.ended:
		c.Close()
	default:
	}
	return func() {
		p.mu.Lock()
		delete(p.open, c)
		p.mu.Unlock()
		c.Close()
	}
}

// pair is a connection of a client and the one to the server that belongs to it.
type pair struct {
	proxy          *Proxy
	client, server net.Conn
	fault          atomic.Int32 // of the commit whose answer is awaited
}

// run passes on until either side ends.
func (c *pair) run() {
	var up sync.WaitGroup
	up.Go(func() {
		_ = c.upstream()
		c.server.Close()
	})
	silent := c.downstream()
	c.server.Close()
	if !silent {
		c.client.Close()
	}
	up.Wait() // a silent one goes on until the client or the proxy ends
}

// upstream reads what the client says. Its first message has no type and is the only one without.
func (c *pair) upstream() error {
	first, err := message(c.client, false)
	if err != nil {
		return err
	}
	if _, err := c.server.Write(first); err != nil {
		return err
	}
	writing := true
	for {
		m, err := message(c.client, true)
		if err != nil {
			return err
		}
		if m[0] == 'Q' {
			statement := bytes.ToLower(bytes.TrimRight(m[5:], "\x00; "))
			switch {
			case bytes.HasPrefix(statement, []byte("begin")):
				writing = !bytes.Contains(statement, []byte("read only"))
			case bytes.Equal(statement, []byte("commit")):
				f := c.proxy.judge(writing)
				switch f {
				case Before:
					c.client.Close()
					return nil
				case Late:
					time.Sleep(Delay)
				}
				c.fault.Store(int32(f))
			}
		}
		if _, err := c.server.Write(m); err != nil && Fault(c.fault.Load()) != Silent {
			return err
		}
	}
}

// downstream reads what the server says, until it is to be heard no more: silent when the client is not told so.
func (c *pair) downstream() (silent bool) {
	for {
		m, err := message(c.server, true)
		if err != nil {
			return false
		}
		switch Fault(c.fault.Load()) {
		case After, Silent:
			if m[0] != 'Z' { // the server is ready for the next one: it has committed
				continue
			}
			return Fault(c.fault.Load()) == Silent
		case Late:
			time.Sleep(Delay)
			c.fault.Store(int32(None))
		}
		if _, err := c.client.Write(m); err != nil {
			return false
		}
	}
}

// maxMessage is above all that the store says to PostgreSQL or hears from it, in bytes.
const maxMessage = 64 << 20

// message reads one message of PostgreSQL's protocol, version 3: a type unless it is the first of a client, the length with
// itself, and the rest.
func message(r io.Reader, typed bool) ([]byte, error) {
	head := 4
	if typed {
		head = 5
	}
	m := make([]byte, head, 512)
	if _, err := io.ReadFull(r, m); err != nil {
		return nil, err
	}
	n := int(binary.BigEndian.Uint32(m[head-4:]))
	if n < 4 || n > maxMessage {
		return nil, fmt.Errorf("a message of %d bytes", n)
	}
	m = append(m, make([]byte, n-4)...)
	_, err := io.ReadFull(r, m[head:])
	return m, err
}
