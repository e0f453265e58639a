package proposal

import (
	"strings"
	"unicode/utf8"
)

// The fast path reads the style that nearly all proposals are written in from the text to values, without the tokens,
// events and nodes in between that cost the YAML library most of its time: block mappings and sequences, plain and quoted
// scalars, block texts, and brackets on one line. Whatever else a text holds, and whatever would be a fault or a warning,
// it refuses, and the library reads the whole text again: so it never has the last word on anything but a value that both
// read alike, and every message comes from one place. What a value is, it asks the same functions as the slow path.
//
// fast.go walks over lines and block structure, fast_flow.go over brackets, fast_scalar.go over text; fast_alias.go reads
// lists that are used more than once.

// fast reads one text. Its methods give nil or false for a refusal, after which nothing of it is of use.
type fast struct {
	slabs
	lim      Limits
	text     string
	lines    []int // where each line begins
	harmless bool  // no value needs a second look; see source

	line   int // the line being read, from 0
	end    int // where it ends, the line break not counted
	pos    int // what is read next
	indent int // the blanks before its content; -1 when no line is left

	counted, column int // an offset in the line and its column, from 1

	nodes  int      // keys and values
	listed []*Value // items of the sequences that are being read
	joined strings.Builder

	anchors              []named
	aliases              int
	moreNodes, moreBytes int // than are written, were the aliases written out
}

// Bounds that the library has of its own, and would report as faults: the fast path stays well below.
const (
	fastDepth = 1_000 // levels of nesting
	fastKey   = 1_000 // bytes from the beginning of a key to its colon; the library has 1,024 characters
)

// read gives the root of a text, a mapping, or nil when the library must read it. What it made of the text before is gone.
func (f *fast) read(s source, lim Limits) *Value {
	f.reset()
	if strings.IndexByte(s.text, '\t') >= 0 { // it counts as a blank in some places and is a fault in others
		return nil
	}
	lim.Depth = min(lim.Depth, fastDepth)
	*f = fast{slabs: f.slabs, listed: f.listed[:0], lim: lim, text: s.text, lines: s.lines, harmless: s.harmless, line: -1}
	expect := min(2*len(s.lines)+8, slabSize)
	f.values.expect(expect)
	f.fields.expect(expect)
	if f.next(); f.indent < 0 {
		return nil
	}
	root := f.root()
	// A line that is left begins at a column where no open mapping or sequence has its entries: text that goes on, a mark
	// between documents, a fault.
	if root == nil || f.indent >= 0 || f.expands() {
		return nil
	}
	return root
}

// root reads a mapping, or JSON on one line, as lines of many proposals are.
func (f *fast) root() *Value {
	if f.text[f.pos] != '{' {
		return f.mapping(f.indent, 1)
	}
	v := f.flow(1)
	if v == nil || !f.finish() {
		return nil
	}
	return v
}

// bounds gives where a line begins and ends, without its line break.
func (f *fast) bounds(line int) (start, end int) {
	start, end = f.lines[line], len(f.text)
	if line+1 < len(f.lines) {
		end = f.lines[line+1] - 1
		if end > start && f.text[end-1] == '\r' {
			end--
		}
	}
	return start, end
}

// next goes to the next line that has content and not only a comment.
func (f *fast) next() {
	for f.line++; f.line < len(f.lines); f.line++ {
		start, end := f.bounds(f.line)
		if f.enter(start, end); f.pos < end && f.text[f.pos] != '#' {
			f.indent = f.pos - start
			return
		}
	}
	f.indent = -1
}

// enter begins to read a line behind its indentation.
func (f *fast) enter(start, end int) {
	i := start
	for i < end && f.text[i] == ' ' {
		i++
	}
	f.end, f.pos, f.counted, f.column = end, i, i, i-start+1
}

// place gives the position of an offset in the line being read. It is asked from left to right.
func (f *fast) place(offset int) Position {
	switch offset - f.counted {
	case 0:
	case 1: // the blank behind a colon
		f.column++
	default:
		f.column += utf8.RuneCountInString(f.text[f.counted:offset])
	}
	f.counted = offset
	return Position{f.line + 1, f.column}
}

func (f *fast) blanks() {
	for f.pos < f.end && f.text[f.pos] == ' ' {
		f.pos++
	}
}

