package server_test

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/auth"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/server"
	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

func TestMain(m *testing.M) { os.Exit(storetest.Main(m)) }

// What the examples of the document speak of, and what they must not reach.
const (
	submission = "fq3mz7kd2xw5tn4b6rgh3vsy2a"
	override   = "p4t6hwz3kq2nv7xm5dgb3rcs2e"
	waiver     = "u7x2kd5rm3hq6wz4tnvb2cgy3i"
	keyID      = "ke3mq7xz2a"
	batchID    = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
	applicant  = "91440101MA5CJ0000X"
	// of somebody else
	another         = "bbbbbbbbbbbbbbbbbbbbbbbbba"
	anotherOverride = "cccccccccccccccccccccccccc"
	nobodys         = "dddddddddddddddddddddddddd" // is not there
)

// tokens are credentials of the fixture, by role; the second is another one's.
var tokens = map[auth.Role][2]string{
	auth.Applicant: {"applicant:" + applicant, "applicant:91440101MA5CJ2222X"},
	auth.Portal:    {"portal:gz", "portal:sz"},
	auth.Reviewer:  {"reviewer:li", "reviewer:zhao"},
	auth.Chair:     {"chair", "chair"},
	auth.Admin:     {"admin", "admin"},
}

// byRole lets in whoever says a role and a party; "reader" has all scopes and no role.
type byRole struct{}

func (byRole) Authenticate(_ context.Context, token string) (auth.Principal, error) {
	role, party, _ := strings.Cut(token, ":")
	p := auth.Principal{ID: "key:" + token, Kind: auth.KindKey, Name: "named " + token, Scopes: auth.Scopes(), Role: auth.Role(role), Party: party}
	switch {
	case token == "reader":
		p.Role = ""
	case !p.Role.Known():
		return auth.Principal{}, auth.ErrUnknown
	}
	return p, nil
}

// thePack is loaded once for all: it takes longer than all else here.
var thePack = sync.OnceValues(func() (*pack.Pack, error) { return pack.Open(hegui.Files, "aiplus") })

// ids gives the ids that are asked for next, then random ones.
type ids struct{ next []string }

func (r *ids) Read(b []byte) (int, error) {
	if len(r.next) == 0 || len(b) != 16 {
		return rand.Read(b)
	}
	id, err := base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding).DecodeString(r.next[0])
	r.next = r.next[1:]
	return copy(b, id), err
}

// kept is a service with a store that holds one submission with all that can be said of it, and one of somebody else.
type kept struct {
	*server.Server
	t     testing.TB
	store *store.Store
	key   ed25519.PrivateKey
	clock time.Time
	ticks func() time.Time // in place of clock, unless nil
}

func (k *kept) now() time.Time {
	if k.ticks != nil {
		return k.ticks()
	}
	return k.clock
}

