package rules

import "testing"

// The allow-list is in force as written: no host is reachable, and nothing that is not listed is there.
func TestCapabilities(t *testing.T) {
	t.Parallel()
	caps, err := Capabilities()
	if err != nil {
		t.Fatal(err)
	}
	if caps.AllowNet == nil || len(caps.AllowNet) != 0 {
		t.Errorf("AllowNet is %v: nil means every host", caps.AllowNet)
	}
	if len(caps.Builtins) != 113 || len(allowed) != 113 {
		t.Errorf("%d built-ins of %d listed, want 113", len(caps.Builtins), len(allowed))
	}
	for _, b := range caps.Builtins {
		switch b.Name {
		case "http.send", "net.lookup_ip_addr", "opa.runtime", "time.now_ns", "rand.intn", "uuid.rfc4122", "json.match_schema", "json.verify_schema", "json.patch":
			t.Errorf("%s is allowed", b.Name)
		}
	}
}
