package pack

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"log/slog"
	"maps"
	"slices"

	"hegui/internal/rules"
)

// Plans keeps plans between runs. What it gives is looked at before it is believed to be of a pack, and it may forget
// anything; nil from Get is nothing.
type Plans interface {
	Get(key string) []byte
	Put(key string, plan []byte)
}

// Engine says who answers for the rules of a pack: a plan of them where there is one, or OPA's own evaluator. Both say the
// same. The zero value uses the plan that lies beside a pack and makes none.
type Engine struct {
	OPA   bool         // only OPA's own evaluator answers
	Make  bool         // a pack without a plan is planned, which takes longer than to evaluate some hundred proposals
	Plans Plans        // nil keeps none
	Log   *slog.Logger // is told why a pack cannot be planned; nil when Make is false
}

// compile compiles rules to run in this process.
func (e Engine) compile(ctx context.Context, cfg rules.Config) (*rules.Set, error) {
	if e.OPA {
		cfg.Plan = nil
		return rules.Compile(cfg)
	}
	key := ""
	if e.Plans != nil && len(cfg.Plan) == 0 {
		key = rules.PlanKey(cfg)
		cfg.Plan = e.Plans.Get(key)
	}
	set, err := rules.Compile(cfg)
	if err != nil || set.Planned() || !e.Make {
		return set, err
	}
	made, err := set.PlanFile(ctx)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil || !set.UsePlanFile(made) {
		e.Unplanned(cfg.Pack, err)
		return set, nil
	}
	if e.Plans != nil {
		e.Plans.Put(rules.PlanKey(cfg), made)
	}
	return set, nil
}

// Unplanned logs that a pack has no plan, and why.
func (e Engine) Unplanned(id string, err error) {
	e.Log.Warn("OPA's own evaluator answers for the rules, which takes longer: they cannot be planned", "pack", id, "error", err)
}

// Planned says whether a plan answers for the rules, and not only OPA's own evaluator.
func (p *Pack) Planned() bool {
	r, ok := p.Rules.(interface{ Planned() bool })
	return ok && r.Planned()
}

// PlanFile plans the rules of a pack anew: what lies beside it is not believed. The same files give the same bytes. Errors
// are those of [Open]; one that wraps plan.ErrUnsupported says that only OPA's own evaluator runs the rules.
func PlanFile(ctx context.Context, fsys fs.FS, id string) ([]byte, error) {
	var set *rules.Set
	_, err := OpenWith(fsys, id, func(cfg rules.Config) (Rules, error) {
		var err error
		set, err = rules.Compile(cfg)
		return set, err
	})
	if err != nil {
		return nil, err
	}
	return set.PlanFile(ctx)
}

// KeyOf tells the files of packs apart, by name and content.
func KeyOf(files map[string][]byte) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for _, part := range [][]byte{[]byte(name), files[name]} {
			h.Write(binary.AppendUvarint(nil, uint64(len(part))))
			h.Write(part)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
