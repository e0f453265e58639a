package sample

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// node is a value of a proposal before it is written: keys keep their order, and a comment stands beside a field.
type node struct {
	kind   kind
	text   string // of a leaf
	plain  bool   // a leaf that is a number or a truth value, never quoted
	fields []field
	items  []*node
	anchor string // written before the value
	alias  string // written instead of the value
}

type kind int

const (
	leaf kind = iota
	mapping
	list
)

type field struct {
	key   string
	value *node
	note  string
}

// money is an amount in hundredths of 万元.
type money int

func (m money) String() string { return hundredths(int(m)).String() }

// hundredths and thousandths are decimal numbers as integers.
type (
	hundredths  int
	thousandths int
)

func (n hundredths) String() string  { return decimal(int(n), 2) }
func (n thousandths) String() string { return decimal(int(n), 3) }

func decimal(n, places int) string {
	if n < 0 {
		return "-" + decimal(-n, places)
	}
	digits := fmt.Sprintf("%0*d", places+1, n)
	at := len(digits) - places
	return strings.TrimRight(strings.TrimRight(digits[:at]+"."+digits[at:], "0"), ".")
}

// number is a figure as it is written.
type number string

// obj builds a mapping from keys and values in turn. A nil value, an empty text and a nil list are left out.
func obj(kv ...any) *node {
	n := &node{kind: mapping}
	for i := 0; i < len(kv); i += 2 {
		if v := value(kv[i+1]); v != nil {
			n.fields = append(n.fields, field{key: kv[i].(string), value: v})
		}
	}
	return n
}

func value(v any) *node {
	switch v := v.(type) {
	case nil:
		return nil
	case *node:
		return v
	case string:
		if v == "" {
			return nil
		}
		return &node{text: v}
	case bool:
		return &node{text: strconv.FormatBool(v), plain: true}
	case int:
		return &node{text: strconv.Itoa(v), plain: true}
	case fmt.Stringer:
		return &node{text: v.String(), plain: true}
	case number:
		return &node{text: string(v), plain: true}
	case []string:
		if v == nil {
			return nil
		}
		n := &node{kind: list}
		for _, s := range v {
			n.items = append(n.items, &node{text: s})
		}
		return n
	case []*node:
		if v == nil {
			return nil
		}
		return &node{kind: list, items: v}
	}
	panic(fmt.Sprintf("sample: no node for %T", v))
}

// get finds a value below n: keys for mappings, indexes for lists. It is nil when there is none.
func (n *node) get(path ...any) *node {
	for _, p := range path {
		if n == nil {
			return nil
		}
		switch p := p.(type) {
		case string:
			i := slices.IndexFunc(n.fields, func(f field) bool { return f.key == p })
			if i < 0 {
				return nil
			}
			n = n.fields[i].value
		case int:
			if p >= len(n.items) {
				return nil
			}
			n = n.items[p]
		}
	}
	return n
}

// all are the items of a list, none of a missing one.
func (n *node) all() []*node {
	if n == nil {
		return nil
	}
	return n.items
}

// set replaces the value of a key, or adds it.
func (n *node) set(key string, v any) {
	if i := slices.IndexFunc(n.fields, func(f field) bool { return f.key == key }); i >= 0 {
		n.fields[i].value = value(v)
		return
	}
	n.fields = append(n.fields, field{key: key, value: value(v)})
}

// drop removes a key and says whether it was there.
func (n *node) drop(key string) bool {
	i := slices.IndexFunc(n.fields, func(f field) bool { return f.key == key })
	if i >= 0 {
		n.fields = slices.Delete(n.fields, i, i+1)
	}
	return i >= 0
}

// each calls f with n and every value below it, parents first, in the order in which they are written.
func (n *node) each(f func(*node)) {
	f(n)
	for i := range n.fields {
		n.fields[i].value.each(f)
	}
	for _, item := range n.items {
		item.each(f)
	}
}
