package proposal

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// Parse reads one YAML document into a frozen tree of values with positions. The name stands in error messages only.
// Every refusal is a *ParseError with line, column and what to do; the document is then nil. Plain scalars follow the
// core schema of YAML 1.2, except that a number is what JSON calls one and anything else that some reader of YAML takes
// for a number is refused; quoted scalars and dates are text.
//
// The document keeps nothing of src, so the caller may reuse it.
func Parse(name string, src []byte, lim Limits) (*Document, error) {
	return new(Parser).Parse(name, src, lim)
}

// ParseSlow is Parse without the fast path: the YAML library reads every text. It gives the same document or refusal; who
// checks an answer once more asks it, so that a mistake of the fast path can not confirm itself.
func ParseSlow(name string, src []byte, lim Limits) (*Document, error) {
	return read(name, src, lim, nil)
}

// Parser reads one text after another and makes the next document in the memory of the last one, which saves a batch most
// of what it would allocate. The zero value is ready. It is not safe for concurrent use.
type Parser struct {
	fast  fast
	lines []int
}

// Parse is [Parse]. The document, its values and their fields hold until the next call and are something else after it; the
// texts and keys in them stay what they are.
func (p *Parser) Parse(name string, src []byte, lim Limits) (*Document, error) {
	return read(name, src, lim, p)
}

func read(name string, src []byte, lim Limits, p *Parser) (*Document, error) {
	doc, refused := parse(src, lim.withDefaults(), p)
	if refused != nil {
		refused.Name = name
		return nil, refused
	}
	doc.Name = name
	sum := sha256.Sum256(src)
	doc.SHA256 = hex.EncodeToString(sum[:])
	return doc, nil
}

// keptLines is of how many lines a parser keeps the memory.
const keptLines = 1 << 15

func parse(src []byte, lim Limits, p *Parser) (*Document, *ParseError) {
	var room []int
	if p != nil {
		room = p.lines
	}
	s, refused := scan(src, lim, room)
	if refused != nil {
		return nil, refused
	}
	if p != nil {
		if cap(s.lines) <= keptLines {
			p.lines = s.lines
		}
		if root := p.fast.read(s, lim); root != nil {
			return &Document{Fast: true, root: root, whole: root, source: s}, nil
		}
	}
	if refused := oneDocument(s); refused != nil {
		return nil, refused
	}
	node, refused := readNode(s, lim)
	if refused != nil {
		return nil, refused
	}
	n := newNormaliser(s, lim)
	root := n.value(node, 1)
	switch {
	case n.fault != nil:
		return nil, n.fault
	case root.kind != Mapping:
		return nil, fault("E_ROOT", root.Position())
	}
	return &Document{root: root, whole: root, source: s, Warnings: n.warnings}, nil
}

// versioned gives the text with %YAML 1.2 as 1.1, the only version that the library admits; what is 1.2 here, the kinds
// of scalars, it does not decide. The length stays, and so do positions.
func versioned(s source) string {
	for n, start := range s.lines {
		line := s.line(n + 1)
		if rest, ok := strings.CutPrefix(line, "%YAML 1.2"); ok && strings.TrimLeft(rest, " \t") == "" {
			return s.text[:start] + "%YAML 1.1" + s.text[start+len("%YAML 1.2"):]
		}
		if line = strings.TrimLeft(line, " \t"); line != "" && line[0] != '#' {
			break
		}
	}
	return s.text
}

// readNode lets the YAML library read the text. It decodes to nodes and never to values: that keeps positions, and into
// values the library needs quadratic time for many keys. A panic of the library is a refusal too: none is known, and the
// input is hostile.
func readNode(s source, lim Limits) (root *yaml.Node, refused *ParseError) {
	defer func() {
		if r := recover(); r != nil {
			root, refused = nil, syntaxFault(s, lim, fmt.Sprint(r))
		}
	}()
	var first, second yaml.Node
	dec := yaml.NewDecoder(strings.NewReader(versioned(s)))
	if err := dec.Decode(&first); err != nil {
		return nil, syntaxFault(s, lim, err.Error())
	}
	// oneDocument has seen to it that no second document follows; were it ever wrong, silence would hide it.
	if err := dec.Decode(&second); err == nil {
		return nil, fault("E_MULTI_DOC", Position{max(second.Line, 1), max(second.Column, 1)})
	} else if !errors.Is(err, io.EOF) {
		return nil, syntaxFault(s, lim, err.Error())
	}
	return first.Content[0], nil
}
