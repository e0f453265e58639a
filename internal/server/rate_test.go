package server_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hegui/internal/server"
)

// Of a thousand guesses five are answered; the others wait, unchecked. Whoever has a right key is not in the way.
func TestGuessing(t *testing.T) {
	t.Parallel()
	g := guard(t, func(o *server.Options) { o.Limits.Rate = -1 })
	const attacker = "198.51.100.7:4000"
	target := g.keys["all"]
	guess := "Bearer " + wrong(t, g, idOf(t, target))
	bodies, answers := map[string]int{}, map[int]int{}
	for range 1000 {
		w := send(g, "GET", "/v1/packs", attacker, guess)
		answers[w.Code]++
		bodies[requestID.ReplaceAllString(w.Body.String(), "")]++
		if w.Code == http.StatusTooManyRequests && w.Header().Get("Retry-After") != "900" {
			t.Fatalf("Retry-After %q", w.Header().Get("Retry-After"))
		}
	}
	if answers[401] != 5 || answers[429] != 995 || len(bodies) != 2 || g.checked.Load() != 5 {
		t.Errorf("answers %v, %d bodies, %d checked", answers, len(bodies), g.checked.Load())
	}
	for _, tc := range []struct {
		name, address, key string
		status             int
	}{
		{"the right key, from the attacker's address", attacker, target, 429},
		{"the right key, from elsewhere", elsewhere(), target, 200},
		{"another right key, from the attacker's address", attacker, g.keys["read"], 200},
		{"another port of the attacker's", "198.51.100.7:4001", target, 429},
	} {
		if w := send(g, "GET", "/v1/packs", tc.address, "Bearer "+tc.key); w.Code != tc.status {
			t.Errorf("%s: %d", tc.name, w.Code)
		}
	}
	g.pass(15 * time.Minute)
	if w := send(g, "GET", "/v1/packs", attacker, "Bearer "+target); w.Code != 200 {
		t.Errorf("after a quarter of an hour: %d", w.Code)
	}
	metrics := send(g, "GET", "/metrics", elsewhere(), "Bearer "+target).Body.String()
	if !strings.Contains(metrics, `hegui_auth_refused_total{reason="throttled"} 997`) || !strings.Contains(metrics, `hegui_auth_refused_total{reason="invalid"} 5`) {
		t.Error("the metrics count otherwise")
	}
}

// Tokens that are none, unknown keys and wrong secrets of known ones end alike: the answers do not tell which keys there are.
func TestGuessingByAddress(t *testing.T) {
	t.Parallel()
	g := guard(t, func(o *server.Options) { o.Limits.Rate = -1 })
	known := wrong(t, g, idOf(t, g.keys["all"]))
	for name, guesses := range map[string][]string{
		"no tokens":            {"x", "hg_x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.YQ", strings.Repeat("a", 15<<10)},
		"unknown keys":         {wrong(t, g, "aaaaaaaaaa"), wrong(t, g, "bbbbbbbbbb"), wrong(t, g, "cccccccccc")},
		"known keys and other": {known, "x", wrong(t, g, "aaaaaaaaaa")},
	} {
		address := elsewhere()
		for i := range 20 {
			w := send(g, "GET", "/v1/packs", address, "Bearer "+guesses[i%len(guesses)])
			if want := map[bool]int{true: 401, false: 429}[i < 5]; w.Code != want {
				t.Errorf("%s, try %d: %d, want %d", name, i+1, w.Code, want)
			}
		}
		if w := send(g, "GET", "/v1/packs", address, "Bearer "+g.keys["read"]); w.Code != 200 {
			t.Errorf("%s: the right key of another from the same address: %d", name, w.Code)
		}
		if w := send(g, "GET", "/v1/packs", address, "Bearer "+g.keys["expired"]); w.Code != 401 {
			t.Errorf("%s: an expired key is no guess: %d", name, w.Code)
		}
	}
}

// Guesses at the same time are no way to more answers.
func TestGuessingAtTheSameTime(t *testing.T) {
	t.Parallel()
	g := guard(t, func(o *server.Options) { o.Limits.Rate = -1 })
	address, guess := elsewhere(), "Bearer "+wrong(t, g, idOf(t, g.keys["all"]))
	var answered atomic.Int32
	var wg sync.WaitGroup
	for range 200 {
		wg.Go(func() {
			if send(g, "GET", "/v1/packs", address, guess).Code == http.StatusUnauthorized {
				answered.Add(1)
			}
		})
	}
	wg.Wait()
	if answered.Load() > 5 {
		t.Errorf("%d were answered", answered.Load())
	}
}

