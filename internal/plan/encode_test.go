package plan

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/ir"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// A program comes back from its bytes as it was, and the same program gives the same bytes.
func TestEncodeAndDecode(t *testing.T) {
	t.Parallel()
	p := &Program{}
	p.tables.setStatic([]string{"a", "b"})
	src := p.Encode()
	if !bytes.Equal(src, p.Encode()) {
		t.Error("the same program gives other bytes")
	}
	q, err := Decode(src)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(q.Encode(), src) {
		t.Error("what was read is written otherwise")
	}
}

// A plan that is cut off, or of which one byte is another, is refused.
func TestDecodeRefusesWhatIsNotWhole(t *testing.T) {
	t.Parallel()
	p := &Program{}
	p.tables.setStatic([]string{"a", "b"})
	src := p.Encode()
	for i := range src {
		if _, err := Decode(src[:i]); !errors.Is(err, ErrFormat) {
			t.Errorf("cut off after %d bytes: %v", i, err)
		}
		other := bytes.Clone(src)
		other[i] ^= 1
		if _, err := Decode(other); !errors.Is(err, ErrFormat) {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
}

// Whatever stands behind a digest that is right, it is refused or runs without doing harm: a panic or an endless loop of the
// code ends the run, and nothing else.
func FuzzDecode(f *testing.F) {
	whole := mixed(f)
	f.Add(whole.Encode()[len(magic)+sha256.Size:])
	f.Fuzz(func(t *testing.T, body []byte) {
		sum := sha256.Sum256(body)
		p, err := Decode(append(append([]byte(magic), sum[:]...), body...))
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatal(err)
			}
			return
		}
		if q, err := Decode(p.Encode()); err != nil || !bytes.Equal(q.Encode(), p.Encode()) {
			t.Fatalf("what was read is written otherwise: %v", err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		e := New(p)
		for _, pl := range p.plans {
			_, _ = e.EvalAST(ctx, ast.NewObject(), pl.name)
		}
	})
}

// mixed lowers a policy with a bit of everything.
func mixed(tb testing.TB) *Program {
	tb.Helper()
	var policy *ir.Policy
	rego.RegisterPlugin("fuzz", fuzzPlanner{})
	_, err := rego.New(rego.Query("data.p"), rego.Target("fuzz"), rego.Module("p.rego", `package p

import data.limits

default ok := false

ok if { every x in input.xs { x.n > limits.least; not x.name in {"a", "b"} } }

sums[k] := sum([x.n | some x in v]) if some k, v in input.groups

names contains lower(x.name) if { some x in input.xs; regex.match("[a-z]+", x.name) }

half := input.n / 2 if input.n with input.m as 1
`), rego.Store(inmem.NewFromObject(map[string]any{"limits": map[string]any{"least": 2}}))).
		PrepareForEval(context.WithValue(tb.Context(), planned{}, &policy))
	if err != nil {
		tb.Fatal(err)
	}
	p, err := Lower(tb.Context(), policy, ast.MustInterfaceToValue(map[string]any{"limits": map[string]any{"least": 2}}).(ast.Object), true)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

type fuzzPlanner struct{ planner }

func (fuzzPlanner) IsTarget(name string) bool { return name == "fuzz" }
