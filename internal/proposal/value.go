package proposal

import "sort"

// Position is a place in the source text: line and column from 1, the column in code points (an emoji is one). The byte
// order mark at the start has no column. The zero value is no place.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// IsZero says whether the position is none.
func (p Position) IsZero() bool { return p == Position{} }

// before says whether p stands earlier in the text than q.
func (p Position) before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

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

// Value is one value of a proposal. It never changes after Parse, so any number of goroutines may read it, and an alias
// shares the value of its anchor. Its texts and keys may be parts of the document's source: who keeps one longer than the
// document clones it, or keeps the source, too.
type Value struct {
	text   string
	items  []*Value
	fields []Field
	line   int32
	column int32
	kind   Kind
	bool   bool
}

// Field is one entry of a mapping.
type Field struct {
	Key    string   // in Unicode's form C, so that two spellings of one word are one key
	KeyPos Position // of a merged field: in the mapping it was merged from
	Value  *Value   // never nil
}

// Kind says what the value is; the other methods answer for their own kind and are empty for the rest.
func (v *Value) Kind() Kind { return v.kind }

// Bool gives the value of a Bool.
func (v *Value) Bool() bool { return v.bool }

// Text gives the content of a String, or a Number as a plain decimal without exponent or needless zeros: "96", "-0.5".
func (v *Value) Text() string { return v.text }

// Items gives the values of a Sequence, in their order. The caller must not change the slice.
func (v *Value) Items() []*Value { return v.items }

// Fields gives the entries of a Mapping, sorted by key. The caller must not change the slice.
func (v *Value) Fields() []Field { return v.fields }

// Position says where the value's text starts: a quoted text at its quote, a block text at its | or >, an empty value
// where it could have been written, and the value of an alias where its anchor stands.
func (v *Value) Position() Position { return Position{int(v.line), int(v.column)} }

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

// Absent says whether the value counts as none: a null or an empty text, so that `key:` and a missing key are the same
// defect.
func (v *Value) Absent() bool { return v.kind == Null || v.kind == String && v.text == "" }
