package pack

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hegui/internal/proposal"
)

// form is a schema made into checks of a proposal's values as they are. A check says that a value is surely in form, or
// that it does not know: then the library says what is wrong, of that value alone. So checks may know less than the
// library, and never more: a keyword that they do not know leaves what it stands for to the library.
type form struct {
	schema  *jsonschema.Schema // what this was made of
	field   *Field             // which entries count as missing when they are empty; nil below an unknown field
	unknown bool               // the schema holds a keyword that the checks do not know

	ref    *form      // of $ref, beside the rest
	kinds  kinds      // of type; 0 for any
	only   []constant // of enum or const; nil for any
	number *numberForm
	text   *textForm

	fields []fieldForm // what a mapping may hold, sorted by key
	needed int         // how many of the fields are required
	open   bool        // a mapping may hold other keys

	item     *form // of a sequence; nil for any
	fewest   int   // items of a sequence, and most; most is -1 without such a limit
	most     int
	distinct bool // no item twice
}

// fieldForm is what a mapping may hold under a key.
type fieldForm struct {
	key      string
	form     *form
	required bool
}

// kinds is a set of JSON Schema's types.
type kinds uint8

const (
	kindNull kinds = 1 << iota
	kindBool
	kindNumber
	kindInteger
	kindString
	kindSequence
	kindMapping
)

var kindNames = map[string]kinds{
	"null": kindNull, "boolean": kindBool, "number": kindNumber, "integer": kindInteger, "string": kindString,
	"array": kindSequence, "object": kindMapping,
}

// kindsOf gives the types that a value is of: a whole number is both a number and an integer.
func kindsOf(v *proposal.Value) kinds {
	switch v.Kind() {
	case proposal.Bool:
		return kindBool
	case proposal.Number:
		if strings.Contains(v.Text(), ".") { // no needless zeros: see Value.Text
			return kindNumber
		}
		return kindNumber | kindInteger
	case proposal.String:
		return kindString
	case proposal.Sequence:
		return kindSequence
	case proposal.Mapping:
		return kindMapping
	default:
		return kindNull
	}
}

// constant is one value of an enum: a bool, a text or a number as a plain decimal.
type constant struct {
	kind proposal.Kind
	bool bool
	text string
}

func (c *constant) is(v *proposal.Value) bool {
	return c.kind == v.Kind() && c.bool == v.Bool() && c.text == v.Text()
}

// textForm is what a text must be like. Lengths are in code points; longest is -1 without such a limit.
type textForm struct {
	shortest, longest int
	pattern           func(string) bool // nil for any
	date              bool
}

// patterns are the matchers of a schema by pattern: a definition is used in many places.
type patterns map[string]func(string) bool

// newForm makes the checks of a schema whose references do not go in circles.
func newForm(s *jsonschema.Schema, field *Field, p patterns) *form {
	f := &form{schema: s, field: field, open: true, most: -1}
	f.unknown = s.DraftVersion != 2020 || !knownKeywords(s) ||
		!f.values() || !f.numbers() || !f.texts(p) || !f.mapping(p)
	if f.unknown {
		return f
	}
	f.sequence(p)
	if s.Ref != nil {
		f.ref = newForm(s.Ref, field, p)
	}
	return f
}

// knownKeywords says whether a schema holds nothing that the checks do not know. It goes by what is known, so that a
// keyword that the library learns is unknown here.
func knownKeywords(s *jsonschema.Schema) bool {
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		if field := v.Type().Field(i); field.IsExported() && !v.Field(i).IsZero() && !slices.Contains(keywords, field.Name) {
			return false
		}
	}
	return true
}

