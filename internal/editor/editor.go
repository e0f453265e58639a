// Package editor helps while a proposal is written: it says what is wrong in an open text and where, what could stand at a
// position, and what does stand there. A web page asks through package server; a language server can ask in the same words.
// Start at [Open].
//
// Diagnostics put into places what an assessment says, and decide nothing. Completion and hover must answer while the text
// does not parse, since it is being typed: they read it with outline.go, which never refuses anything. Positions are those
// of the Language Server Protocol.
package editor

import (
	"sync"

	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// Position is a place between two characters: line and UTF-16 code units into it, both from 0. Lines end with LF, CRLF or
// a lone CR. A position past the end of a line or of the text means that end, and one inside a surrogate pair the place
// before it: an editor's text and cursor may be a moment apart.
type Position struct {
	Line      int
	Character int
}

// Range is a part of the text, without its end.
type Range struct {
	Start, End Position
}

// Edit replaces a part of the text.
type Edit struct {
	Range Range
	Text  string
}

// Text is one open proposal and the pack it is written for. It never changes and is safe for concurrent use.
type Text struct {
	pack  *pack.Pack
	lines lines
	parse func() (*proposal.Document, error) // once, and only when asked: completion does not need it
}

// Open reads a text, whatever it holds; the name stands in messages only.
func Open(p *pack.Pack, name, text string) *Text {
	return &Text{pack: p, lines: newLines(text), parse: sync.OnceValues(func() (*proposal.Document, error) {
		return proposal.Parse(name, []byte(text), proposal.Limits{})
	})}
}

// Document gives the proposal to assess. The error is a *proposal.ParseError when the text cannot be parsed.
func (t *Text) Document() (*proposal.Document, error) { return t.parse() }
