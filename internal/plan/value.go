package plan

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// value is a value of Rego in one word: its kind in the low bits, and above them a small integer or the place in one of
// the tables of a [machine]. It holds no pointer, so a million of them cost the garbage collector nothing. The zero value
// is undefined.
type value uint64

// The kinds, in the order in which OPA sorts values of different kinds; kindInt and kindNumber are one to it.
const (
	kindUndefined = iota
	kindNull
	kindBool
	kindInt    // an integer of at most 59 bits, in the word itself
	kindNumber // any other number, as text
	kindString
	kindArray
	kindObject
	kindSet

	kindBits = 4
	maxInt   = 1<<(63-kindBits) - 1
)

const (
	undefined value = 0
	null      value = kindNull
	boolFalse value = kindBool
	boolTrue  value = kindBool | 1<<kindBits
)

func boolean(b bool) value {
	if b {
		return boolTrue
	}
	return boolFalse
}

func small(i int) value { return value(i)<<kindBits | kindInt }

func at(kind, index int) value { return value(index)<<kindBits | value(kind) }

func (v value) kind() int { return int(v & (1<<kindBits - 1)) }

// int gives the integer of a kindInt, with its sign.
func (v value) int() int64 { return int64(v) >> kindBits }

// index gives the place in the table of the kind.
func (v value) index() int { return int(v >> kindBits) }

func (v value) isNumber() bool { return v.kind() == kindInt || v.kind() == kindNumber }

// rank orders kinds as OPA does.
func (v value) rank() int {
	if k := v.kind(); k != kindNumber {
		return k
	}
	return kindInt
}

// object is a mapping: keys in order, each once, and their values.
type object struct{ keys, vals []value }

// tables hold what values point at. Those of a program are shared and never change; a machine's begin with them.
type tables struct {
	strings []string
	numbers []number
	arrays  [][]value
	objects []object
	sets    [][]value // sorted, each once

	// static is how many strings are the program's, each once. A key of an object that says the same as one of them is
	// that one, so that most keys are found by comparing words.
	static int
	known  map[string]value // the program's strings
	stood  []uint8          // by string of the program, where it stood in the last object that had it as a key; a machine's
}

// key gives the text that stands for itself as the key of an object.
func (t *tables) key(v value) value {
	if v.kind() == kindString && v.index() >= t.static {
		if k, ok := t.known[t.text(v)]; ok {
			return k
		}
	}
	return v
}

func (t *tables) text(v value) string { return t.strings[v.index()] }

func (t *tables) items(v value) []value { return t.arrays[v.index()] }

func (t *tables) object(v value) *object { return &t.objects[v.index()] }

func (t *tables) members(v value) []value { return t.sets[v.index()] }

func (t *tables) newArray(items []value) value {
	t.arrays = append(t.arrays, items)
	return at(kindArray, len(t.arrays)-1)
}

func (t *tables) newObject(o object) value {
	t.objects = append(t.objects, o)
	return at(kindObject, len(t.objects)-1)
}

func (t *tables) newSet(members []value) value {
	t.sets = append(t.sets, members)
	return at(kindSet, len(t.sets)-1)
}

// addString puts a text into the table without looking whether it is there.
func (t *tables) addString(s string) value {
	t.strings = append(t.strings, s)
	return at(kindString, len(t.strings)-1)
}

// compare orders values as OPA's ast.Compare does.
func (t *tables) compare(a, b value) int {
	if a == b {
		return 0
	}
	if a.kind() != b.kind() {
		if c := a.rank() - b.rank(); c != 0 {
			return c
		}
		return t.compareNumbers(a, b)
	}
	switch a.kind() {
	case kindBool, kindInt:
		return cmp.Compare(int64(a), int64(b))
	case kindNumber:
		return t.compareNumbers(a, b)
	case kindString:
		if a.index() < t.static && b.index() < t.static {
			return cmp.Compare(a, b) // they stand in order
		}
		return strings.Compare(t.text(a), t.text(b))
	case kindArray:
		return t.compareLists(t.items(a), t.items(b))
	case kindSet:
		return t.compareLists(t.members(a), t.members(b))
	case kindObject:
		return t.compareObjects(t.object(a), t.object(b))
	}
	return 0
}

func (t *tables) compareLists(a, b []value) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			if c := t.compare(a[i], b[i]); c != 0 {
				return c
			}
		}
	}
	return cmp.Compare(len(a), len(b))
}

