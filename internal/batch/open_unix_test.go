//go:build unix

package batch

import (
	"os"
	"syscall"
	"testing"
	"time"
)

// A pipe without a writer, a device without an end, links without an end: each is refused, at once.
func TestInputsRefuseWhatIsNoRegularFile(t *testing.T) {
	tree(t, map[string]string{"d/ok.yaml": "ok", "outside.yaml": "o", "z/x.yaml": "x"})
	for _, pipe := range []string{"pipe.yaml", "d/pipe.yaml"} {
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"d/inside.yaml": "ok.yaml", "d/out.yaml": "../outside.yaml", "d/absolute.yaml": "/etc/hostname", "d/loop": ".", "d/round.yaml": "round.yaml",
		"d/nowhere.yaml": "no.yaml", "d/zdir.yaml": "../z", "d/folder.yaml": "sub", "zero.yaml": "/dev/zero", "link.yaml": "outside.yaml", "linked": "z",
	} {
		if err := os.Symlink(target, name); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir("d/sub", 0o700); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	check(t, items(t, Inputs{Names: []string{"pipe.yaml", "/dev/zero", "zero.yaml", "link.yaml", "linked", "d"}}),
		"pipe.yaml: E_NOT_REGULAR", "/dev/zero: E_NOT_REGULAR", "zero.yaml: E_NOT_REGULAR",
		"link.yaml = o", "linked/x.yaml = x", // a link that the user names is followed
		"d/absolute.yaml: E_OUTSIDE", "d/folder.yaml: E_NOT_REGULAR", "d/inside.yaml = ok", "d/nowhere.yaml: not exist", "d/ok.yaml = ok",
		"d/out.yaml: E_OUTSIDE", "d/pipe.yaml: E_NOT_REGULAR", "d/round.yaml: E_OUTSIDE", "d/zdir.yaml: E_OUTSIDE")
	check(t, items(t, Inputs{Names: []string{"d/**/o*.yaml"}}), "d/ok.yaml = ok", "d/out.yaml: E_OUTSIDE")
	if took := time.Since(began); took > time.Second {
		t.Errorf("took %v, want less than a second", took)
	}
}

func TestInputsGoOnAfterWhatMayNotBeRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	tree(t, map[string]string{"d/a.yaml": "a", "d/b.yaml": "b", "d/s/c.yaml": "c"})
	for _, name := range []string{"d/a.yaml", "d/s"} {
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod("d/s", 0o700) })
	check(t, items(t, Inputs{Names: []string{"d"}}), "d/a.yaml: permission", "d/b.yaml = b", "d/s: permission")
}

// swapped stands for a folder in which a pipe takes a file's place just after it was looked at.
type swapped struct{ osFiles }

func (swapped) Stat(string) (os.FileInfo, error) { return os.Stat("file") }

func TestOpeningDoesNotWaitForAPipeThatTookAFilesPlace(t *testing.T) {
	tree(t, map[string]string{"file": ""})
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		_, err := openRegular(swapped{}, "pipe")
		done <- err
	}()
	select {
	case err := <-done:
		if codeOf(err) != "E_NOT_REGULAR" {
			t.Errorf("got %v, want E_NOT_REGULAR", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it waits for a writer")
	}
}
