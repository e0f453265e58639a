package proposal

import "strings"

// examine walks through a text that is not YAML, line by line, and finds the first mistake that it knows; nil when it
// knows none. Nesting deeper than depth is one. It is no parser: it follows the block structure by indentation just closely enough to say what is wrong,
// and is asked only after the library has refused, so a wrong guess costs a poor message and nothing else.
func examine(s source, depth int) *ParseError {
	e := &examiner{source: s, depth: depth}
	for e.line = 1; e.line <= len(s.lines) && !e.lost; e.line++ {
		if found := e.block(); found != nil {
			return found
		}
	}
	return nil
}

type examiner struct {
	source source
	depth  int     // levels of nesting allowed
	line   int     // of which the block structure is being looked at
	levels []level // open lists and mappings
	expect bool    // the last key or dash has no value yet: a deeper line may give it
	plain  bool    // the last value is plain text, which deeper lines may continue
	lost   bool    // something rare that this does not follow
}

// level is an open list or mapping: the column (from 0) of its dashes or keys.
type level struct {
	column int
	list   bool
}

// at makes a fault at a byte of the current line.
func (e *examiner) at(column int, kind string, args ...any) *ParseError {
	return e.offset(e.source.lines[e.line-1]+column, kind, args...)
}

func (e *examiner) offset(offset int, kind string, args ...any) *ParseError {
	return fault("E_SYNTAX", e.source.position(offset), append(args, "kind", kind)...)
}

// block looks at one line.
func (e *examiner) block() *ParseError {
	line := e.source.line(e.line)
	column := len(line) - len(strings.TrimLeft(line, " "))
	switch rest := line[column:]; {
	case strings.Trim(rest, "\t") == "" || rest[0] == '#':
		return nil
	case strings.HasPrefix(line, "---") || line[0] == '%':
		e.levels = nil
		e.lost = strings.TrimSpace(line) != "---" && line[0] != '%'
		return nil
	case rest[0] == '\t':
		return e.at(column, "tab")
	}
	if e.plain && len(e.levels) > 0 && column > e.top().column { // the text above goes on
		if plainColon(line[column:]) > 0 {
			return e.at(column, "deeper")
		}
		return nil
	}
	first := true
	for column < len(line) && !e.lost {
		rest := line[column:]
		isList := rest == "-" || strings.HasPrefix(rest, "- ")
		colon := -1
		if !isList {
			var found *ParseError
			if colon, found = e.colonOf(column, rest); found != nil || e.lost {
				return found
			}
		}
		if first {
			if found := e.open(column, rest, isList, colon >= 0); found != nil {
				return found
			}
		} else if isList || colon >= 0 {
			e.levels = append(e.levels, level{column, isList})
		}
		switch {
		case len(e.levels) > e.depth:
			return fault("E_DEPTH", e.source.position(e.source.lines[e.line-1]+column), "limit", e.depth)
		case isList:
			spaces := len(rest[1:]) - len(strings.TrimLeft(rest[1:], " "))
			column += 1 + spaces
			e.expect, e.plain = true, false
			if column < len(line) && line[column] == '#' {
				return nil
			}
		case colon == 0:
			return fault("E_KEY_TYPE", e.source.position(e.source.lines[e.line-1]+column), "kind", "empty")
		case colon > 0:
			return e.value(column+colon+1, true)
		default:
			return e.value(column, false)
		}
		first = false
	}
	return nil
}

// colonOf finds the colon after the key that rest begins with; -1 when it is no key.
func (e *examiner) colonOf(column int, rest string) (int, *ParseError) {
	switch rest[0] {
	case '?':
		e.lost = rest == "?" || rest[1] == ' '
	case '[', '{', '&', '*', '!', '|', '>', '#':
		return -1, nil
	case '@', '`', '%':
		return -1, e.at(column, "reserved", "char", rest[:1])
	case '"', '\'':
		end, found := e.quoted(e.source.lines[e.line-1] + column)
		if found != nil {
			return -1, found
		}
		after := end - e.source.lines[e.line-1] - column
		if after > len(rest) { // ends on a later line
			return -1, nil
		}
		if spaces := len(rest[after:]) - len(strings.TrimLeft(rest[after:], " ")); plainColon(rest[after+spaces:]) == 0 {
			return after + spaces, nil
		}
		return -1, nil
	}
	return plainColon(rest), nil
}

// plainColon finds the first colon of plain text that a space or the end follows, before any comment; -1 when there is
// none.
func plainColon(rest string) int {
	for i := range len(rest) {
		switch {
		case rest[i] == '#' && i > 0 && (rest[i-1] == ' ' || rest[i-1] == '\t'):
			return -1
		case rest[i] == ':' && (i+1 == len(rest) || rest[i+1] == ' ' || rest[i+1] == '\t'):
			return i
		}
	}
	return -1
}

// open fits the first thing on a line into the levels.
func (e *examiner) open(column int, rest string, isList, isKey bool) *ParseError {
	closed := false
	for len(e.levels) > 0 && e.top().column > column {
		e.levels, closed = e.levels[:len(e.levels)-1], true
	}
	if len(e.levels) == 0 && !closed {
		if isList || isKey {
			e.levels = append(e.levels, level{column, isList})
		}
		return e.mustBeEntry(column, rest, isList || isKey)
	}
	switch {
	case len(e.levels) == 0:
		return e.at(column, "indent")
	case e.top().column < column:
		switch {
		case closed:
			return e.at(column, "indent")
		case e.expect && (isList || isKey):
			e.levels = append(e.levels, level{column, isList})
		case isKey || isList:
			return e.at(column, "deeper")
		case !e.expect:
			return e.mustBeEntry(column, rest, false)
		}
		return nil
	case isList && !e.top().list: // a list may stand as deep as its key
		if !e.expect || closed {
			return e.at(column, "mixed")
		}
		e.levels = append(e.levels, level{column, true})
		return nil
	case isKey && e.top().list:
		below := e.levels[:len(e.levels)-1]
		if len(below) == 0 || below[len(below)-1].column != column {
			return e.at(column, "mixed")
		}
		e.levels = below
		return nil
	}
	return e.mustBeEntry(column, rest, isList || isKey)
}

func (e *examiner) top() level { return e.levels[len(e.levels)-1] }

// mustBeEntry says what is wrong with a line that stands where a key or a dash must, and has neither.
func (e *examiner) mustBeEntry(column int, rest string, entry bool) *ParseError {
	if entry || strings.IndexByte(`"'[{&*!|>`, rest[0]) >= 0 {
		return nil
	}
	wide, narrow := strings.Index(rest, "："), strings.IndexByte(rest, ':')
	switch {
	case rest[0] == '-' && len(e.levels) > 0 && e.top().list:
		return e.at(column, "dash_space")
	case wide > 0 && (narrow < 0 || wide < narrow):
		return e.at(column+wide, "wide_colon")
	case narrow > 0:
		return e.at(column+narrow, "colon_space")
	}
	return e.at(column, "no_colon")
}