// keywords are the parts of a compiled schema that the checks know, or that say nothing about values.
var keywords = []string{
	"DraftVersion", "Location", "ID", "Anchor", "Title", "Description", "Comment", "Default", "Examples", "ReadOnly", "WriteOnly", "Deprecated",
	"Ref", "Types", "Enum", "Const",
	"Required", "Properties", "AdditionalProperties",
	"Items2020", "MinItems", "MaxItems", "UniqueItems",
	"MinLength", "MaxLength", "Pattern", "Format",
	"Minimum", "Maximum", "ExclusiveMinimum", "ExclusiveMaximum", "MultipleOf",
}

// values reads what any value must be; false when that is not known here, as with the methods below.
func (f *form) values() bool {
	if f.schema.Types != nil {
		for _, name := range f.schema.Types.ToStrings() {
			f.kinds |= kindNames[name]
		}
	}
	var allowed []any
	switch {
	case f.schema.Enum != nil && f.schema.Const != nil:
		return false
	case f.schema.Enum != nil:
		allowed = f.schema.Enum.Values
	case f.schema.Const != nil:
		allowed = []any{*f.schema.Const}
	default:
		return true
	}
	f.only = make([]constant, 0, len(allowed))
	for _, value := range allowed {
		switch value := value.(type) {
		case nil:
			f.only = append(f.only, constant{kind: proposal.Null})
		case bool:
			f.only = append(f.only, constant{kind: proposal.Bool, bool: value})
		case string:
			f.only = append(f.only, constant{kind: proposal.String, text: value})
		case json.Number:
			text, ok := plainDecimal(value)
			if !ok {
				return false
			}
			f.only = append(f.only, constant{kind: proposal.Number, text: text})
		default:
			return false
		}
	}
	return true
}

func (f *form) texts(p patterns) bool {
	s := f.schema
	if s.MinLength == nil && s.MaxLength == nil && s.Pattern == nil && s.Format == nil {
		return true
	}
	f.text = &textForm{longest: -1}
	if s.MinLength != nil {
		f.text.shortest = *s.MinLength
	}
	if s.MaxLength != nil {
		f.text.longest = *s.MaxLength
	}
	if s.Pattern != nil {
		pattern := s.Pattern.String()
		if p[pattern] == nil {
			p[pattern] = matcher(pattern, s.Pattern.MatchString)
		}
		f.text.pattern = p[pattern]
	}
	if s.Format != nil {
		f.text.date = s.Format.Name == "date"
		return f.text.date
	}
	return true
}

func (f *form) mapping(p patterns) bool {
	switch additional := f.schema.AdditionalProperties.(type) {
	case nil:
	case bool:
		f.open = additional
	default:
		return false
	}
	for key, schema := range f.schema.Properties {
		f.fields = append(f.fields, fieldForm{key: key, form: newForm(schema, f.field.Child(key), p)})
	}
	for _, key := range f.schema.Required {
		i := slices.IndexFunc(f.fields, func(known fieldForm) bool { return known.key == key })
		if i < 0 {
			return false // a key that must be there and has no schema of its own
		}
		f.fields[i].required = true
	}
	for _, known := range f.fields {
		if known.required {
			f.needed++
		}
	}
	slices.SortFunc(f.fields, func(a, b fieldForm) int { return strings.Compare(a.key, b.key) })
	return true
}

func (f *form) sequence(p patterns) {
	s := f.schema
	if s.Items2020 != nil {
		f.item = newForm(s.Items2020, f.field, p)
	}
	if s.MinItems != nil {
		f.fewest = *s.MinItems
	}
	if s.MaxItems != nil {
		f.most = *s.MaxItems
	}
	f.distinct = s.UniqueItems
}

// unsure is a value that is not surely in form.
type unsure struct {
	form  *form
	value *proposal.Value
	path  proposal.Path
}

// check goes through a value and notes the values that are not surely in form: the smallest ones, so that the library has
// little to look at.
type check struct {
	found []unsure
	at    proposal.Path // of the value that is looked at
}

// unsure gives the values that are not surely in form.
func (f *form) unsure(v *proposal.Value) []unsure {
	var c check
	c.value(f, v)
	return c.found
}

