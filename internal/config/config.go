// Package config is what `hegui serve` runs with. One table of keys (keys.go) drives the file, the environment, the
// flags, what --print-config shows and docs/service.md. Start at [Load].
//
// A value comes from the last of these that names it: the default, the YAML file, the environment, a flag. Whatever is
// doubtful is refused, all of it at once: an unknown key in a configuration is a limit that somebody believes in.
package config

import (
	"net/netip"
	"runtime"
	"slices"
	"strings"
	"time"

	"hegui/internal/catalog"
)

// Config says how the service runs. Load gives one that holds together; the zero value does not.
type Config struct {
	Address        string   // host:port to listen on
	Packs          []string // ids of built-in packs, bundles, or folders that hold packs
	PackKeys       []string // files of the public keys that bundles must be signed with; without any, packs run isolated
	Engine         string   // plan or opa
	Cache          string   // folder of plans; "" for the user's, "off" for none
	Keys           string   // file of API keys; "" for none
	Store          string   // address of the store; "" for none
	Workers        int      // parts of batches assessed at the same time, when there is a store; 0 leaves them to others
	ReceiptKeys    []string // files of the private keys that sign receipts; without any there are none
	OIDC           OIDC
	TLS            TLS
	CORS           CORS
	TrustedProxies []string // addresses and networks (CIDR) whose X-Forwarded-For is believed
	Limits         Limits
	Log            Log
	Reload         Reload
}

// Proxies gives TrustedProxies as networks; an address is a network of one.
func (c *Config) Proxies() []netip.Prefix {
	var networks []netip.Prefix
	for _, text := range c.TrustedProxies {
		if one, err := netip.ParseAddr(text); err == nil {
			networks = append(networks, netip.PrefixFrom(one, one.BitLen()))
		} else if many, err := netip.ParsePrefix(text); err == nil {
			networks = append(networks, many.Masked())
		}
	}
	return networks
}

// OIDC says whose tokens are taken. An empty Issuer takes none.
type OIDC struct {
	Issuer     string
	Audience   string
	RolesClaim string              // name of the claim that lists the roles of a caller
	Roles      map[string][]string // role of the provider to scopes, and at most one role of hegui
	PartyClaim string              // name of the claim that says whom a caller stands for
}

// TLS names the files of the certificate chain and its key, PEM. Both or neither are set.
type TLS struct{ Certificate, Key string }

// CORS lists the origins whose pages may read answers.
type CORS struct{ Origins []string }

// Limits bound what callers may take.
type Limits struct {
	Archive              Size          // bytes of a request with many proposals
	Evaluation           time.Duration // of one proposal
	Slots                int           // proposals evaluated at the same time
	Queue                int           // requests that wait for a slot
	Wait                 time.Duration // for a slot
	Rate                 float64       // requests per second and caller
	Burst                int           // requests of a caller at once
	Connections          int           // in all
	ConnectionsPerClient int           // per address of a peer
	ConnectionsLoopback  int           // per address of a peer on this machine
	HeaderTimeout        time.Duration // to send the header of a request, and to shake hands under TLS
	ReadTimeout          time.Duration // to send a request
	WriteTimeout         time.Duration // to take an answer; of a stream, each part of it
	IdleTimeout          time.Duration // between two requests of a connection
	DrainDelay           time.Duration // from being unready to taking no more connections
	Drain                time.Duration // for requests under way after it
}

// Log says what is logged, and how.
type Log struct {
	Level  string // debug, info, warn or error
	Format string // json or text
}

// Reload says when packs are loaded again; on SIGHUP they always are.
type Reload struct {
	Watch bool // when their files change
}

// Size is a number of bytes.
type Size int64

// Sources are where values come from.
type Sources struct {
	Name    string              // of the file, as messages show it
	File    []byte              // YAML; nil when there is none
	Environ []string            // NAME=value
	Flags   map[string][]string // by key, each time it was given; only those that were
	// Near finds the known word that somebody meant, false when none is near; nil never finds one.
	Near func(word string, known []string) (string, bool)
	// Processors of the machine; 0 means those that Go uses.
	Processors int
}

// Loaded is a configuration and where each of its values comes from.
type Loaded struct {
	Config
	origins map[string]Origin
	table   []key
}

// Origin says where the value of a key comes from.
func (l *Loaded) Origin(key string) Origin { return l.origins[key] }

// Load reads the sources. The error is a *[Error] with everything that is wrong.
func Load(s Sources) (*Loaded, error) {
	if s.Near == nil {
		s.Near = func(string, []string) (string, bool) { return "", false }
	}
	if s.Processors == 0 {
		s.Processors = runtime.GOMAXPROCS(0)
	}
	r := &reader{
		Sources: s,
		Loaded:  &Loaded{origins: map[string]Origin{}, table: table(s.Processors)},
	}
	for _, k := range r.table {
		if t, ok := k.set(&r.Config, k.def); !ok {
			panic("default of " + k.name + ": " + t.EN) // a test loads every default
		}
	}
	r.file()
	r.environment()
	for _, k := range r.table {
		if texts, given := s.Flags[k.name]; given {
			r.text(k, k.join(texts), Origin{Name: "--" + k.flag})
		}
	}
	r.together()
	if len(r.faults) > 0 {
		slices.SortStableFunc(r.faults, func(a, b Fault) int { return a.At.Line - b.At.Line })
		return nil, &Error{r.faults}
	}
	return r.Loaded, nil
}

// Error is everything that is wrong with a configuration. It has at least one fault.
type Error struct{ Faults []Fault }

func (e *Error) Error() string { return e.In(catalog.EN) }

// In words the faults in a language, one per line.
func (e *Error) In(lang catalog.Lang) string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.In(lang)
	}
	return strings.Join(lines, "\n")
}

// Fault is one thing that is wrong: where, with which key, and what to do.
type Fault struct {
	At   Origin
	Key  string // "" when it is about a whole source
	Text catalog.Text
}

// In words the fault: "hegui.yaml:7: limits.qeue: unknown key; did you mean queue?".
func (f Fault) In(lang catalog.Lang) string {
	text := f.Text.In(lang)
	if f.Key != "" && (f.At.Name == "" || f.At.Line > 0) { // a variable and a flag are their key
		text = f.Key + ": " + text
	}
	return f.At.String() + ": " + text
}
