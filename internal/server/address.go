package server

import (
	"net/http"
	"net/netip"
	"strings"
)

// clientAddress names the network that a request comes from, for counting. It is the peer, unless that is a trusted proxy:
// then X-Forwarded-For is read from its end, where the nearest proxy wrote, up to the first address that is none of ours.
// What is left of it the client may have made up. Of an IPv6 address the first 64 bits count: a client has all the rest.
func clientAddress(r *http.Request, trusted []netip.Prefix) string {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	address := peer.Addr().Unmap().WithZone("")
	if isTrusted(address, trusted) {
		forwarded := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		for i := len(forwarded) - 1; i >= 0 && isTrusted(address, trusted); i-- {
			next, err := netip.ParseAddr(strings.TrimSpace(forwarded[i]))
			if err != nil {
				break
			}
			address = next.Unmap().WithZone("")
		}
	}
	if address.Is6() {
		return netip.PrefixFrom(address, 64).Masked().String()
	}
	return address.String()
}

func isTrusted(a netip.Addr, prefixes []netip.Prefix) bool {
	for _, p := range prefixes {
		if p.Contains(a) {
			return true
		}
	}
	return false
}
