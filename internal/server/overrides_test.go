package server_test

import (
	"testing"

	"hegui/internal/server"
)

// A text that comes back after another is one version to those who speak of it: the last one, wherever the number stands.
func TestAnOverrideHasOneVersion(t *testing.T) {
	t.Parallel()
	k := openKept(t, "sqlite", nil)
	a, b := exampleProposal(t, "f12-ai-customer-service"), exampleProposal(t, "f12r-ai-customer-service-fixed")
	path := "/v1/submissions/" + read[server.Submitted](k, "portal:gz", handIn("O-1", a, "")).Submission.Id
	for _, text := range []string{b, a} {
		k.must("portal:gz", call{method: "POST", path: path + "/versions", media: "application/yaml", body: text})
	}
	k.must("chair", k.json("POST", path+"/assignments", `{"reviewer":"li"}`))
	made := read[server.Override](k, "reviewer:li", k.json("POST", path+"/overrides", `{"version":1,"requirement":"DATA-07","status":"fail","reason":"r"}`))
	listed := read[server.OverrideList](k, "reviewer:li", call{path: path + "/overrides"}).Overrides
	if len(listed) != 1 || listed[0].Version != 3 || made.Version != 3 {
		t.Errorf("made for version %d, listed %+v", made.Version, listed)
	}
}
