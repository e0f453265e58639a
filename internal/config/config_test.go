package config_test

import (
	"bytes"
	"errors"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
	"hegui/internal/config"
	"hegui/internal/proposal"
)

// file gives a configuration file as a source.
func file(src string) config.Sources {
	return config.Sources{Name: "hegui.yaml", File: []byte(src), Near: proposal.Suggest, Processors: 2}
}

func load(t *testing.T, s config.Sources) *config.Loaded {
	t.Helper()
	l, err := config.Load(s)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestDefaultsAreThoseOfTheReliabilityRules(t *testing.T) {
	t.Parallel()
	want := config.Config{
		Address: "127.0.0.1:8080", Packs: []string{"aiplus"},
		Engine:  "plan",
		Workers: 1,
		OIDC:    config.OIDC{RolesClaim: "roles", PartyClaim: "sub"},
		Limits: config.Limits{
			Archive: 64 << 20, Evaluation: 2 * time.Second, Slots: 2, Queue: 64, Wait: 2 * time.Second,
			Connections: 512, ConnectionsPerClient: 32, ConnectionsLoopback: 512,
			HeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute, DrainDelay: time.Second, Drain: 20 * time.Second,
		},
		Log: config.Log{Level: "info", Format: "json"}, Reload: config.Reload{Watch: true},
	}
	if diff := cmp.Diff(want, load(t, file("")).Config); diff != "" {
		t.Error(diff)
	}
}

// Each source goes before the ones above it, key by key.
func TestOrderOfSources(t *testing.T) {
	t.Parallel()
	s := file("limits:\n  queue: 5\n  wait: 1s\n  burst: 7\nlog: {level: warn}\n")
	s.Environ = []string{"HEGUI_LIMITS_WAIT=3s", "HEGUI_LIMITS_BURST=8", "HEGUI_LOG_LEVEL=", "PATH=/bin", "HEGUI_LANG=zh", "HEGUI_CONFIG=x"}
	s.Flags = map[string][]string{"log.level": {"debug"}, "address": {"127.0.0.1:1"}}
	l := load(t, s)
	for _, tc := range []struct{ key, origin string }{
		{"limits.archive", "default"}, {"limits.queue", "hegui.yaml:2"}, {"limits.wait", "HEGUI_LIMITS_WAIT"},
		{"limits.burst", "HEGUI_LIMITS_BURST"}, {"log.level", "--log-level"}, {"address", "--addr"},
	} {
		if got := l.Origin(tc.key).String(); got != tc.origin {
			t.Errorf("%s comes from %s, want %s", tc.key, got, tc.origin)
		}
	}
	if l.Limits.Queue != 5 || l.Limits.Wait != 3*time.Second || l.Limits.Burst != 8 || l.Log.Level != "debug" || l.Address != "127.0.0.1:1" {
		t.Errorf("%+v", l.Config)
	}
}

// Each way to be wrong, in the file.
func TestFaultsOfTheFile(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, src, want string }{
		{"a misspelt key names the nearest", "limits:\n  qeue: 5\n", "hegui.yaml:2: limits.qeue: unknown key; did you mean queue?"},
		{"a misspelt group", "limit: {queue: 5}\n", "hegui.yaml:1: limit: unknown key; did you mean limits?"},
		{"a key outside of its group", "burst: 5\n", "hegui.yaml:1: burst: unknown key; did you mean limits.burst?"},
		{"a key that resembles none", "frobnicate: 5\n", "hegui.yaml:1: frobnicate: unknown key; docs/service.md lists them all"},
		{"another case", "Address: 127.0.0.1:1\n", "hegui.yaml:1: Address: unknown key; did you mean address?"},
		{"a key twice", "log: {level: info}\nlog: {level: warn}\n", "hegui.yaml:2: log: is already on line 1; keep one of the two"},
		{"a second document", "log: {level: info}\n---\nlog: {level: warn}\n", "hegui.yaml:2: a second document; a configuration is one, so remove what follows ---"},
		{"no YAML", "log: [\n", "hegui.yaml:1: not YAML: did not find expected node content"},
		{"an alias", "keys: &k a\ntls: {key: *k}\n", "hegui.yaml:1: keys: anchors, aliases and merge keys are not taken; write the value out\n" +
			"hegui.yaml:2: tls.key: anchors, aliases and merge keys are not taken; write the value out"},
		{"a merge key", "limits:\n  <<: {queue: 1}\n", "hegui.yaml:2: limits: anchors, aliases and merge keys are not taken; write the value out"},
		{"a value where a group belongs", "limits: 5\n", "hegui.yaml:1: limits: wants keys below it, indented"},
		{"a list instead of a configuration", "- a\n", "hegui.yaml:1: wants keys below it, indented"},
		{"a number where a text belongs", "address: 8080\n", "hegui.yaml:1: address: wants a text; put quotes around it"},
		{"a text where a list belongs", "packs: aiplus\n", "hegui.yaml:1: packs: wants a list of texts: [a, b]"},
		{"a list of numbers", "packs: [1]\n", "hegui.yaml:1: packs: wants a list of texts: [a, b]"},
		{"an empty list where something is needed", "packs: []\n", "hegui.yaml:1: packs: is empty; give a value, or leave the key out for its default"},
		{"an item twice", "packs: [aiplus, aiplus]\n", `hegui.yaml:1: packs: "aiplus" is listed twice`},
		{"nothing", "limits: {queue: }\n", "hegui.yaml:1: limits.queue: wants a plain number"},
		{"a number in words", "limits: {queue: many}\n", "hegui.yaml:1: limits.queue: wants a plain number"},
		{"a hexadecimal number", "limits: {queue: 0x10}\n", "hegui.yaml:1: limits.queue: wants a plain number"},
		{"a part of a number", "limits: {queue: 1.5}\n", "hegui.yaml:1: limits.queue: wants a plain number"},
		{"not a number", "limits: {rate: .nan}\n", "hegui.yaml:1: limits.rate: wants a plain number"},
		{"a size without its unit", "limits: {archive: 64}\n", "hegui.yaml:1: limits.archive: wants a size with its unit, B, KiB, MiB or GiB: 64MiB"},
		{"a size that overflows", "limits: {archive: 99999999999GiB}\n", "hegui.yaml:1: limits.archive: wants a size with its unit, B, KiB, MiB or GiB: 64MiB"},
		{"a time without its unit", "limits: {wait: 2}\n", "hegui.yaml:1: limits.wait: wants a time with its unit, ms, s or m: 2s"},
		{"more than the ceiling", "limits: {queue: 257}\n", `hegui.yaml:1: limits.queue: "257" is not between 1 and 256`},
		{"less than the least", "limits: {queue: 0}\n", `hegui.yaml:1: limits.queue: "0" is not between 1 and 256`},
		{"a time beyond the ceiling", "limits: {header_timeout: 21s}\n", `hegui.yaml:1: limits.header_timeout: "21s" is not between 100ms and 20s`},
		{"a size beyond the ceiling", "limits: {archive: 1GiB}\n", `hegui.yaml:1: limits.archive: "1GiB" is not between 1KiB and 256MiB`},
		{"more slots than four per processor", "limits: {slots: 9}\n", `hegui.yaml:1: limits.slots: "9" is not between 1 and 8`},
		{"a truth value in words", "reload: {watch: yes please}\n", "hegui.yaml:1: reload.watch: wants true or false"},
		{"a truth value of YAML 1.1", "reload: {watch: yes}\n", "hegui.yaml:1: reload.watch: wants true or false"},
		{"an unknown choice", "log: {format: xml}\n", `hegui.yaml:1: log.format: "xml" is none of json, text`},
		{"no address", "address: localhost\n", `hegui.yaml:1: address: "localhost" is not an address like 127.0.0.1:8080`},
		{"a port by name", "address: localhost:http\n", `hegui.yaml:1: address: "localhost:http" is not an address like 127.0.0.1:8080`},
		{"every origin", "cors: {origins: ['*']}\n", `hegui.yaml:1: cors.origins: "*" is not an origin like https://apply.example.org: scheme, host and port in lower case, no path, no *`},
		{"an origin with a path", "cors: {origins: ['https://a.example/']}\n", `hegui.yaml:1: cors.origins: "https://a.example/" is not an origin like https://apply.example.org: scheme, host and port in lower case, no path, no *`},
		{"origins of a whole domain", "cors: {origins: ['https://*.example']}\n", `hegui.yaml:1: cors.origins: "https://*.example" is not an origin like https://apply.example.org: scheme, host and port in lower case, no path, no *`},
		{"an empty origin", "cors: {origins: ['']}\n", `hegui.yaml:1: cors.origins: "" is not an origin like https://apply.example.org: scheme, host and port in lower case, no path, no *`},
		{"a network with too many bits", "trusted_proxies: [10.0.0.0/33]\n", `hegui.yaml:1: trusted_proxies: "10.0.0.0/33" is neither an address nor a network like 10.0.0.0/8`},
		{"a proxy by name", "trusted_proxies: [proxy]\n", `hegui.yaml:1: trusted_proxies: "proxy" is neither an address nor a network like 10.0.0.0/8`},
		{"an issuer over http", "oidc: {issuer: 'http://login.example', audience: a, roles: {r: [read]}}\n", `hegui.yaml:1: oidc.issuer: "http://login.example" is not an address like https://login.example.org without user and query (http only on this machine)`},
		{"a store of another kind", "store: 'mysql://a@b/c'\n", `hegui.yaml:1: store: "mysql:***b/c" is neither a file (sqlite:PATH) nor postgres://USER@HOST/NAME`},
		{"a store with a password", "store: 'postgres://a:b@c/d'\n", "hegui.yaml:1: store: the address has a password, which others can see; put it into the file that PGPASSFILE names"},
		{"roles without scopes", "oidc: {roles: {r: []}}\n", "hegui.yaml:1: oidc.roles: wants scopes by role: {reviewer: [read, assess]}"},
		{"a role twice", "oidc: {roles: {r: [read], r: [assess]}}\n", `hegui.yaml:1: oidc.roles: "r" is listed twice`},
		{"a certificate without its key", "tls: {certificate: a.pem}\n", "hegui.yaml:1: tls.certificate: tls.certificate and tls.key belong together; set both or neither"},
		{"a key without its certificate", "tls: {key: a.pem}\n", "hegui.yaml:1: tls.key: tls.certificate and tls.key belong together; set both or neither"},
		{"an issuer without audience", "oidc: {issuer: 'https://login.example', roles: {r: [read]}}\n", "hegui.yaml:1: oidc.issuer: set oidc.audience too: without it, tokens that were issued for other services would be taken"},
		{"an issuer without roles", "oidc: {issuer: 'https://login.example', audience: a}\n", "hegui.yaml:1: oidc.issuer: set oidc.roles too: without it, no caller would be allowed anything"},
		{"all at once, in the order of the lines", "limits:\n  wait: 99h\n  qeue: 5\naddress: 1\n",
			"hegui.yaml:2: limits.wait: \"99h\" is not between 10ms and 8s\nhegui.yaml:3: limits.qeue: unknown key; did you mean queue?\nhegui.yaml:4: address: wants a text; put quotes around it"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := faults(t, file(tc.src)); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

// faults gives what is wrong, in English, and holds that Chinese says as much.
func faults(t *testing.T, s config.Sources) string {
	t.Helper()
	_, err := config.Load(s)
	var wrong *config.Error
	if !errors.As(err, &wrong) {
		t.Fatalf("no *config.Error: %v", err)
	}
	zh := wrong.In(catalog.ZH)
	if strings.Count(zh, "\n") != strings.Count(wrong.Error(), "\n") || strings.Contains(zh, "%!") || strings.Contains(wrong.Error(), "%!") {
		t.Errorf("in Chinese: %s", zh)
	}
	return wrong.Error()
}

func TestFaultsOfVariablesAndFlags(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		environ []string
		flags   map[string][]string
		want    string
	}{
		{"a misspelt variable names the nearest", []string{"HEGUI_LIMITS_QEUE=5"}, nil, "HEGUI_LIMITS_QEUE: unknown variable; did you mean HEGUI_LIMITS_QUEUE?"},
		{"a variable that Kubernetes made of a service", []string{"HEGUI_PORT_8080_TCP_PROTO=tcp"}, nil, "HEGUI_PORT_8080_TCP_PROTO: unknown variable; docs/service.md lists them all (in Kubernetes, set enableServiceLinks: false)"},
		{"a misspelt variable is one even when empty", []string{"HEGUI_KEY="}, nil, "HEGUI_KEY: unknown variable; did you mean HEGUI_KEYS?"},
		{"a wrong value", []string{"HEGUI_LIMITS_QUEUE=many"}, nil, "HEGUI_LIMITS_QUEUE: wants a plain number"},
		{"a role without scopes", []string{"HEGUI_OIDC_ROLES=reviewer"}, nil, "HEGUI_OIDC_ROLES: wants scopes by role: reviewer=read,assess clerk=read"},
		{"a role twice", []string{"HEGUI_OIDC_ROLES=r=read r=assess"}, nil, `HEGUI_OIDC_ROLES: "r" is listed twice`},
		{"a wrong flag", nil, map[string][]string{"address": {"8080"}}, `--addr: "8080" is not an address like 127.0.0.1:8080`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			s := file("")
			s.Environ, s.Flags = tc.environ, tc.flags
			if got := faults(t, s); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

// Lists and mappings are written in variables as people expect.
func TestVariablesHoldListsAndMappings(t *testing.T) {
	t.Parallel()
	s := file("")
	s.Environ = []string{"HEGUI_PACKS=aiplus, ./mine", "HEGUI_CORS_ORIGINS=https://a.example", "HEGUI_OIDC_ROLES=r=read w=read,assess",
		"HEGUI_OIDC_ISSUER=https://id.example", "HEGUI_OIDC_AUDIENCE=hegui", "HEGUI_RELOAD_WATCH=false"}
	l := load(t, s)
	want := map[string][]string{"r": {"read"}, "w": {"read", "assess"}}
	if !slices.Equal(l.Packs, []string{"aiplus", "./mine"}) || !slices.Equal(l.CORS.Origins, []string{"https://a.example"}) || !cmp.Equal(l.OIDC.Roles, want) || l.Reload.Watch {
		t.Errorf("%+v", l.Config)
	}
}

// A flag of a list may be given more than once.
func TestFlagsHoldListsAndMappings(t *testing.T) {
	t.Parallel()
	s := file("trusted_proxies: ['::1']\noidc: {issuer: 'https://id.example', audience: hegui}\n")
	s.Flags = map[string][]string{"oidc.roles": {"r=read", "w=read,assess"}, "trusted_proxies": {"10.0.0.1", "10.1.0.0/16,::1"}, "log.level": {"warn", "error"}}
	l := load(t, s)
	want := map[string][]string{"r": {"read"}, "w": {"read", "assess"}}
	prefixes := []netip.Prefix{netip.MustParsePrefix("10.0.0.1/32"), netip.MustParsePrefix("10.1.0.0/16"), netip.MustParsePrefix("::1/128")}
	if !cmp.Equal(l.OIDC.Roles, want) || !slices.Equal(l.Proxies(), prefixes) || l.Log.Level != "error" {
		t.Errorf("%+v", l.Config)
	}
}

// Beyond the loopback address somebody must be asked who they are.
func TestOnlyTheLoopbackAddressIsOpen(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		src   string
		fault bool
	}{
		{"address: '127.0.0.1:8080'", false},
		{"address: '127.9.9.9:8080'", false},
		{"address: '[::1]:8080'", false},
		{"address: 'localhost:8080'", false},
		{"address: ':8080'", true},
		{"address: '0.0.0.0:8080'", true},
		{"address: '[::]:8080'", true},
		{"address: '10.1.2.3:8080'", true},
		{"address: 'localhost.example.org:8080'", true},
		{"address: ':8080'\nkeys: keys.yaml", false},
		{"address: ':8080'\noidc: {issuer: 'https://login.example', audience: hegui, roles: {r: [read]}}", false},
	} {
		_, err := config.Load(file(tc.src))
		if (err != nil) != tc.fault {
			t.Errorf("%s: %v", tc.src, err)
		}
		if err != nil && (!strings.Contains(err.Error(), "HEGUI_KEYS") || !strings.Contains(err.Error(), "oidc.issuer")) {
			t.Errorf("%s: does not say how to configure them: %v", tc.src, err)
		}
	}
}

// What holds a secret is refused without repeating it.
func TestSecretsAreNotRepeated(t *testing.T) {
	t.Parallel()
	for _, src := range []string{
		"keys: hg_abc_SECRET_1\n",
		"oidc: {issuer: 'https://user:SECRET@login.example'}\n",
		"cors: {origins: ['https://user:SECRET@a.example']}\n",
		"address: hg_abc_SECRET_1\n",
		"log: {level: hg_abc_SECRET_1}\n",
	} {
		if got := faults(t, file(src)); strings.Contains(got, "SECRET") {
			t.Errorf("%s gives %s", src, got)
		}
	}
	if got := faults(t, file("address: 'https://user:SECRET@a'\n")); !strings.Contains(got, "***") {
		t.Errorf("no trace of what is wrong: %s", got)
	}
}

// What is written gives the same configuration again, and says where each value comes from.
func TestWhatIsWrittenIsAConfiguration(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]config.Sources{
		"defaults": file(""),
		"everything": {
			Name: "hegui.yaml", Near: proposal.Suggest, Processors: 2,
			File: []byte("address: ':8443'\npacks: [aiplus, 'C: # 规则包']\nkeys: /run/keys\ntls: {certificate: c, key: 'true'}\n" +
				"oidc: {issuer: 'https://login.example', audience: '123', roles: {'no': [read], b: [assess, read]}}\n" +
				"trusted_proxies: [10.0.0.0/8, '::1']\ncors: {origins: ['https://a.example:444']}\n" +
				"limits: {archive: 1025B, evaluation: 1500ms, rate: 0.5, write_timeout: 2m, drain: 61s}\nlog: {format: text}\nreload: {watch: true}\n"),
			Flags: map[string][]string{"log.level": {"error"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := load(t, s)
			var out bytes.Buffer
			if err := first.Write(&out); err != nil {
				t.Fatal(err)
			}
			again := file(out.String())
			again.Name = "written.yaml"
			second := load(t, again)
			if diff := cmp.Diff(first.Config, second.Config); diff != "" {
				t.Errorf("%s\n%s", diff, out.String())
			}
			if name == "everything" && (!strings.Contains(out.String(), "address: :8443 # hegui.yaml:1\n") || !strings.Contains(out.String(), "level: error # --log-level\n") || !strings.Contains(out.String(), "queue: 64 # default\n")) {
				t.Errorf("origins are missing:\n%s", out.String())
			}
			if strings.Count(out.String(), " # ") < 29 {
				t.Errorf("values without origin:\n%s", out.String())
			}
		})
	}
}

// No input makes the reader fail, and what it takes can be written and read again.
func FuzzLoad(f *testing.F) {
	for _, src := range []string{"", "limits: {queue: 5}\n", "a: &a [*a]\n", "? [a]\n: b\n", "oidc: {roles: {r: [read]}}", "\x00", "# nothing\n"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		l, err := config.Load(file(src))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := l.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := config.Load(file(out.String()))
		if err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
		if diff := cmp.Diff(l.Config, again.Config); diff != "" {
			t.Error(diff)
		}
	})
}