func (c *check) value(f *form, v *proposal.Value) {
	before := len(c.found)
	if !c.holds(f, v) {
		// The library looks at all of it.
		c.found = append(c.found[:before], unsure{f, v, append(proposal.Path(nil), c.at...)})
	}
}

// below checks an entry or an item.
func (c *check) below(step proposal.Step, f *form, v *proposal.Value) {
	c.at = append(c.at, step)
	c.value(f, v)
	c.at = c.at[:len(c.at)-1]
}

// holds says whether a value is surely in form, but for what its entries and items hold: of them the unsure ones are noted.
func (c *check) holds(f *form, v *proposal.Value) bool {
	if f.unknown || f.kinds != 0 && f.kinds&kindsOf(v) == 0 {
		return false
	}
	if f.only != nil && !slices.ContainsFunc(f.only, func(c constant) bool { return c.is(v) }) {
		return false
	}
	if f.ref != nil && !c.holds(f.ref, v) {
		return false
	}
	switch v.Kind() {
	case proposal.Number:
		return f.number == nil || f.number.holds(v.Text())
	case proposal.String:
		return f.text == nil || f.text.holds(v.Text())
	case proposal.Sequence:
		return c.items(f, v.Items())
	case proposal.Mapping:
		return c.fields(f, v)
	default:
		return true
	}
}

func (t *textForm) holds(s string) bool {
	// The bytes of a text are at least its code points and at most four times as many: counting is seldom needed.
	if t.longest >= 0 && len(s) > t.longest && utf8.RuneCountInString(s) > t.longest {
		return false
	}
	if t.shortest > len(s) || t.shortest > (len(s)+3)/4 && utf8.RuneCountInString(s) < t.shortest {
		return false
	}
	return (!t.date || isDate(s)) && (t.pattern == nil || t.pattern(s))
}

func (c *check) items(f *form, items []*proposal.Value) bool {
	if len(items) < f.fewest || f.most >= 0 && len(items) > f.most || f.distinct && !distinct(items) {
		return false
	}
	if f.item == nil {
		return true
	}
	for i, item := range items {
		c.below(proposal.Index(i), f.item, item)
	}
	return true
}

// manyItems is how many items are compared each with each.
const manyItems = 16

// distinct says whether no two of the items are equal; it does not know of sequences and mappings.
func distinct(items []*proposal.Value) bool {
	if len(items) < 2 {
		return true
	}
	for i, item := range items {
		if item.Kind() == proposal.Sequence || item.Kind() == proposal.Mapping {
			return false
		}
		if len(items) > manyItems {
			continue
		}
		c := constant{item.Kind(), item.Bool(), item.Text()}
		for _, before := range items[:i] {
			if c.is(before) {
				return false
			}
		}
	}
	if len(items) <= manyItems {
		return true
	}
	seen := make(map[constant]bool, len(items))
	for _, item := range items {
		seen[constant{item.Kind(), item.Bool(), item.Text()}] = true
	}
	return len(seen) == len(items)
}

// fields goes along the entries and the fields at once: both are sorted by key.
func (c *check) fields(f *form, v *proposal.Value) bool {
	known, needed := f.fields, f.needed
	entries := v.Fields()
	for i := range entries {
		entry := &entries[i]
		for len(known) > 0 && keyBefore(known[0].key, entry.Key) {
			known = known[1:]
		}
		found := len(known) > 0 && known[0].key == entry.Key
		if entry.Value.Absent() && f.field.Child(entry.Key) != nil {
			continue // counts as missing
		}
		switch {
		case !found && !f.open:
			return false
		case !found:
			continue
		case known[0].required:
			needed--
		}
		c.below(proposal.Key(entry.Key), known[0].form, entry.Value)
	}
	return needed == 0
}

// keyBefore is a < b; most keys differ in their first byte.
func keyBefore(a, b string) bool {
	if a != "" && b != "" && a[0] != b[0] {
		return a[0] < b[0]
	}
	return a < b
}
