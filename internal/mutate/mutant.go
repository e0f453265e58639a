// Package mutate asks whether the tests of a pack would notice a wrong rule. It changes one small thing in the pack's Rego
// or thresholds at a time (a mutant), runs the tests that could see it, and says which mutants no test noticed. Start at
// [Run].
package mutate

import (
	"fmt"
	"strings"
)

// Operator is a kind of change.
type Operator string

// The kinds of change.
const (
	Boundary   Operator = "boundary"   // < becomes <=, and so on
	Negation   Operator = "negation"   // a comparison becomes its opposite
	Constant   Operator = "constant"   // a number is one more, one less, or twice as large
	Word       Operator = "word"       // a text that is compared with is another
	Drop       Operator = "drop"       // a condition is left out
	Not        Operator = "not"        // a condition is negated, or its `not` left out
	Quantifier Operator = "quantifier" // some becomes every, and every becomes some
	Default    Operator = "default"    // true becomes false, and false true
	DropRule   Operator = "drop_rule"  // one of several rules of a name is left out
	Threshold  Operator = "threshold"  // a threshold is moved by one step
)

// Mutant is one change.
type Mutant struct {
	ID       string   `json:"id"` // file:line:column operator, with a number when there are several
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Operator Operator `json:"operator"`
	Rule     string   `json:"rule"`   // name of the rule or threshold, "findings"
	Before   string   `json:"before"` // what stands there, white space collapsed
	After    string   `json:"after"`  // what stands there instead; empty when it is left out

	rule  int    // index in the module; -1 for a threshold
	edits []edit // of the file's text
	path  []any  // of a number within a threshold's value
	value string // the number it becomes
}

// edit replaces a part of a file.
type edit struct {
	start, end int
	text       string
}

// apply makes edits, which do not overlap and are in order, in the part of a text that begins at offset base.
func apply(text string, base int, edits []edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at : e.start-base])
		b.WriteString(e.text)
		at = e.end - base
	}
	b.WriteString(text[at:])
	return b.String()
}

// collapse makes one line of a piece of Rego.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// identify gives mutants their ids: several at one place are numbered.
func identify(mutants []*Mutant) {
	count := map[string]int{}
	for _, m := range mutants {
		m.ID = fmt.Sprintf("%s:%d:%d %s", m.File, m.Line, m.Column, m.Operator)
		count[m.ID]++
		if n := count[m.ID]; n > 1 {
			m.ID += fmt.Sprintf(" %d", n)
		}
	}
}
