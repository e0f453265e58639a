package cli

import (
	"testing"
	"time"
)

// Nobody else waits with a command, and it says itself what became of the rules; a service waits as long as the sandbox does
// for everybody, and logs.
func TestACommandWaitsLongerForRulesInAProcessOfTheirOwn(t *testing.T) {
	t.Parallel()
	a := &app{env: Env{Getenv: func(string) string { return "" }}}
	access, err := a.commandAccess()
	if err != nil {
		t.Fatal(err)
	}
	if o := a.sandboxOptions(access); o.Eval != 15*time.Second || !o.Quiet {
		t.Errorf("a command waits for %s, quiet: %v", o.Eval, o.Quiet)
	}
	if o := a.sandboxOptions(packAccess{}); o.Eval != 0 || o.Quiet {
		t.Errorf("a service waits for %s, quiet: %v", o.Eval, o.Quiet)
	}
}
