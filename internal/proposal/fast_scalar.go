package proposal

import "strings"

// Classes of bytes in plain text.
const (
	flowStops   = 1 << iota // may end it inside brackets
	neverFirst              // begins something else, or is reserved
	neverInFlow             // to the library a key's mark even inside a word
	inWord                  // a letter, a digit or _
)

var plainClass = func() (class [256]uint8) {
	class['?'] = flowStops | neverFirst | neverInFlow
	for _, c := range []byte(":#,[]{}") {
		class[c] = flowStops | neverFirst
	}
	for _, c := range []byte("&*!|>'\"%@` ") { // among them anchors, aliases and tags
		class[c] = neverFirst
	}
	for c := range byte(128) {
		if isNameByte(c) && c != '-' {
			class[c] = inWord
		}
	}
	return class
}()

// plainEnd finds the end of plain text from an offset on: a colon with a blank behind it, a comment, or the end of the
// line.
func (f *fast) plainEnd(from int) int {
	end := f.end
	for i := from; i < end; i++ {
		colon := strings.IndexByte(f.text[i:end], ':')
		if colon < 0 {
			break
		}
		if i += colon; f.blankAt(i + 1) {
			end = i
		}
	}
	for i := from; i < end; i++ {
		sign := strings.IndexByte(f.text[i:end], '#')
		if sign < 0 {
			break
		}
		if i += sign; f.text[i-1] == ' ' {
			end = i
		}
	}
	return end
}

// flowEnd finds the end of plain text inside brackets, where a bracket, a comma or a question mark ends it, too.
func (f *fast) flowEnd(from int) int {
	for i := from; i < f.end; i++ {
		switch class := plainClass[f.text[i]]; {
		case class&flowStops == 0:
		case f.text[i] == ':' && !f.blankAt(i+1), f.text[i] == '#' && f.text[i-1] != ' ':
		default:
			return i
		}
	}
	return f.end
}

// plain reads plain text on one line. That it could go on below is for the block structure to see.
func (f *fast) plain(inFlow bool) (s string, ok bool) {
	start := f.pos
	if plainClass[f.text[start]]&neverFirst != 0 || f.dash() {
		return "", false
	}
	if !inFlow {
		f.pos = f.plainEnd(start)
	} else if f.pos = f.flowEnd(start); f.pos < f.end && plainClass[f.text[f.pos]]&neverInFlow != 0 {
		return "", false
	}
	end := f.pos
	for f.text[end-1] == ' ' {
		end--
	}
	return f.text[start:end], true
}

// scalar reads a plain or quoted scalar, inside brackets or not.
func (f *fast) scalar(depth int, inFlow bool) *Value {
	if f.pos >= f.end {
		return nil
	}
	at := f.place(f.pos)
	var s string
	var ok bool
	quoted := f.quote()
	if quoted {
		s, ok = f.quoted(!inFlow)
	} else {
		s, ok = f.plain(inFlow)
	}
	if !ok {
		return nil
	}
	return f.typed(s, quoted, at, depth)
}

func (f *fast) quote() bool { return f.text[f.pos] == '"' || f.text[f.pos] == '\'' }

// typed makes a value of what a scalar says. A control character needs no look: none is in the source, and none of the
// escapes that are read gives one.
func (f *fast) typed(s string, isText bool, at Position, depth int) *Value {
	r := content(s, isText)
	if r.refused != nil || len(s) > f.lim.ScalarBytes {
		return nil
	}
	if !f.harmless {
		if _, kind := suspect(s); kind != "" {
			return nil
		}
	}
	v := f.add(r.kind, at, depth)
	if v != nil {
		v.bool, v.text = r.bool, r.text
	}
	return v
}

// key reads a key and its colon. A key is refused that is no text, that begins like an item, a mark or a merge, that is
// over the library's or our limit, or that needs a second look.
func (f *fast) key(inFlow bool) (s string, at Position, ok bool) {
	if f.pos >= f.end {
		return "", at, false
	}
	start := f.pos
	at = f.place(start)
	if s, ok = f.word(); ok {
		return s, at, content(s, false).kind == String && len(s) <= f.lim.KeyBytes
	}
	quoted := f.quote()
	if quoted {
		s, ok = f.quoted(false)
	} else if c := f.text[start]; c != '-' && c != '.' {
		s, ok = f.plain(inFlow)
		ok = ok && s != "<<" && f.text[f.pos-1] != ' '
	}
	// Inside brackets "a":1 is a pair; there plain text ends at no colon without a blank.
	if !ok || f.pos-start > fastKey || f.pos >= f.end || f.text[f.pos] != ':' || !f.blankAt(f.pos+1) && !inFlow {
		return "", at, false
	}
	f.pos++
	f.nodes++
	isText := content(s, quoted).kind == String
	s = formC(s)
	if _, odd := suspectKey(s); odd != "" || s == "" {
		return "", at, false
	}
	return s, at, isText && len(s) <= f.lim.KeyBytes
}

// word reads the key that nearly all are, a word of Latin letters, and its colon: nothing in it can be odd.
func (f *fast) word() (s string, ok bool) {
	start, end := f.pos, f.wordEnd()
	if end == start || end-start > fastKey || end == f.end || f.text[end] != ':' || !f.blankAt(end+1) {
		return "", false
	}
	f.pos = end + 1
	f.nodes++
	f.counted, f.column = f.pos, f.column+f.pos-start
	return f.text[start:end], true
}

func (f *fast) wordEnd() int {
	end := f.pos
	for end < f.end && plainClass[f.text[end]]&inWord != 0 {
		end++
	}
	return end
}