// Each caller has a rate: a key, whatever address it comes from; else an address.
func TestRates(t *testing.T) {
	t.Parallel()
	g := guard(t, func(o *server.Options) { o.Limits.Rate, o.Limits.Burst = 2, 3 })
	ask := func(path, address, key string, want ...int) {
		t.Helper()
		for i, status := range want {
			header := []string{"Bearer " + key}
			if key == "" {
				header = nil
			}
			w := send(g, "GET", path, address, header...)
			if w.Code != status || (status == 429) != (w.Header().Get("Retry-After") == "1") {
				t.Errorf("%s %s, request %d: %d, Retry-After %q", address, path, i+1, w.Code, w.Header().Get("Retry-After"))
			}
		}
	}
	here := elsewhere()
	ask("/v1/packs", here, g.keys["read"], 200, 200, 200, 429)
	ask("/v1/packs", elsewhere(), g.keys["read"], 429)
	ask("/v1/packs", here, g.keys["all"], 200, 200, 200, 429)
	ask("/openapi.yaml", here, "", 200, 200, 200, 429)
	ask("/v1/packs", here, "", 429) // without credentials it is the address that asks
	ask("/nosuch", here, "", 429)
	ask("/livez", here, "", 200, 200, 200, 200, 200)
	ask("/readyz", here, g.keys["read"], 200, 200, 200, 200, 200)
	g.pass(500 * time.Millisecond)
	ask("/v1/packs", here, g.keys["read"], 200, 429)
	metrics := g.keys["metrics"]
	if text := send(g, "GET", "/metrics", here, "Bearer "+metrics).Body.String(); !strings.Contains(text, `hegui_rate_limited_total{by="key"} 4`) || !strings.Contains(text, `hegui_rate_limited_total{by="address"} 3`) {
		t.Error("the metrics count otherwise")
	}
}

// Without authentication a service is for its own machine and has no rate unless one is named.
func TestRatesOfAServiceWithoutAuthentication(t *testing.T) {
	t.Parallel()
	s := open(t, func(o *server.Options) { o.Packs = nil })
	for range 2000 {
		if w := send(s, "GET", "/openapi.yaml", "127.0.0.1:1"); w.Code != 200 {
			t.Fatal(w.Code)
		}
	}
	if w := send(s, "GET", "/v1/packs", "127.0.0.1:1", "Bearer nonsense"); w.Code != 200 {
		t.Errorf("with credentials that nobody asked for: %d", w.Code)
	}
	g := guard(t, nil) // 50 a second and 100 at once
	n := 0
	for send(g, "GET", "/openapi.yaml", "127.0.0.1:1").Code == 200 {
		n++
	}
	if n != 100 {
		t.Errorf("%d requests at once", n)
	}
}

// Where a request comes from is what the connection says, unless a proxy that is ours says otherwise.
func TestForwardedAddresses(t *testing.T) {
	t.Parallel()
	from := func(s http.Handler, peer string, forwarded ...string) int {
		r := httptest.NewRequest("GET", "/openapi.yaml", http.NoBody)
		r.RemoteAddr = peer
		for _, f := range forwarded {
			r.Header.Add("X-Forwarded-For", f)
			r.Header.Set("X-Real-IP", f)
			r.Header.Set("Forwarded", "for="+f)
			r.Header.Set("CF-Connecting-IP", f)
			r.Header.Set("True-Client-IP", f)
		}
		r.Host = "other.example.org"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w.Code
	}
	limit := func(o *server.Options) { o.Packs, o.Limits.Rate, o.Limits.Burst = nil, 1, 1 }

	s := open(t, limit)
	if from(s, "203.0.113.1:1", "192.0.2.1") != 200 || from(s, "203.0.113.1:2", "192.0.2.2") != 429 || from(s, "203.0.113.1:3", "127.0.0.1") != 429 {
		t.Error("no proxy is ours, and a client chooses its address")
	}

	s = open(t, func(o *server.Options) {
		limit(o)
		o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
	})
	for _, tc := range []struct {
		name, peer string
		forwarded  []string
		want       int
	}{
		{"a client", "10.0.0.1:1", []string{"192.0.2.1"}, 200},
		{"the same one by another proxy", "10.0.0.2:1", []string{"192.0.2.1"}, 429},
		{"another client", "10.0.0.1:1", []string{"192.0.2.2"}, 200},
		{"a client that invents others before it", "10.0.0.1:1", []string{"192.0.2.77, 192.0.2.2"}, 429},
		{"in a header of its own", "10.0.0.1:1", []string{"192.0.2.78", "192.0.2.2"}, 429},
		{"two of our proxies", "10.0.0.1:1", []string{"192.0.2.2, 10.0.0.9"}, 429},
		{"a client that invents one of our proxies", "10.0.0.1:1", []string{"192.0.2.79, 10.0.0.8, 192.0.2.2"}, 429},
		{"a stranger who claims to be a proxy", "203.0.113.5:1", []string{"192.0.2.80"}, 200},
		{"and is counted by its own address", "203.0.113.5:2", []string{"192.0.2.81"}, 429},
		{"the proxy itself", "10.0.0.7:1", nil, 200},
		{"nonsense counts for the proxy", "10.0.0.7:1", []string{"unknown"}, 429},
		{"an IPv6 client", "10.0.0.1:1", []string{"2001:db8::1"}, 200},
		{"another address of its network", "10.0.0.1:1", []string{"2001:db8::ffff:2"}, 429},
		{"another network", "10.0.0.1:1", []string{"2001:db8:0:1::1"}, 200},
		{"IPv4 written as IPv6", "[::ffff:10.0.0.1]:1", []string{"::ffff:192.0.2.1"}, 429},
	} {
		if got := from(s, tc.peer, tc.forwarded...); got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}
