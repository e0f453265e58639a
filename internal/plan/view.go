package plan

import (
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Kind is the kind of a [Value].
type Kind uint8

// The kinds of values, and none.
const (
	Undefined Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
	Set
)

// String names the kind as OPA does.
func (k Kind) String() string {
	return [...]string{"undefined", "null", "boolean", "number", "string", "array", "object", "set"}[k]
}

// Value is a value of a result. The zero value is none.
type Value struct {
	t *tables
	v value
}

// ValueOf gives a value of OPA's; nil is none.
func ValueOf(v ast.Value) Value {
	if v == nil {
		return Value{}
	}
	t := &tables{}
	return Value{t, t.fromAST(v)}
}

// AST gives the value as OPA has it, nil for none.
func (v Value) AST() ast.Value {
	if v.t == nil {
		return nil
	}
	return v.t.toAST(v.v)
}

// Kind says what the value is; the other methods answer for their own kind and give the zero value for the rest.
func (v Value) Kind() Kind {
	switch v.v.kind() {
	case kindNull:
		return Null
	case kindBool:
		return Bool
	case kindInt, kindNumber:
		return Number
	case kindString:
		return String
	case kindArray:
		return Array
	case kindObject:
		return Object
	case kindSet:
		return Set
	}
	return Undefined
}

// Bool gives the value of a Bool.
func (v Value) Bool() bool { return v.v == boolTrue }

// Text gives a String, or a Number as OPA writes it.
func (v Value) Text() string {
	switch v.Kind() {
	case String:
		return v.t.text(v.v)
	case Number:
		return v.t.numberText(v.v)
	}
	return ""
}

// Copy gives the same text in memory of its own, or of the program: [Value.Text] may be a part of the input's source, and
// keeps all of it.
func (v Value) Copy() string {
	if v.Kind() == String && v.v.index() < v.t.static {
		return v.Text()
	}
	return strings.Clone(v.Text())
}

// Int gives a Number that is written as an integer.
func (v Value) Int() (int, bool) {
	if v.v.kind() == kindInt {
		return int(v.v.int()), true
	}
	if v.v.kind() != kindNumber {
		return 0, false
	}
	n, err := strconv.Atoi(v.Text())
	return n, err == nil
}

// Len says how many entries an Array, an Object or a Set has.
func (v Value) Len() int {
	switch v.Kind() {
	case Array, Object, Set:
		n, _ := v.t.length(v.v)
		return n
	}
	return 0
}

// At gives an element of an Array, or of a Set in OPA's order.
func (v Value) At(i int) Value {
	if v.Kind() == Array {
		return Value{v.t, v.t.items(v.v)[i]}
	}
	return Value{v.t, v.t.members(v.v)[i]}
}

// Field gives an entry of an Object, in OPA's order of the keys.
func (v Value) Field(i int) (key, val Value) {
	o := v.t.object(v.v)
	return Value{v.t, o.keys[i]}, Value{v.t, o.vals[i]}
}

// fewKeys is up to how many keys of an object are compared one by one.
const fewKeys = 8

// Get finds the field of an Object; none when there is none, or v is no Object.
func (v Value) Get(key string) Value {
	if v.Kind() != Object {
		return Value{}
	}
	o := v.t.object(v.v)
	if len(o.keys) <= fewKeys {
		for i, k := range o.keys {
			if k.kind() == kindString && v.t.text(k) == key {
				return Value{v.t, o.vals[i]}
			}
		}
		return Value{}
	}
	if k, ok := v.t.known[key]; ok {
		if x := v.t.field(o, k); x != undefined {
			return Value{v.t, x}
		}
		return Value{}
	}
	lo, hi := 0, len(o.keys)
	for lo < hi {
		mid := (lo + hi) / 2
		k := Value{v.t, o.keys[mid]}
		// What is no text stands before texts, or after them.
		switch before := k.Kind() < String || k.Kind() == String && k.Text() < key; {
		case before:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	if lo < len(o.keys) {
		if k, val := v.Field(lo); k.Kind() == String && k.Text() == key {
			return val
		}
	}
	return Value{}
}
