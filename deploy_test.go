package hegui_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"hegui/internal/config"
	"hegui/internal/proposal"
)

// inactive are the lines of the example that are switched off by a comment sign.
var inactive = regexp.MustCompile(`(?m)^# ((?:oidc|tls|cors|trusted_proxies):.*|  .*)$`)

// The example of a configuration is one, with and without what is switched off in it, and says the defaults.
func TestDeployedConfiguration(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("examples/deploy/hegui.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := inactive.ReplaceAll(src, []byte("$1"))
	for name, text := range map[string][]byte{"as it is": src, "everything switched on": all} {
		c, err := config.Load(config.Sources{Name: "hegui.yaml", File: text, Near: proposal.Suggest})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		defaults, _ := config.Load(config.Sources{})
		if c.Limits != defaults.Limits {
			t.Errorf("%s: the limits are not the defaults: %+v", name, c.Limits)
		}
		if name != "as it is" && (c.OIDC.Issuer == "" || c.TLS.Key == "" || len(c.CORS.Origins) == 0 || len(c.TrustedProxies) == 0) {
			t.Errorf("something is not switched on: %+v", c.Config)
		}
	}
}

// The unit is confined, passes what systemd checks, and gives requests the time that the service gives them.
func TestUnitOfSystemd(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("examples/deploy/hegui.service")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "CapabilityBoundingSet=",
		"MemoryMax=1G", "RestrictAddressFamilies=AF_INET AF_INET6", "SystemCallFilter=@system-service", "LoadCredential=keys:/etc/hegui/keys",
		"Environment=HEGUI_KEYS=%d/keys", "ExecReload=/bin/kill -HUP $MAINPID", "TimeoutStopSec=30",
	} {
		if !bytes.Contains(src, []byte("\n"+line+"\n")) {
			t.Errorf("%s is missing", line)
		}
	}
	if c, _ := config.Load(config.Sources{}); c.Limits.DrainDelay+c.Limits.Drain >= 30*time.Second {
		t.Error("systemd kills the service while it still drains")
	}
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not here: the unit is not verified")
	}
	self, err := os.Executable() // stands for hegui, which need not be installed
	if err != nil {
		t.Fatal(err)
	}
	unit := filepath.Join(t.TempDir(), "hegui.service")
	if err := os.WriteFile(unit, bytes.ReplaceAll(src, []byte("/usr/local/bin/hegui"), []byte(self)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(analyze, "verify", "--man=no", unit).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
	out, err := exec.Command(analyze, "security", "--offline=true", "--no-pager", "--threshold=20", unit).CombinedOutput() // 2.0 of 10
	if err != nil && bytes.Contains(out, []byte("unrecognized option")) {
		t.Skip("this systemd-analyze does not judge files")
	}
	if err != nil {
		t.Errorf("systemd-analyze security: %v\n%s", err, out)
	}
}

// manifest is as much of a Kubernetes object as matters here.
type manifest map[string]any

// at goes down by keys and indexes; nil when there is nothing.
func (m manifest) at(path ...any) any {
	var v any = map[string]any(m)
	for _, step := range path {
		switch key := step.(type) {
		case string:
			next, _ := v.(map[string]any)
			v = next[key]
		case int:
			next, _ := v.([]any)
			if key >= len(next) {
				return nil
			}
			v = next[key]
		}
	}
	return v
}

// manifests reads all of them by kind. One document has one object, no key twice (the library refuses that).
func manifests(t *testing.T) map[string]manifest {
	t.Helper()
	files, err := filepath.Glob("examples/deploy/kubernetes/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	found := map[string]manifest{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for dec := yaml.NewDecoder(bytes.NewReader(src)); ; {
			var m map[string]any
			err := dec.Decode(&m)
			if errors.Is(err, io.EOF) {
				break
			}
			kind := manifest(m).at("kind")
			if err != nil || kind == nil || m["apiVersion"] == nil || found[fmt.Sprint(kind)] != nil {
				t.Fatalf("%s: %v, kind %v", file, err, kind)
			}
			found[fmt.Sprint(kind)] = m
		}
	}
	return found
}

