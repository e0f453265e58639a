package store_test

import (
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/store"
	"hegui/internal/store/storetest"
)

// Tables are made once, by whoever comes first; a store without them, or with those of a newer program, is not opened.
func TestMigrations(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			address, o := storetest.Address(t, kind), store.Options{Now: storetest.NewClock().Now, Random: rand.Reader}
			_, err := store.Open(t.Context(), address, o)
			var schema *store.SchemaError
			if !errors.As(err, &schema) || schema.Have != 0 || !errors.Is(err, store.ErrSchema) || !strings.Contains(err.Error(), "hegui migrate up") {
				t.Fatalf("%v", err)
			}
			if s, err := store.Status(t.Context(), address, o); err != nil || s != (store.Schema{Want: store.Version()}) {
				t.Errorf("%+v, %v", s, err)
			}
			applied, err := store.Migrate(t.Context(), address, o)
			if err != nil || len(applied) == 0 || applied[len(applied)-1] != store.Version() {
				t.Errorf("%v, %v", applied, err)
			}
			if applied, err := store.Migrate(t.Context(), address, o); err != nil || len(applied) != 0 {
				t.Errorf("a second time: %v, %v", applied, err)
			}
			if s, err := store.Status(t.Context(), address, o); err != nil || s.Have != s.Want {
				t.Errorf("%+v, %v", s, err)
			}
			must(t, raw(t, &storetest.Database{Kind: kind, Address: address}), "UPDATE hegui_version SET version_id = version_id + 1 WHERE version_id > 0")
			if _, err := store.Open(t.Context(), address, o); !errors.As(err, &schema) || schema.Have != schema.Want+1 || !strings.Contains(err.Error(), "newer hegui") {
				t.Errorf("%v", err)
			}
			if _, err := store.Migrate(t.Context(), address, o); !errors.Is(err, store.ErrSchema) {
				t.Errorf("%v", err)
			}
		})
	}
}

// A migration that is killed at any moment is there as a whole or not at all, and the next one goes on.
func TestKilledMigrations(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			o := store.Options{Now: storetest.NewClock().Now, Random: rand.Reader}
			before, after, pace := 0, 0, map[string]int{"sqlite": 15, "postgres": 80}[kind]
			for n := range 12 {
				address := storetest.Address(t, kind)
				cmd := exec.Command(os.Args[0])
				cmd.Env = append(os.Environ(), migrator+"="+address)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Duration(20+n*pace) * time.Millisecond)
				_ = cmd.Process.Kill() // it may have ended
				_ = cmd.Wait()
				s, err := store.Status(t.Context(), address, o)
				switch {
				case err != nil || s.Have > s.Want: // each version by itself is there as a whole or not at all
					t.Errorf("%+v, %v", s, err)
				case s.Have == 0:
					before++
				default:
					after++
				}
				if _, err := store.Migrate(t.Context(), address, o); err != nil {
					t.Error(err)
				}
				opened, err := store.Open(t.Context(), address, o)
				if err != nil {
					t.Error(err)
				} else if err := opened.Close(); err != nil {
					t.Error(err)
				}
			}
			t.Logf("%d killed before the tables were there, %d after", before, after)
		})
	}
}

// Of several processes that are started at once, one makes the tables, and the others find them.
func TestMigrationsAtTheSameTime(t *testing.T) {
	t.Parallel()
	address := storetest.Address(t, "postgres")
	var all sync.WaitGroup
	var applied atomic.Int64
	for range 4 {
		all.Go(func() {
			done, err := store.Migrate(t.Context(), address, store.Options{Random: rand.Reader})
			if err != nil {
				t.Error(err)
			}
			applied.Add(int64(len(done)))
		})
	}
	all.Wait()
	if n := applied.Load(); n != store.Version() {
		t.Errorf("%d versions applied", n)
	}
}

// The tables are the same in both languages of SQL but for the names of types; what guards the log comes after them.
func TestTheTablesAreTheSame(t *testing.T) {
	t.Parallel()
	read := func(dialect string) string {
		files, err := filepath.Glob(filepath.Join("migrations", dialect, "*.sql"))
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		var all strings.Builder
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tables, _, _ := strings.Cut(string(src), "INSERT INTO audit_head")
			all.WriteString(tables)
		}
		return all.String()
	}
	want := strings.ReplaceAll(read("sqlite"), ") STRICT;", ");")
	for from, to := range map[string]string{"INTEGER": "BIGINT", "BLOB": "BYTEA", "TEXT": `TEXT COLLATE "C"`} {
		want = regexp.MustCompile(`\b`+from+`\b`).ReplaceAllString(want, to)
	}
	if diff := cmp.Diff(want, read("postgres")); diff != "" {
		t.Error(diff)
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		address string
		want    store.AddressFault
	}{
		{"hegui.db", ""}, {"sqlite:/var/lib/hegui/hegui.db", ""}, {`C:\hegui.db`, ""}, {"./a:b.db", ""},
		{"postgres://hegui@db.example/hegui", ""}, {"postgresql:///hegui?host=/run/postgresql", ""},
		{"", store.FaultEmpty}, {"sqlite:", store.FaultEmpty}, {"mysql://a@b/c", store.FaultScheme}, {"file:x", store.FaultScheme},
		{"postgres://hegui:secret@db.example/hegui", store.FaultPassword}, {"postgres://db.example/hegui?password=secret", store.FaultPassword},
		{"a\x00b", store.FaultForm}, {"postgres://[", store.FaultForm},
	} {
		err := store.CheckAddress(tc.address)
		var wrong *store.AddressError
		if tc.want == "" && err != nil || tc.want != "" && (!errors.As(err, &wrong) || wrong.Fault != tc.want) {
			t.Errorf("%s: %v, want %q", tc.address, err, tc.want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("repeats a password: %v", err)
		}
	}
}

// A file has one writer, which is named to the second; readers come in beside it, and cannot write. Nobody else may read it.
func TestOneWriterOfAFile(t *testing.T) {
	t.Parallel()
	d := storetest.Open(t, "sqlite")
	_, err := store.Open(t.Context(), d.Address, d.Options())
	if !errors.Is(err, store.ErrInUse) || !strings.Contains(err.Error(), "process ") {
		t.Errorf("%v", err)
	}
	o := d.Options()
	o.ReadOnly = true
	s, err := store.Open(t.Context(), d.Address, o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Update(t.Context(), "tester", func(*store.Tx) error { return nil }); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("%v", err)
	}
	submit(t, d, "r1", content(1))
	files, err := filepath.Glob(strings.TrimPrefix(d.Address, "sqlite:") + "*")
	if err != nil || len(files) != 4 { // the store, its log, the index of the log, the lock
		t.Errorf("%v, %v", files, err)
	}
	for _, f := range files {
		if info, err := os.Stat(f); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", f, err)
		}
	}
	o = store.Options{ReadOnly: true}
	if _, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "none.db"), o); !errors.Is(err, store.ErrSchema) {
		t.Errorf("%v", err)
	}
}

// A name with characters that mean something in an address is a name.
func TestFilesWithStrangeNames(t *testing.T) {
	t.Parallel()
	o := store.Options{Now: storetest.NewClock().Now, Random: rand.Reader}
	name := filepath.Join(t.TempDir(), "申报 50%?mode=memory#1&x.db")
	if _, err := store.Migrate(t.Context(), "sqlite:"+name, o); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(name); err != nil {
		t.Error(err)
	}
	s, err := store.Open(t.Context(), "sqlite:"+name, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
