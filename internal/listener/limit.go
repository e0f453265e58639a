package listener

import (
	"net"
	"net/netip"
	"slices"
	"sync"
)

// limited closes connections above the limits at once. One that waited in the queue of the system instead would be
// served late, and its client would not know why.
type limited struct {
	net.Listener
	o     Options
	quiet *throttle

	mu      sync.Mutex
	all     int
	clients map[netip.Addr]int
}

func newLimited(l net.Listener, o Options, quiet *throttle) *limited {
	return &limited{Listener: l, o: o, quiet: quiet, clients: map[netip.Addr]int{}}
}

func (l *limited) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		client := clientOf(c.RemoteAddr())
		if l.enter(client) {
			held := &heldConn{Conn: c, leave: sync.OnceFunc(func() { l.leave(client) })}
			if l.o.Certificate != nil { // net/http must see the connection below TLS as it is
				return held, nil
			}
			return &framedConn{Conn: held}, nil
		}
		l.quiet.say("connections above the limits are closed")
		_ = c.Close()
	}
}

// clientOf is whom a connection counts for: an address, or the /64 network that IPv6 gives one customer.
func clientOf(a net.Addr) netip.Addr {
	at, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Addr{}
	}
	ip := at.Addr().Unmap()
	if ip.Is6() && !ip.IsLoopback() {
		network, _ := ip.WithZone("").Prefix(64) // 64 bits are always there
		return network.Addr()
	}
	return ip
}

func (l *limited) enter(client netip.Addr) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	most := l.o.PerClient
	switch {
	case client.IsLoopback():
		most = l.o.Loopback
	case slices.ContainsFunc(l.o.Exempt, func(p netip.Prefix) bool { return p.Contains(client) }):
		most = l.o.Connections
	}
	if l.all >= l.o.Connections || l.clients[client] >= most {
		return false
	}
	l.all++
	l.clients[client]++
	return true
}

func (l *limited) leave(client netip.Addr) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all--
	if l.clients[client]--; l.clients[client] == 0 {
		delete(l.clients, client)
	}
}

// heldConn counts until it is closed.
type heldConn struct {
	net.Conn
	leave func()
}

func (c *heldConn) Close() error {
	err := c.Conn.Close()
	c.leave()
	return err
}