// The manifests agree with each other, with the service and with its document.
func TestKubernetesManifests(t *testing.T) {
	t.Parallel()
	all := manifests(t)
	deployment, pod := all["Deployment"], []any{"spec", "template", "spec"}
	at := func(path ...any) any { return deployment.at(append(slices.Clone(pod), path...)...) }
	equal := func(what string, got, want any) {
		t.Helper()
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}

	// The configuration is valid, and listens where the probes and the service look.
	text, _ := all["ConfigMap"].at("data", "hegui.yaml").(string)
	c, err := config.Load(config.Sources{Name: "config.yaml", File: []byte(text), Near: proposal.Suggest})
	if err != nil {
		t.Fatal(err)
	}
	port := at("containers", 0, "ports", 0, "containerPort")
	equal("address", c.Address, fmt.Sprintf("0.0.0.0:%v", port))
	equal("arguments", at("containers", 0, "args"), "[serve --config /etc/hegui/hegui.yaml]")
	equal("mount of the configuration", at("containers", 0, "volumeMounts", 0, "mountPath"), "/etc/hegui")
	equal("keys", filepath.Base(c.Keys), "keys")
	equal("mode of the keys", at("volumes", 1, "secret", "defaultMode"), 0o440)
	equal("group of the keys", at("securityContext", "fsGroup"), at("securityContext", "runAsGroup"))
	equal("mount of the keys", at("containers", 0, "volumeMounts", 1, "mountPath"), filepath.Dir(c.Keys))
	equal("secret", at("volumes", 1, "secret", "secretName"), all["Secret"].at("metadata", "name"))
	equal("key of the template", all["Secret"].at("stringData", "keys"), "")
	equal("target of the service", all["Service"].at("spec", "ports", 0, "targetPort"), at("containers", 0, "ports", 0, "name"))
	equal("port of the network policy", all["NetworkPolicy"].at("spec", "ingress", 0, "ports", 0, "port"), at("containers", 0, "ports", 0, "name"))

	// Probes ask for what the document has, in time to drain.
	var document struct {
		Paths map[string]any `yaml:"paths"`
	}
	spec, err := os.ReadFile("internal/server/openapi.yaml")
	if err := errors.Join(err, yaml.Unmarshal(spec, &document)); err != nil {
		t.Fatal(err)
	}
	for _, probe := range []string{"startupProbe", "readinessProbe", "livenessProbe"} {
		path := fmt.Sprint(at("containers", 0, probe, "httpGet", "path"))
		if document.Paths[path] == nil || at("containers", 0, probe, "httpGet", "port") != "http" {
			t.Errorf("%s asks for %s", probe, path)
		}
	}
	if at("containers", 0, "livenessProbe", "httpGet", "path") == "/readyz" {
		t.Error("a pod that drains would be killed")
	}
	grace, _ := at("terminationGracePeriodSeconds").(int)
	if needs := c.Limits.DrainDelay + c.Limits.Drain; time.Duration(grace)*time.Second <= needs {
		t.Errorf("killed after %d s, the service needs %v", grace, needs)
	}
	if period, _ := at("containers", 0, "readinessProbe", "periodSeconds").(int); time.Duration(period)*time.Second >= c.Limits.DrainDelay {
		t.Error("the service closes before readiness is asked for")
	}

	// Nothing may do more than it needs.
	equal("service links", at("enableServiceLinks"), false)
	equal("token of the API", at("automountServiceAccountToken"), false)
	equal("not as root", at("securityContext", "runAsNonRoot"), true)
	equal("system calls", at("securityContext", "seccompProfile", "type"), "RuntimeDefault")
	equal("escalation", at("containers", 0, "securityContext", "allowPrivilegeEscalation"), false)
	equal("root file system", at("containers", 0, "securityContext", "readOnlyRootFilesystem"), true)
	equal("capabilities", at("containers", 0, "securityContext", "capabilities", "drop"), "[ALL]")
	for _, resource := range []string{"cpu", "memory"} {
		if at("containers", 0, "resources", "requests", resource) == nil || at("containers", 0, "resources", "limits", resource) == nil {
			t.Errorf("%s is not bounded", resource)
		}
	}

	// All speak of the same pods.
	labels := deployment.at("spec", "template", "metadata", "labels")
	for name, selector := range map[string]any{
		"Deployment": deployment.at("spec", "selector", "matchLabels"), "Service": all["Service"].at("spec", "selector"),
		"PodDisruptionBudget": all["PodDisruptionBudget"].at("spec", "selector", "matchLabels"), "NetworkPolicy": all["NetworkPolicy"].at("spec", "podSelector", "matchLabels"),
	} {
		equal("selector of "+name, selector, labels)
	}
	equal("what is scaled", all["HorizontalPodAutoscaler"].at("spec", "scaleTargetRef", "name"), deployment.at("metadata", "name"))
	listed := fmt.Sprint(all["Kustomization"].at("resources"))
	files, _ := filepath.Glob("examples/deploy/kubernetes/*.yaml")
	for _, file := range files {
		name := filepath.Base(file)
		if applied := strings.Contains(listed, name); applied == (name == "kustomization.yaml" || name == "secret.template.yaml") {
			t.Errorf("%s: applied %v", name, applied)
		}
	}
}

// What kubectl makes of the folder is what would be applied.
func TestKustomization(t *testing.T) {
	t.Parallel()
	kubectl, err := exec.LookPath("kubectl")
	if err != nil {
		t.Skip("kubectl is not here: the kustomization is not built")
	}
	out, err := exec.Command(kubectl, "kustomize", "examples/deploy/kubernetes").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"image: registry.example.org/hegui:0.1.0\n", "kind: NetworkPolicy\n", "readOnlyRootFilesystem: true\n", "  namespace: hegui\n"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("without %q:\n%s", want, out)
		}
	}
	if bytes.Contains(out, []byte("kind: Secret\n")) {
		t.Error("an empty secret would replace the real one")
	}
}