func (t *tables) compareObjects(a, b *object) int {
	for i := range min(len(a.keys), len(b.keys)) {
		if a.keys[i] != b.keys[i] {
			if c := t.compare(a.keys[i], b.keys[i]); c != 0 {
				return c
			}
		}
		if a.vals[i] != b.vals[i] {
			if c := t.compare(a.vals[i], b.vals[i]); c != 0 {
				return c
			}
		}
	}
	return cmp.Compare(len(a.keys), len(b.keys))
}

// equal is compare == 0, and faster for what differs at first sight.
func (t *tables) equal(a, b value) bool {
	if a == b {
		return true
	}
	if a.kind() != b.kind() {
		return a.rank() == b.rank() && t.compareNumbers(a, b) == 0
	}
	switch a.kind() {
	case kindString:
		return (a.index() >= t.static || b.index() >= t.static) && t.text(a) == t.text(b)
	case kindNumber:
		return t.compareNumbers(a, b) == 0
	case kindArray:
		return t.equalLists(t.items(a), t.items(b))
	case kindSet:
		return t.equalLists(t.members(a), t.members(b))
	case kindObject:
		x, y := t.object(a), t.object(b)
		return t.equalLists(x.keys, y.keys) && t.equalLists(x.vals, y.vals)
	}
	return false // words of the same kind that hold all there is
}

func (t *tables) equalLists(a, b []value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !t.equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// search finds where a value stands, or belongs, in a sorted list.
func (t *tables) search(sorted []value, v value) (int, bool) {
	lo, hi := 0, len(sorted)
	if hi > 0 {
		// What is built is mostly built in order.
		switch c := t.compare(sorted[hi-1], v); {
		case c < 0:
			return hi, false
		case c == 0:
			return hi - 1, true
		}
		hi--
	}
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		c := t.compare(sorted[mid], v)
		if c == 0 {
			return mid, true
		}
		if c < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, false
}

// shortScan is up to how many entries are looked through one by one.
const shortScan = 24

// field finds the value of a key in an object, undefined when there is none.
func (t *tables) field(o *object, key value) value {
	if key.kind() == kindString && key.index() < len(t.stood) {
		// The items of a list have the same keys.
		stood := &t.stood[key.index()]
		if i := int(*stood); i < len(o.keys) && o.keys[i] == key {
			return o.vals[i]
		}
		if len(o.keys) <= shortScan {
			for i, k := range o.keys {
				if k == key {
					*stood = uint8(i)
					return o.vals[i]
				}
			}
			return undefined
		}
	}
	if i, found := t.search(o.keys, key); found {
		return o.vals[i]
	}
	return undefined
}

// member says whether a set has a value.
func (t *tables) member(set []value, v value) bool {
	if len(set) <= shortScan {
		if v.kind() == kindString {
			return t.memberText(set, v)
		}
		for _, m := range set {
			if m == v || m.kind() == v.kind() && t.equal(m, v) {
				return true
			}
		}
		if !v.isNumber() {
			return false
		}
	}
	_, found := t.search(set, v)
	return found
}

// memberText says whether a short set has a text. The program's own texts are each there once.
func (t *tables) memberText(set []value, v value) bool {
	text, differ := t.text(v), 0 // of the texts below differ another value is another text
	if v.index() < t.static {
		differ = t.static
	}
	for _, m := range set {
		if m == v || m.kind() == kindString && m.index() >= differ && t.text(m) == text {
			return true
		}
	}
	return false
}

// get is v[key]: undefined when v has no such key, or has no keys at all.
func (t *tables) get(v, key value) value {
	switch v.kind() {
	case kindObject:
		return t.field(t.object(v), key)
	case kindArray:
		items := t.items(v)
		if key.kind() == kindInt {
			if i := key.int(); i >= 0 && i < int64(len(items)) {
				return items[i]
			}
		}
	case kindSet:
		if t.member(t.members(v), key) {
			return key
		}
	}
	return undefined
}

// length gives how many entries a collection has, or characters a text.
func (t *tables) length(v value) (int, bool) {
	switch v.kind() {
	case kindArray:
		return len(t.items(v)), true
	case kindObject:
		return len(t.object(v).keys), true
	case kindSet:
		return len(t.members(v)), true
	case kindString:
		return utf8.RuneCountInString(t.text(v)), true
	}
	return 0, false
}