// atKey says whether a key stands here, where a scalar could, too.
func (f *fast) atKey() bool {
	end := f.wordEnd()
	switch {
	case end < f.end && f.text[end] == ':' && f.blankAt(end+1):
	case f.quote():
		end = f.pos + closing(f.text[f.pos:f.end])
	default:
		end = f.plainEnd(f.pos)
	}
	return end < f.end && f.text[end] == ':'
}

// closing gives the length of the quoted text that s begins with, 0 when it does not end in s.
func closing(s string) int {
	quote := s[0]
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote == '"', s[i] == '\'' && quote == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == quote:
			return i + 1
		}
	}
	return 0
}

// quoted reads a quoted text, a double-quoted one over lines if it may. One without escapes is a part of the source.
func (f *fast) quoted(overLines bool) (s string, ok bool) {
	quote := f.text[f.pos]
	rest := f.text[f.pos+1 : f.end]
	end := strings.IndexByte(rest, quote)
	if quote == '\'' {
		if end < 0 || end+1 < len(rest) && rest[end+1] == '\'' {
			return f.doubled(rest)
		}
	} else if end < 0 || strings.IndexByte(rest[:end], '\\') >= 0 {
		return f.joinQuoted(overLines)
	}
	f.pos += end + 2
	return rest[:end], true
}

// doubled reads a single-quoted text with quotes inside, each written twice.
func (f *fast) doubled(rest string) (s string, ok bool) {
	length := closing(f.text[f.pos:f.end])
	if length == 0 {
		return "", false
	}
	f.pos += length
	return strings.ReplaceAll(rest[:length-2], "''", "'"), true
}

// join begins a text that is put together from pieces; what is written to joined from there on is the text.
func (f *fast) join() (from int) {
	const chunk = 4 << 10
	if f.joined.Cap()-f.joined.Len() < chunk/4 { // rather than copy what is there
		f.joined = strings.Builder{}
		f.joined.Grow(chunk)
	}
	return f.joined.Len()
}

// joinQuoted reads a double-quoted text with escapes or over lines. A line break is a blank, several are one less, and
// blanks around them do not count; a backslash before it takes it away.
func (f *fast) joinQuoted(overLines bool) (s string, ok bool) {
	from := f.join()
	for f.pos++; ; {
		rest := f.text[f.pos:f.end]
		head, _, closes := strings.Cut(rest, `"`)
		i := strings.IndexByte(head, '\\')
		if i < 0 && closes {
			i = len(head)
		}
		switch {
		case i < 0:
			f.joined.WriteString(strings.TrimRight(rest, " "))
			breaks := f.continued(overLines)
			switch {
			case breaks == 0:
				return "", false
			case breaks == 1:
				f.joined.WriteByte(' ')
			}
			for ; breaks > 1; breaks-- {
				f.joined.WriteByte('\n')
			}
		case rest[i] == '"':
			f.joined.WriteString(rest[:i])
			f.pos += i + 1
			return f.joined.String()[from:], true
		case i+1 == len(rest):
			f.joined.WriteString(rest[:i])
			if f.continued(overLines) != 1 { // an empty line behind a backslash is rare
				return "", false
			}
		default:
			f.joined.WriteString(rest[:i])
			c, known := simpleEscape(rest[i+1])
			if !known {
				return "", false
			}
			f.joined.WriteByte(c)
			f.pos += i + 2
		}
	}
}

// simpleEscape gives what an escape stands for, of those that people write. The others may stand for what no text may hold.
func simpleEscape(c byte) (byte, bool) {
	switch c {
	case '"', '\\':
		return c, true
	case 'n':
		return '\n', true
	case 't':
		return '\t', true
	}
	return 0, false
}

// continued goes to the line on which a quoted text goes on and counts the line breaks up to it; 0 when it may not or
// does not. Text without indentation is refused: there a mark could end the document.
func (f *fast) continued(overLines bool) (breaks int) {
	if !overLines {
		return 0
	}
	for f.line++; f.line < len(f.lines); f.line++ {
		start, end := f.bounds(f.line)
		breaks++
		if f.enter(start, end); f.pos < end {
			if f.pos == start {
				return 0
			}
			return breaks
		}
	}
	return 0
}

// blockText reads a text after | or > that belongs to a key or dash at a column, and goes to the line after it. Refused
// are indicators but "-", a text without content, lines of blanks only and, after >, lines deeper than the first: they
// have rules of their own.
func (f *fast) blockText(column, depth int) *Value {
	literal, at := f.text[f.pos] == '|', f.place(f.pos)
	indicator := f.text[f.pos+1 : f.end]
	if indicator != "" && indicator != "-" {
		return nil
	}
	from, indent, empty, broken := f.join(), 0, 0, false
lines:
	for n := f.line + 1; n < len(f.lines); n++ {
		start, end := f.bounds(n)
		if start == end {
			empty++
			continue
		}
		f.enter(start, end)
		deep := f.pos - start
		switch first := indent == 0; {
		case f.pos == end:
			return nil
		case first && deep > column:
			indent = deep
		case first || deep < indent:
			break lines
		case deep > indent && !literal:
			return nil
		case literal:
			f.joined.WriteByte('\n')
		case empty == 0:
			f.joined.WriteByte(' ')
		}
		for ; empty > 0; empty-- {
			f.joined.WriteByte('\n')
		}
		f.joined.WriteString(f.text[start+indent : end])
		f.line, broken = n, n+1 < len(f.lines)
	}
	if indent == 0 {
		return nil
	}
	if indicator == "" && broken {
		f.joined.WriteByte('\n')
	}
	f.next()
	return f.typed(f.joined.String()[from:], true, at, depth)
}
