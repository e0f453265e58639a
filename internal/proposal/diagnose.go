package proposal

import (
	"strconv"
	"strings"
)

// syntaxFault turns an error of the YAML library into a fault that a person can act on. The library speaks of tokens,
// names the line where an outer list began, or no line at all; so the text is examined once more, for the mistakes that
// people make. Only when that finds nothing do the library's words and line stand.
func syntaxFault(s source, lim Limits, problem string) *ParseError {
	problem = strings.TrimPrefix(problem, "yaml: ")
	if strings.Contains(problem, "exceeded max depth") {
		if found := examine(s, lim.Depth); found != nil && found.Code == "E_DEPTH" {
			return found
		}
		return fault("E_DEPTH", tooDeep(s, lim.Depth), "limit", lim.Depth)
	}
	if name, ok := unknownAnchor(problem); ok {
		return fault("E_SYNTAX", s.position(findAlias(s.text, name)), "kind", "anchor", "anchor", quoteShort(name))
	}
	line, words := libraryLine(s, problem)
	for _, about := range []string{"tag URI", "tag handle", "expected '!'", "expected '>'", "%TAG"} {
		if strings.Contains(words, about) {
			return tagFault(s, line)
		}
	}
	if found := examine(s, lim.Depth); found != nil {
		return found
	}
	for line > 1 && strings.TrimLeft(s.line(line), " \t") == "" { // the end of the text is no place to look at
		line--
	}
	text := s.line(line)
	at := Position{line, 1 + len(text) - len(strings.TrimLeft(text, " "))}
	for _, t := range translations {
		if strings.Contains(words, t.words) {
			return fault("E_SYNTAX", at, "kind", t.kind)
		}
	}
	return fault("E_SYNTAX", at, "problem", quoteShort(words))
}

// translations are the library's words for mistakes that examine knows and did not find. Only those are here whose own
// words need nothing from the text: which quote or bracket the library means it does not say.
var translations = []struct{ words, kind string }{
	{"mapping values are not allowed", "colon"},
	{"could not find expected ':'", "no_colon"},
	{"did not find expected key", "indent"},
	{"did not find expected '-' indicator", "indent"},
	{"did not find expected ',' or", "comma"},
	{"tab character", "tab"},
	{"block sequence entries are not allowed", "dash"},
	{"directive", "directive"},
	{"version number", "directive"},
	{"incompatible YAML document", "directive"},
	{"<document start>", "directive"},
}

// libraryLine splits "line 7: words". The library counts the lines of its scanner from 1 and those of its parser from 0,
// and leaves the first line out.
func libraryLine(s source, problem string) (line int, words string) {
	line, words = 1, problem
	if rest, ok := strings.CutPrefix(problem, "line "); ok {
		number, rest, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			line, words = n, rest
			for _, of := range []string{"expected key", "'-' indicator", "',' or", "node content", "<document start>", "tag handle", "document"} {
				if strings.Contains(words, of) {
					line = n + 1
					break
				}
			}
		}
	}
	return min(max(line, 1), len(s.lines)), words
}

// tagFault points at the first tag on a line, else at the first in the text.
func tagFault(s source, line int) *ParseError {
	at := Position{line, 1}
	for _, from := range []int{s.offset(at), 0} {
		if i := indexToken(s.text[from:], "!"); i >= 0 {
			tag := s.text[from+i:]
			if end := strings.IndexAny(tag, " \t\r\n,]}"); end >= 0 {
				tag = tag[:end]
			}
			return fault("E_TAG", s.position(from+i), "tag", quoteShort(tag))
		}
	}
	return fault("E_TAG", at, "tag", "!")
}

func unknownAnchor(problem string) (name string, ok bool) {
	rest, ok := strings.CutPrefix(problem, "unknown anchor '")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(rest, "' referenced")
}

// findAlias finds the use of an anchor in the text.
func findAlias(text, name string) int {
	for from := 0; ; {
		i := indexToken(text[from:], "*"+name)
		if i < 0 {
			return 0
		}
		from += i + 1 + len(name)
		if from == len(text) || !isNameByte(text[from]) {
			return from - 1 - len(name)
		}
	}
}

// indexToken finds a word where a YAML token can begin; -1 when it is not there.
func indexToken(text, word string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		if at := from + i; at == 0 || strings.IndexByte(" \t\n[{,", text[at-1]) >= 0 {
			return at
		}
		from += i + 1
	}
}

// tooDeep finds where nesting passes the limit in a text that the library did not finish: by the brackets, or by the
// dashes of one line.
func tooDeep(s source, limit int) Position {
	depth := 0
	for i := range len(s.text) {
		switch s.text[i] {
		case '[', '{':
			if depth++; depth > limit {
				return s.position(i)
			}
		case ']', '}':
			depth = max(depth-1, 0)
		}
	}
	dashes := strings.Repeat("- ", limit+1)
	if i := strings.Index(s.text, dashes); i >= 0 {
		return s.position(i + len(dashes) - 2)
	}
	return Position{len(s.lines), 1}
}

func isNameByte(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '-' }
