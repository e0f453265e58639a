package proposal

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// scalar reads a scalar by the core schema of YAML 1.2. The library's own resolution is that of YAML 1.1 in places (010,
// 1_000, dates), so it is not used.
func (n *normaliser) scalar(node *yaml.Node) *Value {
	s, tag := node.Value, ""
	if node.Style&yaml.TaggedStyle != 0 {
		tag = node.Tag
	}
	text := tag == "!!str" || tag == "" && n.isText(node)
	r := content(s, text)
	switch {
	case tag != "" && !coreScalar(tag):
		return n.fail("E_TAG", position(node), "tag", quoteShort(tag))
	case r.refused != nil:
		return n.fail(r.refused.code, position(node), append(r.refused.args, "number", quoteShort(s))...)
	case len(s) > n.lim.ScalarBytes:
		return n.fail("E_SCALAR_SIZE", position(node), "size", len(s), "limit", n.lim.ScalarBytes)
	case tag != "" && !text && !fits(tag, s, r.kind):
		return n.fail("E_TAG", position(node), "kind", "content", "tag", tag, "text", quoteShort(s))
	}
	if c, ok := control(s); ok {
		return n.fail("E_CONTROL", n.pinpoint(node, c), "char", codePoint(c))
	}
	if c, kind := suspect(s); kind != "" {
		n.warn(node, c, kind)
	}
	v := n.alloc(node, r.kind)
	v.bool, v.text = r.bool, r.text
	return v
}

// content is what a scalar comes to; text says that it is one whatever it looks like.
func content(s string, text bool) resolved {
	if text || !mayResolve(s) {
		return resolved{kind: String, text: s}
	}
	return resolve(s)
}

// isText says whether a scalar without a tag is text whatever its content: quoted, a block, or after a lone "!".
func (n *normaliser) isText(node *yaml.Node) bool {
	const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return node.Style&quoted != 0 || !mayResolve(node.Value) || n.bareTags && n.bare(node)
}

func coreScalar(tag string) bool {
	switch tag {
	case "!!str", "!!int", "!!float", "!!bool", "!!null":
		return true
	}
	return false
}

// fits says whether a scalar's content is what its tag promises.
func fits(tag, s string, kind Kind) bool {
	switch tag {
	case "!!int":
		return kind == Number && !strings.ContainsAny(s, ".eE")
	case "!!float":
		return kind == Number
	case "!!bool":
		return kind == Bool
	}
	return kind == Null
}

// resolved is what a plain scalar is, or why it is refused.
type resolved struct {
	kind    Kind
	bool    bool
	text    string
	refused *noNumber
}

// noNumber says why what looks like a number is refused.
type noNumber struct {
	code string
	args []any
}

func refusedNumber(code string, args ...any) resolved {
	return resolved{refused: &noNumber{code, args}}
}

// mayResolve says whether a plain scalar could be something other than text, by its first byte.
func mayResolve(s string) bool {
	if s == "" {
		return true
	}
	switch c := s[0]; c {
	case '~', 'n', 'N', 't', 'T', 'f', 'F', '+', '-', '.', 'I':
		return true
	default:
		return c >= '0' && c <= '9'
	}
}

// mayBeNumber says whether some reader of YAML could take a plain scalar for a number, by its first two bytes.
func mayBeNumber(s string) bool {
	switch c := s[0]; {
	case c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.':
		return true
	default:
		return strings.HasPrefix(s, "Na") || strings.HasPrefix(s, "In")
	}
}

// resolve gives a plain scalar its kind.
func resolve(s string) resolved {
	if n := len(s); n > 0 && n <= maxDigits && s[0] >= '1' && s[0] <= '9' && digits(s) == n { // most numbers
		return resolved{kind: Number, text: s}
	}
	switch s {
	case "", "~", "null", "Null", "NULL":
		return resolved{kind: Null}
	case "true", "True", "TRUE":
		return resolved{kind: Bool, bool: true}
	case "false", "False", "FALSE":
		return resolved{kind: Bool}
	}
	switch {
	case !mayBeNumber(s):
	case jsonNumber(s):
		text, why := decimal(s)
		if why != "" {
			return refusedNumber("E_NUMBER_RANGE", "kind", why)
		}
		return resolved{kind: Number, text: text}
	case sexagesimal(s):
		return refusedNumber("E_NUMBER_FORM", "kind", "sixty")
	case otherNumber(s):
		number, octal := meaning(s)
		switch {
		case number == "":
			return refusedNumber("E_NUMBER_FORM")
		case octal != "":
			return refusedNumber("E_NUMBER_FORM", "kind", "octal", "plain", number, "octal", octal)
		}
		return refusedNumber("E_NUMBER_FORM", "kind", "form", "plain", number)
	}
	return resolved{kind: String, text: s}
}

// cursor remembers an offset, so that many lookups on one long line cost one walk.
type cursor struct {
	at     Position
	offset int
}

// offset finds where a node begins in the source.
func (n *normaliser) offset(node *yaml.Node) int {
	at := position(node)
	if at.Line != n.last.at.Line || at.Column < n.last.at.Column {
		n.last = cursor{Position{at.Line, 1}, n.source.offset(Position{at.Line, 1})}
	}
	n.last.offset += n.source.skip(n.last.offset, at.Column-n.last.at.Column)
	n.last.at = at
	return n.last.offset
}

// bare says whether a plain scalar stands after a lone "!", which makes it text. The library drops that mark, so it is
// looked up in the source.
func (n *normaliser) bare(node *yaml.Node) bool {
	for rest := n.source.text[n.offset(node):]; rest != ""; {
		switch {
		case rest[0] == '!':
			return len(rest) == 1 || strings.IndexByte(" \t\r\n", rest[1]) >= 0
		case rest[0] != '&':
			return false
		}
		end := strings.IndexAny(rest, " \t\r\n")
		if end < 0 {
			return false
		}
		rest = strings.TrimLeft(rest[end:], " \t\r\n")
	}
	return false
}

// hasFollowed says whether a mark stands somewhere in the text with white space or the end behind it, or, when not
// bySpace, with anything else.
func hasFollowed(text string, mark byte, bySpace bool) bool {
	for {
		i := strings.IndexByte(text, mark)
		if i < 0 {
			return false
		}
		text = text[i+1:]
		if (text == "" || strings.IndexByte(" \t\r\n", text[0]) >= 0) == bySpace {
			return true
		}
	}
}
