package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

func keyOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func openJournal(t *testing.T, name string) *Journal {
	t.Helper()
	j, err := OpenJournal(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	return j
}

func put(t *testing.T, j *Journal, key, payload string) {
	t.Helper()
	if err := j.Put(keyOf(key), []byte(payload)); err != nil {
		t.Fatal(err)
	}
}

// wantEntry checks what is under a key; "" means nothing.
func wantEntry(t *testing.T, j *Journal, key, want string) {
	t.Helper()
	got, ok, err := j.Get(keyOf(key))
	if err != nil || ok != (want != "") || string(got) != want {
		t.Errorf("%s: got %.40q, %v, %v, want %.40q", key, got, ok, err, want)
	}
}

// written gives the text of a journal with some entries.
func written(t *testing.T, entries ...string) string {
	t.Helper()
	name := t.TempDir() + "/j"
	j := openJournal(t, name)
	for _, e := range entries {
		put(t, j, e, "payload of "+e)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return read(t, name)
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestJournalKeepsWhatWasPut(t *testing.T) {
	tree(t, nil)
	long := strings.Repeat("长", 1<<20)
	j := openJournal(t, "j")
	wantEntry(t, j, "a", "")
	put(t, j, "a", "first")
	if got, want := read(t, "j"), journalHeader+"ab25f5b3 "+keyOf("a")+" first\n"; got != want {
		t.Errorf("got %q on the disk, want %q", got, want)
	}
	put(t, j, "b", long)
	put(t, j, "a", "second")
	for range 2 {
		wantEntry(t, j, "a", "second")
		wantEntry(t, j, "b", long)
		wantEntry(t, j, "c", "")
		if j.Len() != 2 {
			t.Errorf("got %d keys, want 2", j.Len())
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		j = openJournal(t, "j")
	}
	info, err := os.Stat("j")
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got mode %v, %v, want 0600", info.Mode(), err)
	}
}

// However a line is cut, what was there before it remains, and what is put afterwards is found again.
func TestJournalLeavesOutALineThatWasNotFinished(t *testing.T) {
	text := written(t, "a", "b")
	whole := strings.Index(text, keyOf("b")) - journalSum - 1
	tree(t, nil)
	for end := whole; end < len(text); end++ {
		if err := os.WriteFile("j", []byte(text[:end]), 0o600); err != nil {
			t.Fatal(err)
		}
		j := openJournal(t, "j")
		wantEntry(t, j, "a", "payload of a")
		wantEntry(t, j, "b", "")
		if got := read(t, "j"); got != text[:whole] {
			t.Fatalf("cut at %d: got %q on the disk", end, got)
		}
		put(t, j, "b", "again")
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		j = openJournal(t, "j")
		wantEntry(t, j, "a", "payload of a")
		wantEntry(t, j, "b", "again")
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever byte is changed, that line is done again and no other, unless the change makes two lines of one or one of two.
func TestJournalPassesOverADamagedLine(t *testing.T) {
	text := written(t, "a", "b", "c")
	from := strings.Index(text, keyOf("b")) - journalSum - 1
	to := strings.Index(text, keyOf("c")) - journalSum - 1
	tree(t, nil)
	for at := from; at < to; at++ {
		damaged := []byte(text)
		damaged[at] ^= 0x10
		if err := os.WriteFile("j", damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		j := openJournal(t, "j")
		wantEntry(t, j, "a", "payload of a")
		wantEntry(t, j, "b", "")
		if at < to-1 {
			wantEntry(t, j, "c", "payload of c")
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if got := read(t, "j"); got != string(damaged) {
			t.Fatalf("changed at %d: the file was rewritten", at)
		}
	}
}

func TestJournalRefusesWhatIsNoJournal(t *testing.T) {
	tree(t, nil)
	tests := []struct{ name, content, want string }{
		{"a proposal", "apiVersion: hegui/v1\n", "E_JOURNAL"},
		{"a short text", "hegui", "E_JOURNAL"},
		{"a line break", "\n", "E_JOURNAL"},
		{"a later version", "hegui journal 2\nxyz\n", "E_JOURNAL_VERSION"},
		{"zeros", strings.Repeat("\x00", 4096), "E_JOURNAL"},
	}
	for _, test := range tests {
		if err := os.WriteFile("f", []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenJournal("f"); codeOf(err) != test.want {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
		if got := read(t, "f"); got != test.content {
			t.Errorf("%s: got %q in the file, want it untouched", test.name, got)
		}
	}
	for name, want := range map[string]string{".": "E_JOURNAL", "/dev/null": "E_JOURNAL", "no/j": "not exist"} {
		if _, err := OpenJournal(name); codeOf(err) != want {
			t.Errorf("%s: got %v, want %s", name, err, want)
		}
	}
}

func TestJournalIsForOneRunAtATime(t *testing.T) {
	tree(t, nil)
	j := openJournal(t, "j")
	put(t, j, "a", "x")
	if _, err := OpenJournal("j"); codeOf(err) != "E_JOURNAL_BUSY" {
		t.Errorf("got %v, want E_JOURNAL_BUSY", err)
	}
	put(t, j, "b", "y")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	wantEntry(t, openJournal(t, "j"), "b", "y")
}

func TestJournalRefusesWhatItCannotKeep(t *testing.T) {
	tree(t, nil)
	j := openJournal(t, "j")
	for _, key := range []string{"", "a", strings.ToUpper(keyOf("a")), keyOf("a") + "00", strings.Repeat("g", 64)} {
		if err := j.Put(key, nil); err == nil {
			t.Errorf("key %q: got no error from Put", key)
		}
		if _, _, err := j.Get(key); err == nil {
			t.Errorf("key %q: got no error from Get", key)
		}
	}
	if err := j.Put(keyOf("a"), []byte("two\nlines")); err == nil {
		t.Error("got no error for a payload with a line break")
	}
	if got := read(t, "j"); got != journalHeader {
		t.Errorf("got %q in the file, want the header alone", got)
	}
	if err := errors.Join(j.Close(), j.Close()); err != nil {
		t.Errorf("got %v, want nothing from closing twice", err)
	}
	if err := j.Put(keyOf("a"), nil); !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v, want os.ErrClosed", err)
	}
	if _, _, err := j.Get(keyOf("a")); !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v, want os.ErrClosed", err)
	}
}

// A write that fails halfway, as on a full disk, leaves the journal as it was.
func TestJournalGoesOnAfterAWriteThatFailed(t *testing.T) {
	tree(t, nil)
	j := openJournal(t, "j")
	put(t, j, "a", "1")
	writable := j.file
	readOnly, err := os.Open("j")
	if err != nil {
		t.Fatal(err)
	}
	defer readOnly.Close()
	j.file = readOnly
	if err := j.Put(keyOf("b"), []byte("2")); err == nil {
		t.Error("got no error from a file that cannot be written")
	}
	wantEntry(t, j, "a", "1")
	wantEntry(t, j, "b", "")
	j.file = writable
	if _, err := writable.WriteAt([]byte(strings.Repeat("x", 500)), j.end); err != nil { // what was written before it failed
		t.Fatal(err)
	}
	put(t, j, "b", "2")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = openJournal(t, "j")
	wantEntry(t, j, "a", "1")
	wantEntry(t, j, "b", "2")
	put(t, j, "c", "3")
	wantEntry(t, j, "c", "3")
}

func TestJournalNoticesThatItWasChanged(t *testing.T) {
	tree(t, nil)
	j := openJournal(t, "j")
	put(t, j, "a", "payload")
	text := []byte(read(t, "j"))
	if err := os.WriteFile("j", bytes.Replace(text, []byte("payload"), []byte("pay1oad"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := j.Get(keyOf("a")); codeOf(err) != "E_JOURNAL_DAMAGED" {
		t.Errorf("got %v, want E_JOURNAL_DAMAGED", err)
	}
	if err := os.Truncate("j", 30); err != nil {
		t.Fatal(err)
	}
	if _, _, err := j.Get(keyOf("a")); codeOf(err) != "E_JOURNAL_DAMAGED" {
		t.Errorf("got %v, want E_JOURNAL_DAMAGED", err)
	}
}

func TestJournalIsSafeForConcurrentUse(t *testing.T) {
	tree(t, nil)
	j := openJournal(t, "j")
	var all sync.WaitGroup
	for w := range 8 {
		all.Go(func() {
			for i := range 100 {
				key := fmt.Sprint(w, "-", i)
				if err := j.Put(keyOf(key), bytes.Repeat([]byte(key), 1+i)); err != nil {
					t.Error(err)
				}
				if got, ok, err := j.Get(keyOf(key)); err != nil || !ok || len(got) != len(key)*(1+i) {
					t.Errorf("%s: got %d bytes, %v, %v", key, len(got), ok, err)
				}
			}
		})
	}
	all.Wait()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if got := openJournal(t, "j").Len(); got != 800 {
		t.Errorf("got %d keys after opening again, want 800", got)
	}
}

// A process that only writes is killed at some moment, over and over; nothing that it had finished may be missing.
func TestJournalSurvivesKilling(t *testing.T) {
	if name := os.Getenv("BATCH_TEST_JOURNAL"); name != "" {
		writeUntilKilled(name)
	}
	tree(t, nil)
	last := 0
	for round := range 10 {
		writer := exec.Command(os.Args[0], "-test.run=^TestJournalSurvivesKilling$")
		writer.Env = append(os.Environ(), "BATCH_TEST_JOURNAL=j")
		out, err := writer.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := writer.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := out.Read(make([]byte, 1)); err != nil { // it has begun
			t.Fatal(err)
		}
		time.Sleep(time.Duration(1+round) * time.Millisecond)
		if err := writer.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		writer.Wait() // that it was killed is no news
		j := openJournal(t, "j")
		n := j.Len()
		for i := range n {
			wantEntry(t, j, fmt.Sprint(i), strings.Repeat(fmt.Sprint(i), 1000))
		}
		if n < last {
			t.Errorf("got %d keys after %d were there", n, last)
		}
		last = n
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if last == 0 {
		t.Error("nothing was written")
	}
	t.Logf("%d lines over 10 killings", last)
}

func writeUntilKilled(name string) {
	j, err := OpenJournal(name)
	if err != nil {
		panic(err)
	}
	os.Stdout.WriteString("!")
	for i := j.Len(); ; i++ {
		if err := j.Put(keyOf(fmt.Sprint(i)), []byte(strings.Repeat(fmt.Sprint(i), 1000))); err != nil {
			panic(err)
		}
	}
}

// FuzzJournal opens whatever a file holds: it is refused and left alone, or what is put is found again, also next time,
// and what was there is either whole or absent.
func FuzzJournal(f *testing.F) {
	line := "2de472c1 " + keyOf("a") + " payload\n"
	for _, seed := range []string{"", journalHeader, journalHeader + line, journalHeader + line[:40], "hegui journal 9\n", "x", journalHeader + "\n\n" + line} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		name := t.TempDir() + "/j"
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := OpenJournal(name)
		if err != nil {
			if codeOf(err) != "E_JOURNAL" && codeOf(err) != "E_JOURNAL_VERSION" || read(t, name) != string(content) {
				t.Errorf("got %v and %q in the file", err, read(t, name))
			}
			return
		}
		before := j.Len()
		for key := range j.places {
			if _, ok, err := j.Get(hex.EncodeToString(key[:])); !ok || err != nil {
				t.Errorf("got %v, %v for a key of the journal", ok, err)
			}
		}
		put(t, j, "new", "payload")
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		j = openJournal(t, name)
		wantEntry(t, j, "new", "payload")
		if got := j.Len(); got != before && got != before+1 {
			t.Errorf("got %d keys after one was added to %d", got, before)
		}
	})
}
