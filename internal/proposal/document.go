// Package proposal turns the bytes of a proposal into a frozen tree of values with positions. It is the one door: no
// other package reads a proposal's YAML. Everything uploaded is hostile until Parse has returned a [Document]. Start at
// [Parse].
package proposal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"sort"
	"strings"
)

// Position is a place in the source text: line and column from 1, the column in code points. The zero value is no place.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// IsZero says whether the position is none.
func (p Position) IsZero() bool { return p == Position{} }

// Kind is the kind of a value.
type Kind uint8

// The kinds, those of JSON.
const (
	Null Kind = iota
	Bool
	Number
	String
	Sequence
	Mapping
)

// Value is one value of a proposal. It never changes after Parse.
type Value struct {
	kind   Kind
	bool   bool
	text   string
	items  []*Value
	fields []Field
	pos    Position
}

// Field is one entry of a mapping.
type Field struct {
	Key    string
	KeyPos Position
	Value  *Value
}

// Kind says what the value is.
func (v *Value) Kind() Kind { return v.kind }

// Bool gives the value of a Bool.
func (v *Value) Bool() bool { return v.bool }

// Text gives the content of a String, or a Number as a plain decimal without exponent or needless zeros: "96", "-0.5".
func (v *Value) Text() string { return v.text }

// Items gives the values of a Sequence.
func (v *Value) Items() []*Value { return v.items }

// Fields gives the entries of a Mapping, sorted by key.
func (v *Value) Fields() []Field { return v.fields }

// Position says where the value's text starts. The value of an alias stands where its anchor stands.
func (v *Value) Position() Position { return v.pos }

// Get finds an entry of a Mapping.
func (v *Value) Get(key string) (*Value, bool) {
	if f := v.field(key); f != nil {
		return f.Value, true
	}
	return nil, false
}

func (v *Value) field(key string) *Field {
	i := sort.Search(len(v.fields), func(i int) bool { return v.fields[i].Key >= key })
	if i < len(v.fields) && v.fields[i].Key == key {
		return &v.fields[i]
	}
	return nil
}

// Document is one parsed proposal.
type Document struct {
	Name     string    // as the caller named it
	SHA256   string    // hex, of the bytes that were parsed
	Warnings []Warning // what a person should look at; nil when nothing

	root *Value
	src  []byte
}

// Root gives the whole proposal, a Mapping.
func (d *Document) Root() *Value { return d.root }

// At finds the value at a path.
func (d *Document) At(p Path) (*Value, bool) {
	v := d.root
	for _, s := range p {
		if i, ok := s.Index(); ok {
			if i >= len(v.items) {
				return nil, false
			}
			v = v.items[i]
			continue
		}
		f := v.field(s.key)
		if f == nil {
			return nil, false
		}
		v = f.Value
	}
	return v, true
}

// Locate says where to look for a path: at the key of a field, at an item of a sequence, or, when it is missing, at the
// nearest existing parent. It never gives the zero position.
func (d *Document) Locate(p Path) Position {
	v, pos := d.root, d.root.pos
	for _, s := range p {
		if i, ok := s.Index(); ok {
			if i >= len(v.items) {
				return pos
			}
			v = v.items[i]
			pos = v.pos
			continue
		}
		f := v.field(s.key)
		if f == nil {
			return pos
		}
		v, pos = f.Value, f.KeyPos
	}
	return pos
}

// Line gives the source text of a line, from 1, without its line break; "" outside the document.
func (d *Document) Line(n int) string {
	for i, line := range strings.Split(string(d.src), "\n") {
		if i+1 == n {
			return strings.TrimPrefix(strings.TrimSuffix(line, "\r"), "\ufeff")
		}
	}
	return ""
}

// ContentSHA256 is the digest of the values alone, in hex: the same whatever the order of keys, the comments, the layout
// and the spelling of numbers.
func (d *Document) ContentSHA256() string {
	h := sha256.New()
	writeCanonical(h, d.root)
	return hex.EncodeToString(h.Sum(nil))
}

// writeCanonical writes a value with every length in front, so that no two values share a serialisation.
func writeCanonical(h hash.Hash, v *Value) {
	head := func(kind byte, n int) {
		var b [9]byte
		b[0] = kind
		binary.BigEndian.PutUint64(b[1:], uint64(n))
		h.Write(b[:])
	}
	switch v.kind {
	case Null:
		head('z', 0)
	case Bool:
		n := 0
		if v.bool {
			n = 1
		}
		head('b', n)
	case Number:
		head('n', len(v.text))
		h.Write([]byte(v.text))
	case String:
		head('s', len(v.text))
		h.Write([]byte(v.text))
	case Sequence:
		head('l', len(v.items))
		for _, item := range v.items {
			writeCanonical(h, item)
		}
	case Mapping:
		head('m', len(v.fields))
		for _, f := range v.fields {
			head('k', len(f.Key))
			h.Write([]byte(f.Key))
			writeCanonical(h, f.Value)
		}
	}
}

// Without gives the same document with the values at some paths absent. An item of a sequence becomes null instead, so
// that the others keep their index. Name, digests and positions stay.
func (d *Document) Without(paths []Path) *Document {
	if len(paths) == 0 {
		return d
	}
	copied := *d
	copied.root = without(d.root, paths, 0)
	return &copied
}

// without copies the mappings and sequences that paths lead through and shares the rest. All paths agree up to depth.
func without(v *Value, paths []Path, depth int) *Value {
	out := *v
	group := func(s Step) (below []Path, here bool) {
		for _, p := range paths {
			if len(p) > depth && p[depth] == s {
				below = append(below, p)
				here = here || len(p) == depth+1
			}
		}
		return below, here
	}
	out.items = make([]*Value, len(v.items))
	for i, item := range v.items {
		switch below, here := group(Index(i)); {
		case here:
			out.items[i] = &Value{pos: item.pos}
		case below != nil:
			out.items[i] = without(item, below, depth+1)
		default:
			out.items[i] = item
		}
	}
	out.fields = make([]Field, 0, len(v.fields))
	for _, f := range v.fields {
		switch below, here := group(Key(f.Key)); {
		case here:
			continue
		case below != nil:
			f.Value = without(f.Value, below, depth+1)
		}
		out.fields = append(out.fields, f)
	}
	return &out
}
