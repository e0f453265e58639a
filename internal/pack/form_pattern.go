package pack

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
)

// matcher gives a function that matches as [regexp.Regexp.MatchString] does, in a fraction of the time: the patterns of a
// form are short and most texts are ASCII. Other texts go to match, and so does everything when the pattern is larger than
// a form needs or looks at more than the ends of the text. The work is done when the first text comes.
func matcher(pattern string, match func(string) bool) func(string) bool {
	made := sync.OnceValue(func() *automaton { return newAutomaton(pattern) })
	return func(s string) bool {
		a := made()
		if a == nil {
			return match(s)
		}
		state := uint16(0)
		for i := range len(s) {
			if s[i] >= ascii {
				return match(s)
			}
			state = a.next[state][s[i]]
		}
		return a.accepts[state]
	}
}

const (
	ascii     = 0x80
	maxStates = 128 // a code of 40 characters has 42
	maxPlaces = 256 // of a compiled pattern, which an untrusted pack may have written
)

// automaton is the deterministic automaton of a pattern over ASCII. It begins in state 0.
type automaton struct {
	next    [][ascii]uint16
	accepts []bool // at the end of the text
}

// newAutomaton makes each set of places of the compiled pattern that a text may lead to a state; nil when it does not do
// for the pattern.
func newAutomaton(pattern string) *automaton {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil || len(prog.Inst) > maxPlaces {
		return nil
	}
	b := automatonBuilder{prog: prog, states: map[string]uint16{}}
	if !b.classes() {
		return nil
	}
	// The pattern may begin anywhere, but what wants the beginning of the text only there.
	b.state(b.closure(nil, uint32(prog.Start), syntax.EmptyBeginText))
	for state := 0; state < len(b.sets); state++ {
		if len(b.sets) > maxStates {
			return nil
		}
		b.next = append(b.next, [ascii]uint16{})
		for i, from := range b.firsts {
			to, end := b.state(b.after(b.sets[state], from)), rune(ascii)
			if i+1 < len(b.firsts) {
				end = b.firsts[i+1]
			}
			for c := from; c < end; c++ {
				b.next[state][c] = to
			}
		}
	}
	return &b.automaton
}

type automatonBuilder struct {
	automaton
	prog   *syntax.Prog
	firsts []rune     // of each run of characters that the pattern does not tell apart
	sets   [][]uint32 // by state, sorted
	states map[string]uint16
}

// classes finds the runs of characters. It is false when the pattern ignores case or looks at lines or words.
func (b *automatonBuilder) classes() bool {
	b.firsts = []rune{0}
	for i := range b.prog.Inst {
		switch inst := &b.prog.Inst[i]; inst.Op {
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(inst.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
				return false
			}
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if syntax.Flags(inst.Arg)&syntax.FoldCase != 0 {
				return false
			}
			for c := range rune(ascii - 1) {
				if inst.MatchRune(c) != inst.MatchRune(c+1) {
					b.firsts = append(b.firsts, c+1)
				}
			}
		}
	}
	slices.Sort(b.firsts)
	b.firsts = slices.Compact(b.firsts)
	return true
}

// after gives the places that a character leads to.
func (b *automatonBuilder) after(set []uint32, c rune) []uint32 {
	var after []uint32
	for _, pc := range set {
		switch inst := &b.prog.Inst[pc]; inst.Op {
		case syntax.InstMatch:
			return []uint32{pc} // whatever follows
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if inst.MatchRune(c) {
				after = b.closure(after, inst.Out, 0)
			}
		}
	}
	return b.closure(after, uint32(b.prog.Start), 0)
}

// closure adds a place and all that it leads to without a character, where the text is as the flags say.
func (b *automatonBuilder) closure(set []uint32, pc uint32, flags syntax.EmptyOp) []uint32 {
	if slices.Contains(set, pc) {
		return set
	}
	set = append(set, pc)
	switch inst := &b.prog.Inst[pc]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		set = b.closure(set, inst.Out, flags)
		set = b.closure(set, inst.Arg, flags)
	case syntax.InstCapture, syntax.InstNop:
		set = b.closure(set, inst.Out, flags)
	case syntax.InstEmptyWidth:
		if syntax.EmptyOp(inst.Arg)&^flags == 0 {
			set = b.closure(set, inst.Out, flags)
		}
	}
	return set
}

// state gives the number of a set of places. The first state is no other's: only there the text may still be empty.
func (b *automatonBuilder) state(set []uint32) uint16 {
	slices.Sort(set)
	var key []byte
	for _, pc := range set {
		key = binary.BigEndian.AppendUint32(key, pc)
	}
	if state, ok := b.states[string(key)]; ok {
		return state
	}
	state := uint16(len(b.sets))
	if state > 0 {
		b.states[string(key)] = state
	}
	b.sets = append(b.sets, set)
	b.accepts = append(b.accepts, b.endsIn(set, state == 0))
	return state
}

// endsIn says whether a text that ends in a set of places has matched.
func (b *automatonBuilder) endsIn(set []uint32, empty bool) bool {
	flags := syntax.EmptyEndText
	if empty {
		flags |= syntax.EmptyBeginText
	}
	var all []uint32
	for _, pc := range set {
		all = b.closure(all, pc, flags)
	}
	return slices.ContainsFunc(all, func(pc uint32) bool { return b.prog.Inst[pc].Op == syntax.InstMatch })
}
