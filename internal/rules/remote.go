package rules

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/assess"
	"hegui/internal/plan"
)

// InputJSON writes what rules see as `input`, for [Set.EvalJSON] in another process. Numbers keep their digits.
func InputJSON(in assess.Input) ([]byte, error) {
	v, err := ast.JSON(inputOf(in))
	if err != nil {
		return nil, fmt.Errorf("write input: %w", err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("write input: %w", err)
	}
	return b, nil
}

// EvalJSON asks every rule about an input that [InputJSON] wrote; see [Set.Eval].
func (s *Set) EvalJSON(ctx context.Context, input []byte, readings bool) (*assess.Evaluation, error) {
	dec := json.NewDecoder(bytes.NewReader(input))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, fmt.Errorf("read input: %w", err)
	}
	value, err := ast.InterfaceToValue(v)
	if err != nil {
		return nil, fmt.Errorf("read input: %w", err)
	}
	if s.fast != nil {
		ev, ok, err := s.answer(ctx, readings, func(entrypoints []string, read func(int, plan.Value) error) error {
			return s.fast.EvalValue(ctx, value, entrypoints, read)
		})
		if ok || err != nil {
			return ev, err
		}
	}
	return s.eval(ctx, ast.NewTerm(value), readings)
}
