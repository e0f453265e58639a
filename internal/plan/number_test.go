package plan

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// randomNumber writes a number as proposals and rules have them, and as they rarely do.
func randomNumber(dice *rand.Rand) string {
	sign := ""
	if dice.IntN(4) == 0 {
		sign = "-"
	}
	switch dice.IntN(12) {
	case 0:
		return sign + strconv.Itoa(dice.IntN(10))
	case 1:
		return sign + strconv.FormatInt(dice.Int64(), 10)
	case 2:
		return sign + strconv.FormatUint(dice.Uint64(), 10) + strconv.FormatUint(dice.Uint64(), 10)
	case 3:
		return sign + strconv.Itoa(dice.IntN(1000)) + ".0"
	case 4:
		return sign + strconv.Itoa(1+dice.IntN(9)) + "e" + strconv.Itoa(dice.IntN(40)-20)
	case 5:
		return sign + "0." + strings.Repeat("0", dice.IntN(12)) + strconv.Itoa(1+dice.IntN(1e6))
	case 6:
		return sign + fmt.Sprintf("%d.%018d", dice.IntN(1e6), dice.Int64N(1e18))
	case 7:
		return sign + strconv.Itoa(dice.IntN(1000)) + ".5"
	default:
		return sign + strconv.Itoa(dice.IntN(1e6)) + "." + strconv.Itoa(dice.IntN(1e4))
	}
}

// Arithmetic and comparison give what OPA's own built-ins give, digit by digit, also on what came out of arithmetic.
func TestArithmeticIsOPAs(t *testing.T) {
	t.Parallel()
	dice := rand.New(rand.NewPCG(1, 2))
	m := newMachine(link(&Program{}))
	m.opa = newOPAState(context.Background())
	binary := []string{"plus", "minus", "mul", "div", "rem", "lt", "lte", "gt", "gte", "equal", "neq"}
	unary := []string{"abs", "round", "ceil", "floor"}
	var pool []value
	for n := range 100_000 {
		if n%1000 == 0 {
			m.reset()
			pool = pool[:0]
		}
		if len(pool) < 40 || dice.IntN(3) == 0 {
			pool = append(pool, m.number(randomNumber(dice)))
		}
		x, y := pool[dice.IntN(len(pool))], pool[dice.IntN(len(pool))]
		var name string
		var got, want value
		if dice.IntN(4) == 0 {
			name = unary[dice.IntN(len(unary))]
			got, want = natives[name].one(m, x), m.opa.call(m, name, x)
		} else {
			name = binary[dice.IntN(len(binary))]
			got, want = natives[name].two(m, x, y), m.opa.call(m, name, x, y)
		}
		if !same(m, got, want) {
			t.Fatalf("%s(%s, %s) is %v, OPA says %v", name, m.numberText(x), m.numberText(y), m.toAST(got), m.toAST(want))
		}
		if got.isNumber() && len(m.numberText(got)) < 40 {
			pool = append(pool, got)
		}
	}
}

func TestSumIsOPAs(t *testing.T) {
	t.Parallel()
	dice := rand.New(rand.NewPCG(3, 4))
	m := newMachine(link(&Program{}))
	m.opa = newOPAState(context.Background())
	for range 20_000 {
		m.reset()
		var items []value
		for range dice.IntN(8) {
			items = append(items, m.number(randomNumber(dice)))
		}
		for _, list := range []value{m.newArray(items), m.collection(opSet, items)} {
			if got, want := sum(m, list), m.opa.call(m, "sum", list); !same(m, got, want) {
				t.Fatalf("sum(%v) is %v, OPA says %v", m.toAST(list), m.toAST(got), m.toAST(want))
			}
		}
	}
}

// same says whether two values are written alike: 1 and 1.0 are not.
func same(m *machine, a, b value) bool {
	x, y := m.toAST(a), m.toAST(b)
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	if n, ok := x.(ast.Number); ok {
		o, ok := y.(ast.Number)
		return ok && n == o
	}
	return x.Compare(y) == 0
}