// openKept makes one, on a kind of database; "" is a file that is filled step by step.
func openKept(t testing.TB, kind string, change func(*server.Options)) *kept {
	t.Helper()
	k := &kept{t: t, clock: now}
	_, k.key, _ = ed25519.GenerateKey(rand.Reader)
	random := &ids{}
	so := store.Options{Now: k.now, Random: random}
	address := storetest.Address(t, cmp.Or(kind, "sqlite"))
	filled := kind == "sqlite"
	if filled {
		fill(t, address)
	} else if _, err := store.Migrate(t.Context(), address, so); err != nil {
		t.Fatal(err)
	}
	var err error
	if k.store, err = store.Open(t.Context(), address, so); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.store.Close() })
	k.Server = open(t, func(o *server.Options) {
		o.Packs = []server.PackSource{{ID: "aiplus", Files: hegui.Files, Open: thePack, Fixed: true}}
		o.Store, o.Auth, o.Random, o.ReceiptKeys, o.Limits.Rate = k.store, byRole{}, rand.Reader, []ed25519.PrivateKey{k.key}, -1
		o.Now = k.now
		o.Limits.Queue, o.Limits.Wait = 1000, time.Minute
		if change != nil {
			change(o)
		}
	})
	k.queue()
	if filled {
		return k
	}
	random.next = []string{submission}
	k.must("portal:gz", call{method: "POST", path: "/v1/submissions?reference=2026-0815&applicant=" + applicant, media: "application/yaml", body: draft})
	random.next = []string{another}
	k.must("portal:sz", call{method: "POST", path: "/v1/submissions?reference=S-1&applicant=91440101MA5CJ2222X", media: "application/yaml", body: draft + "title: another\n"})
	for id, reviewer := range map[string]string{submission: "li", another: "zhao"} {
		k.must("chair", k.json("POST", "/v1/submissions/"+id+"/assignments", `{"reviewer":"`+reviewer+`"}`))
	}
	for _, o := range []struct{ id, submission, reviewer string }{{override, submission, "li"}, {anotherOverride, another, "zhao"}} {
		random.next = []string{o.id}
		k.must("reviewer:"+o.reviewer, k.json("POST", "/v1/submissions/"+o.submission+"/overrides", `{"version":1,"requirement":"DATA-07","status":"pass","reason":"reason of `+o.reviewer+`"}`))
		k.must("reviewer:"+o.reviewer, k.json("POST", "/v1/submissions/"+o.submission+"/notes", `{"version":1,"text":"note of `+o.reviewer+`"}`))
	}
	random.next = []string{waiver}
	k.must("chair", k.json("POST", "/v1/waivers", `{"pack":"aiplus","requirement":"DATA-07","project":"other","reason":"r","owner":"Ms Zhao","expires":"2027-01-31"}`))
	k.must("chair", k.json("POST", "/v1/interests", `{"reviewer":"li","applicant":"91440101MA5CJ1111X","reason":"r"}`))
	k.batch(random)
	sum := sha256.Sum256([]byte("a key"))
	err = k.store.Update(t.Context(), "test", func(tx *store.Tx) error {
		_, err := tx.AddAPIKey(t.Context(), store.APIKey{ID: keyID, Name: "a", Scopes: []string{"read"}, Expires: now.Add(time.Hour), SHA256: fmt.Sprintf("%x", sum)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// filledStore is a file with what openKept puts into a store: copying it takes less than making it anew.
var filledStore struct {
	once  sync.Once
	bytes []byte
}

// fill copies that file to where a store is to be.
func fill(t testing.TB, address string) {
	filledStore.once.Do(func() {
		k := openKept(t, "", nil)
		file := filepath.Join(t.TempDir(), "filled.db")
		if _, err := k.store.Backup(t.Context(), file); err != nil {
			t.Fatal(err)
		}
		var err error
		if filledStore.bytes, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	})
	if err := os.WriteFile(strings.TrimPrefix(address, "sqlite:"), filledStore.bytes, 0o600); err != nil {
		t.Fatal(err)
	}
}

// queue opens the queue of batches, on which nobody works.
func (k *kept) queue() {
	k.t.Helper()
	if _, err := jobs.Migrate(k.t.Context(), k.store); err != nil {
		k.t.Fatal(err)
	}
	q, err := jobs.Open(k.t.Context(), k.store, jobs.Options{Random: rand.Reader})
	if err != nil {
		k.t.Fatal(err)
	}
	k.UseQueue(q)
}

// batch puts a batch of one proposal into the store that is done.
func (k *kept) batch(random *ids) {
	k.t.Helper()
	ctx := k.t.Context()
	p, err := thePack()
	if err != nil {
		k.t.Fatal(err)
	}
	profile, _ := p.Catalog.Profile("general")
	a := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01", Engine: "test"}
	assessed, _, err := jobs.Assess(ctx, a, nil, []byte(draft))
	if err != nil {
		k.t.Fatal(err)
	}
	random.next = []string{batchID}
	err = k.store.Update(ctx, "test", func(tx *store.Tx) error {
		b, err := tx.CreateBatch(ctx, store.NewBatch{Pack: p.Ref, Profile: "general", AsOf: "2026-11-01"})
		if err != nil {
			return err
		}
		err = errors.Join(tx.AddItems(ctx, b.ID, 1, store.NewItem{Name: "draft.yaml", Proposal: store.NewContent([]byte(draft))}), tx.MoveBatch(ctx, b.ID, store.BatchRunning))
		_, finishErr := tx.FinishItems(ctx, b.ID, store.ItemResult{Number: 1, Assessed: assessed})
		return errors.Join(err, finishErr)
	})
	if err != nil {
		k.t.Fatal(err)
	}
}

func (*kept) json(method, path, body string) call {
	return call{method: method, path: path, media: "application/json", body: body}
}

// as makes a call with the credentials of a token.
func (k *kept) as(token string, c call) *httptest.ResponseRecorder {
	header := map[string]string{"Authorization": "Bearer " + token}
	for name, v := range c.header {
		header[name] = v
	}
	c.header = header
	return do(k, c)
}

// must makes a call that must succeed.
func (k *kept) must(token string, c call) *httptest.ResponseRecorder {
	k.t.Helper()
	w := k.as(token, c)
	if w.Code != http.StatusOK {
		k.t.Fatalf("%s %s by %s: %d %s", c.method, c.path, token, w.Code, w.Body)
	}
	return w
}

// read makes a call that must succeed and gives its answer.
func read[T any](k *kept, token string, c call) (out T) {
	k.t.Helper()
	if err := json.Unmarshal(k.must(token, c).Body.Bytes(), &out); err != nil {
		k.t.Fatal(err)
	}
	return out
}

// tokenOf is the credential with which an operation of the document is tried: of the first role that may do it.
func tokenOf(operation string) string {
	if roles, ok := server.MayDo[operation]; ok {
		return tokens[roles[0]][0]
	}
	return "reader"
}
