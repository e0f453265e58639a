package proposal

import (
	"strings"
	"unicode/utf8"
)

// value looks at what stands after a key or a dash, up to where it ends; e.line is its last line then.
func (e *examiner) value(column int, afterKey bool) *ParseError {
	line := e.source.line(e.line)
	e.expect, e.plain = false, false
	for {
		for column < len(line) && (line[column] == ' ' || line[column] == '\t') {
			column++
		}
		rest := line[column:]
		if rest == "" || rest[0] == '#' {
			e.expect = true
			return nil
		}
		switch c := rest[0]; c {
		case '&', '!', '*':
			size := strings.IndexAny(rest, " \t")
			if size < 0 {
				size = len(rest)
			}
			if c == '!' && !ascii(rest[:size]) || c != '!' && !isName(rest[1:size]) {
				return e.at(column, "reserved", "char", rest[:1])
			}
			if column += size; c == '*' {
				return nil
			}
			continue
		case '|', '>':
			return e.blockText(column, rest)
		case '"', '\'', '[', '{':
			return e.enclosed(e.source.lines[e.line-1] + column)
		case ',', ']', '}':
			return e.at(column, "stray", "char", rest[:1])
		case '@', '`', '%':
			return e.at(column, "reserved", "char", rest[:1])
		case '-', '?':
			if afterKey && (len(rest) == 1 || rest[1] == ' ') {
				return e.at(column, map[byte]string{'-': "dash", '?': "reserved"}[c], "char", rest[:1])
			}
		}
		if colon := plainColon(rest); colon >= 0 && afterKey {
			return e.at(column+colon, "colon")
		}
		e.plain = true
		return nil
	}
}

func isName(s string) bool {
	for i := range len(s) {
		if !isNameByte(s[i]) {
			return false
		}
	}
	return s != ""
}

// blockText skips a text after | or >: all lines deeper than where it belongs.
func (e *examiner) blockText(column int, rest string) *ParseError {
	header := strings.TrimLeft(rest[1:], "+-123456789")
	if header != "" && header[0] != ' ' && header[0] != '\t' || strings.TrimLeft(header, " \t") != "" && strings.TrimLeft(header, " \t")[0] != '#' {
		return e.at(column, "block", "char", rest[:1])
	}
	parent := -1
	if len(e.levels) > 0 {
		parent = e.top().column
	}
	for e.line < len(e.source.lines) {
		next := e.source.line(e.line + 1)
		if text := strings.TrimLeft(next, " "); text != "" && len(next)-len(text) <= parent {
			break
		}
		e.line++
	}
	return nil
}

// enclosed looks at a quoted text or a bracket and at what follows on its last line.
func (e *examiner) enclosed(start int) *ParseError {
	var end int
	var found *ParseError
	text := e.source.text
	quote := text[start] == '"' || text[start] == '\''
	if quote {
		end, found = e.quoted(start)
	} else {
		end, found = e.bracketed(start)
	}
	if found != nil {
		return found
	}
	first := e.line
	e.line = e.source.position(end).Line
	rest := strings.TrimLeft(e.source.line(e.line)[end-e.source.lines[e.line-1]:], " \t")
	switch {
	case rest == "" || rest[0] == '#':
		return nil
	case quote && first == e.line:
		return e.offset(end-1, "quote_inside", "char", text[start:start+1])
	case quote:
		return e.offset(start, "quote", "char", text[start:start+1])
	case rest[0] == ']' || rest[0] == '}':
		return e.offset(end+strings.IndexByte(text[end:], rest[0]), "stray", "char", rest[:1])
	}
	return e.offset(end, "after", "char", text[end-1:end])
}

// quoted finds the end of a quoted text.
func (e *examiner) quoted(start int) (end int, found *ParseError) {
	text := e.source.text
	quote := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			size, ok := escapeSize(text[i:])
			if !ok {
				return 0, e.offset(i, "escape", "text", quoteShort(text[i:i+size]))
			}
			i += size - 1
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i + 1, nil
		}
	}
	return 0, e.offset(start, "quote", "char", text[start:start+1])
}

