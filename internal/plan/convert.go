package plan

import (
	"math"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/proposal"
)

// fromAST takes a value of OPA into the tables.
func (t *tables) fromAST(v ast.Value) value {
	switch v := v.(type) {
	case ast.Null:
		return null
	case ast.Boolean:
		return boolean(bool(v))
	case ast.Number:
		return t.number(string(v))
	case ast.String:
		if k, ok := t.known[string(v)]; ok {
			return k
		}
		return t.addString(string(v))
	case *ast.Array:
		items := make([]value, v.Len())
		for i := range items {
			items[i] = t.fromAST(v.Elem(i).Value)
		}
		return t.newArray(items)
	case ast.Object:
		var o object
		// Keys come in order.
		v.Foreach(func(k, x *ast.Term) {
			o.keys, o.vals = append(o.keys, t.fromAST(k.Value)), append(o.vals, t.fromAST(x.Value))
		})
		return t.newObject(o)
	case ast.Set:
		members := make([]value, 0, v.Len())
		for _, x := range v.Slice() {
			members = append(members, t.fromAST(x.Value))
		}
		slices.SortFunc(members, t.compare)
		return t.newSet(members)
	}
	panic("plan: a value that no document holds")
}

// toAST gives a value as OPA has it, nil for undefined.
func (t *tables) toAST(v value) ast.Value {
	switch v.kind() {
	case kindNull:
		return ast.NullValue
	case kindBool:
		return ast.Boolean(v == boolTrue)
	case kindInt, kindNumber:
		return ast.Number(t.numberText(v))
	case kindString:
		return ast.String(t.text(v))
	case kindArray:
		return ast.NewArray(t.terms(t.items(v))...)
	case kindSet:
		return ast.NewSet(t.terms(t.members(v))...)
	case kindObject:
		o := t.object(v)
		pairs := make([][2]*ast.Term, len(o.keys))
		for i := range o.keys {
			pairs[i] = [2]*ast.Term{t.term(o.keys[i]), t.term(o.vals[i])}
		}
		return ast.NewObject(pairs...)
	}
	return nil
}

func (t *tables) term(v value) *ast.Term { return ast.NewTerm(t.toAST(v)) }

func (t *tables) terms(list []value) []*ast.Term {
	out := make([]*ast.Term, len(list))
	for i, v := range list {
		out[i] = t.term(v)
	}
	return out
}

// fromProposal takes a proposal's value into a machine. A null or empty text counts as absent, so that `key:` and a
// missing key are the same defect; inside a sequence it stays, so that indexes keep their meaning.
func (m *machine) fromProposal(v *proposal.Value) value {
	switch v.Kind() {
	case proposal.Bool:
		return boolean(v.Bool())
	case proposal.Number:
		return m.number(v.Text())
	case proposal.String:
		return m.addString(v.Text())
	case proposal.Sequence:
		list := v.Items()
		items := m.alloc(len(list))
		for i, item := range list {
			items[i] = m.fromProposal(item)
		}
		return m.newArray(items)
	case proposal.Mapping:
		fields := v.Fields()
		room := m.alloc(2 * len(fields))
		o := object{room[:0:len(fields)], room[len(fields):len(fields)]}
		for i := range fields {
			f := &fields[i]
			if !f.Value.Absent() {
				o.keys = append(o.keys, m.keyOf(f.Key))
				o.vals = append(o.vals, m.fromProposal(f.Value))
			}
		}
		return m.newObject(o)
	}
	return null
}

// keyOf gives the text of a key: one of the program's, where it has it. Proposals have the same few hundred keys: the last one
// of each hash is looked at before all that the program knows.
func (m *machine) keyOf(s string) value {
	last := &m.lastKeys[keyHash(s)]
	if int(*last) < m.static && m.strings[*last] == s {
		return at(kindString, int(*last))
	}
	if k, ok := m.known[s]; ok {
		if k.index() <= math.MaxUint16 {
			*last = uint16(k.index())
		}
		return k
	}
	return m.addString(s)
}

// keySlots is how many hashes of keys there are, a power of two.
const keySlots = 4096

// keyHash tells keys apart by their length and three of their bytes.
func keyHash(s string) uint32 {
	if s == "" {
		return 0
	}
	h := uint32(len(s))<<24 | uint32(s[0])<<16 | uint32(s[len(s)/2])<<8 | uint32(s[len(s)-1])
	return h * 0x9E3779B1 >> 20
}
