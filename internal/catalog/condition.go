package catalog

import (
	"fmt"
	"slices"
	"strings"
)

// Condition says when a requirement applies: when one of its alternatives holds. The zero value never holds.
type Condition []Alternative

// Alternative holds when all of its terms do.
type Alternative []FlagTerm

// FlagTerm is a flag that must be on, or one that must be off.
type FlagTerm struct {
	Flag string
	Off  bool
}

// ParseCondition reads alternatives as packs write them: "deploy", "public & genai", "large & !micro". The error names
// the alternative that cannot be read.
func ParseCondition(alternatives []string) (Condition, error) {
	var c Condition
	for _, alternative := range alternatives {
		var a Alternative
		for term := range strings.SplitSeq(alternative, "&") {
			name, off := strings.CutPrefix(strings.TrimSpace(term), "!")
			if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
				return nil, fmt.Errorf("%q is not of the form flag, flag & flag, or flag & !flag", alternative)
			}
			a = append(a, FlagTerm{Flag: name, Off: off})
		}
		c = append(c, a)
	}
	return c, nil
}

// Holds says whether the condition holds when the given flags are on.
func (c Condition) Holds(on map[string]bool) bool {
	return slices.ContainsFunc(c, func(a Alternative) bool {
		return !slices.ContainsFunc(a, func(t FlagTerm) bool { return t.against(on) })
	})
}

// Against gives the flags that keep the condition from holding, each once, in the order of the condition: flags that are
// off and should be on, and the reverse. It is empty when the condition holds.
func (c Condition) Against(on map[string]bool) []string {
	if c.Holds(on) {
		return nil
	}
	var flags []string
	for _, a := range c {
		for _, t := range a {
			if t.against(on) && !slices.Contains(flags, t.Flag) {
				flags = append(flags, t.Flag)
			}
		}
	}
	return flags
}

// against says whether the term keeps its alternative from holding.
func (t FlagTerm) against(on map[string]bool) bool { return on[t.Flag] == t.Off }

// Flags gives the names of all flags of the condition, each once.
func (c Condition) Flags() []string {
	var flags []string
	for _, a := range c {
		for _, t := range a {
			if !slices.Contains(flags, t.Flag) {
				flags = append(flags, t.Flag)
			}
		}
	}
	return flags
}
