package cli_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var kills = flag.Int("kills", 3, "how often TestResumeAfterKill kills a run")

// A run that is killed at any moment and begun again says what an undisturbed one says, every proposal once.
func TestResumeAfterKill(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	dir := t.TempDir()
	hegui := filepath.Join(dir, "hegui")
	if out, err := exec.Command("go", "build", "-o", hegui, "../../cmd/hegui").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	src, err := os.ReadFile("../../examples/proposals/f06-tiny-orchard-pest/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in := filepath.Join(dir, "in")
	if err := os.Mkdir(in, 0o700); err != nil {
		t.Fatal(err)
	}
	const proposals = 60
	for i := range proposals { // each another proposal, so that none is recalled for another
		changed := strings.Replace(string(src), "id: f06-orchard-pest", fmt.Sprintf("id: p-%03d", i), 1)
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%03d.yaml", i)), []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("an interrupted run leaves an earlier report as it is and says how to go on", func(t *testing.T) {
		state, result := filepath.Join(dir, "interrupted"), filepath.Join(dir, "interrupted.ndjson")
		const earlier = "an earlier report\n"
		if err := os.WriteFile(result, []byte(earlier), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(hegui, "check", "--lang", "en", "--as-of", "2026-11-01", "--workers", "1", "--resume", state, "-o", result, in)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for begun := time.Now(); time.Since(begun) < time.Minute; time.Sleep(10 * time.Millisecond) {
			if info, err := os.Stat(state); err == nil && info.Size() > 100_000 { // some are done, most are not
				break
			}
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != 130 {
			t.Errorf("exit code %d: %s", code, stderr.String())
		}
		got, err := os.ReadFile(result)
		if err != nil || string(got) != earlier {
			t.Errorf("the earlier report is now %q, %v", got, err)
		}
		want := regexp.MustCompile(`interrupted after [1-9]\d* proposals: the files of -o are not written, and what was there is unchanged. The same command again \(--resume ` + regexp.QuoteMeta(state) + `\) goes on from here`)
		if !want.MatchString(stderr.String()) {
			t.Errorf("it says %q, want %q", stderr.String(), want)
		}
	})
	run := func(state, result string, within time.Duration) (killed bool) {
		ctx, cancel := context.WithTimeout(context.Background(), within)
		defer cancel()
		cmd := exec.CommandContext(ctx, hegui, "check", "--as-of", "2026-11-01", "--resume", state, "-o", result, in)
		out, err := cmd.CombinedOutput() // ends by SIGKILL when its time is over
		if ctx.Err() == nil && err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return ctx.Err() != nil
	}
	whole := filepath.Join(dir, "whole.ndjson")
	begun := time.Now()
	run(filepath.Join(dir, "undisturbed"), whole, 10*time.Minute)
	took := time.Since(begun)
	want, err := os.ReadFile(whole)
	if err != nil || bytes.Count(want, []byte("\n")) != proposals {
		t.Fatalf("%d lines, %v", bytes.Count(want, []byte("\n")), err)
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, an undisturbed run takes %v", seed, took)
	random := rand.New(rand.NewPCG(seed, 0))
	done := 0
	for n := 0; done < *kills; n++ {
		state, result := filepath.Join(dir, fmt.Sprint("state", n)), filepath.Join(dir, fmt.Sprint("result", n, ".ndjson"))
		if !run(state, result, time.Duration(random.Int64N(int64(took)))) {
			continue // it was faster than the killer
		}
		done++
		if _, err := os.Stat(result); err == nil {
			t.Error("a killed run left a result")
		}
		for run(state, result, took/2+time.Duration(random.Int64N(int64(took)))) {
			done++
		}
		got, err := os.ReadFile(result)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("the resumed result differs, %v", err)
		}
	}
	t.Logf("%d kills", done)
}