// escapeSize gives the length of an escape in double quotes, and whether the library knows it: \/ and halves of
// surrogate pairs, which JSON has, it does not.
func escapeSize(text string) (size int, ok bool) {
	if len(text) < 2 || strings.IndexByte("\"\\ \t\r\n", text[1]) >= 0 {
		return min(len(text), 2), true
	}
	r, size := escaped(text)
	if strings.IndexByte("xuU", text[1]) >= 0 {
		return size, size > 2 && utf8.ValidRune(r)
	}
	return size, strings.IndexByte("0abtnvfreN_LP", text[1]) >= 0
}

// bracketed finds the end of a list or mapping in brackets.
func (e *examiner) bracketed(start int) (end int, found *ParseError) {
	text := e.source.text
	var open []int          // offsets of the open brackets
	entry, colon := true, 0 // an entry or value may begin here; colons of this entry
	for i := start; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
		case c == '\n':
			if e.newEntry(i + 1) {
				return 0, e.offset(open[len(open)-1], "bracket", "char", text[open[len(open)-1]:open[len(open)-1]+1])
			}
		case c == '#' && (text[i-1] == ' ' || text[i-1] == '\t' || text[i-1] == '\n'):
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		case c == '[' || c == '{':
			if open, entry, colon = append(open, i), true, 0; len(e.levels)+len(open) > e.depth {
				return 0, fault("E_DEPTH", e.source.position(i), "limit", e.depth)
			}
		case c == ']' || c == '}':
			last := open[len(open)-1]
			if text[last] != c-2 { // ] is [ and } is {, two further on
				return 0, e.offset(last, "bracket", "char", text[last:last+1])
			}
			open, entry, colon = open[:len(open)-1], false, 0
			if len(open) == 0 {
				return i + 1, nil
			}
		case c == ',' && entry && colon == 0:
			return 0, e.offset(i, "stray", "char", ",")
		case c == ',':
			entry, colon = true, 0
		case c == ':' && i+1 < len(text) && strings.IndexByte(" \t\r\n,]}", text[i+1]) >= 0:
			if colon++; colon > 1 {
				return 0, e.offset(i, "comma")
			}
			entry = true
		case !entry:
		case c == '"' || c == '\'':
			end, found := e.quoted(i)
			if found != nil {
				return 0, found
			}
			if rest := strings.TrimLeft(text[end:], " \t\r\n"); rest != "" && strings.IndexByte(",]}:#", rest[0]) < 0 {
				if strings.Contains(text[i:end], "\n") {
					return 0, e.offset(i, "quote", "char", text[i:i+1])
				}
				return 0, e.offset(end-1, "quote_inside", "char", text[i:i+1])
			}
			i, entry = end-1, false
			if i+1 < len(text) && text[i+1] == ':' { // a quoted key needs no space after its colon
				i, entry, colon = i+1, true, colon+1
			}
		case c == '@' || c == '`' || c == '%', c == '?' && hasFollowed(text[i:min(i+2, len(text))], '?', false):
			return 0, e.offset(i, "reserved", "char", text[i:i+1])
		default:
			entry = false
		}
	}
	last := open[len(open)-1]
	return 0, e.offset(last, "bracket", "char", text[last:last+1])
}

// newEntry says whether a line begins an entry of the block around a bracket: then the bracket was never closed.
func (e *examiner) newEntry(start int) bool {
	line, _, _ := strings.Cut(e.source.text[start:], "\n")
	text := strings.TrimLeft(line, " ")
	if len(e.levels) == 0 || text == "" || len(line)-len(text) > e.top().column || strings.IndexByte("]},#", text[0]) >= 0 {
		return false
	}
	return strings.HasPrefix(text, "- ") || plainColon(strings.TrimRight(text, "\r")) > 0
}