// blankAt says whether a blank or the end of the line stands somewhere in the line.
func (f *fast) blankAt(offset int) bool { return offset >= f.end || f.text[offset] == ' ' }

// dash says whether an item of a block sequence begins here.
func (f *fast) dash() bool { return f.text[f.pos] == '-' && f.blankAt(f.pos+1) }

// finish ends a line after a value: nothing but a comment may follow. The library takes "x"# for a comment, too; YAML
// does not.
func (f *fast) finish() bool {
	f.blanks()
	if f.pos < f.end && (f.text[f.pos] != '#' || f.text[f.pos-1] != ' ') {
		return false
	}
	f.next()
	return true
}

// add makes a value at a nesting of depth levels, nil beyond a limit.
func (f *fast) add(kind Kind, at Position, depth int) *Value {
	if f.nodes++; f.nodes > f.lim.Nodes || depth > f.lim.Depth {
		return nil
	}
	return f.value(kind, at)
}

// mapping reads the block mapping whose first key stands here, its keys at a column from 0, and goes to the line after it.
func (f *fast) mapping(column, depth int) *Value {
	v := f.add(Mapping, f.place(f.pos), depth)
	if v == nil {
		return nil
	}
	below := len(f.open)
	for {
		key, at, ok := f.key(false)
		if !ok {
			return nil
		}
		content := f.blockValue(column, depth+1, true)
		if content == nil {
			return nil
		}
		f.open = append(f.open, Field{key, at, content})
		if f.indent != column {
			break
		}
	}
	return f.closeMapping(v, below)
}

// closeMapping gives a mapping the fields read since there were so many of them; nil when a key stands twice.
func (f *fast) closeMapping(v *Value, below int) *Value {
	fields, _, twice := f.sortFields(f.open[below:])
	if twice {
		return nil
	}
	v.fields, f.open = fields, f.open[:below]
	return v
}

// sequence reads the block sequence whose first dash stands here, its dashes at a column from 0.
func (f *fast) sequence(column, depth int) *Value {
	v := f.add(Sequence, f.place(f.pos), depth)
	if v == nil {
		return nil
	}
	below := len(f.listed)
	for {
		f.pos++
		item := f.blockValue(column, depth+1, false)
		if item == nil {
			return nil
		}
		f.listed = append(f.listed, item)
		if f.indent != column || !f.dash() {
			break
		}
	}
	return f.closeSequence(v, below)
}

func (f *fast) closeSequence(v *Value, below int) *Value {
	size := len(f.listed) - below
	if size > f.lim.Sequence {
		return nil
	}
	v.items = f.items.carve(size)
	copy(v.items, f.listed[below:])
	f.listed = f.listed[:below]
	return v
}

// blockValue reads what belongs to a key or a dash that stands at a column, on its line or below, and goes to the line
// after it.
func (f *fast) blockValue(column, depth int, ofKey bool) *Value {
	behind := f.pos // there an empty value stands
	if f.blanks(); f.pos < f.end && f.text[f.pos] != '#' {
		return f.sameLine(column, depth, ofKey)
	}
	at := f.place(behind)
	f.next()
	switch {
	case f.indent > column && f.dash(), f.indent == column && ofKey && f.dash():
		return f.sequence(f.indent, depth)
	case f.indent > column: // a scalar has no colon, and so is refused there
		return f.mapping(f.indent, depth)
	}
	return f.add(Null, at, depth)
}

// sameLine reads the value that stands on the line of its key or dash.
func (f *fast) sameLine(column, depth int, ofKey bool) *Value {
	var v *Value
	switch c := f.text[f.pos]; {
	case c == '|' || c == '>':
		return f.blockText(column, depth)
	case c == '[' || c == '{':
		v = f.flow(depth)
	case c == '&':
		v = f.anchored(depth)
	case c == '*':
		v = f.alias(depth, false)
	case !ofKey && f.dash():
		return f.sequence(f.place(f.pos).Column-1, depth)
	case !ofKey && f.atKey():
		return f.mapping(f.place(f.pos).Column-1, depth)
	default:
		v = f.scalar(depth, false)
	}
	if v == nil || !f.finish() {
		return nil
	}
	return v
}
