package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"hegui/internal/catalog"
)

// Sentence is one sentence of a source document.
type Sentence struct {
	ID     string // "L19-S2": line and sentence, both from 1
	Offset int    // in code points
	Start  int    // in bytes
	Text   string // the document from byte Start, verbatim even where it is not UTF-8
}

// Sentences splits a document at 。, at line ends, and at a full stop between a small letter, digit or bracket and a capital
// after a space. A closing quotation mark stays with its sentence.
func Sentences(document string) []Sentence {
	var out []Sentence
	line, number := 1, 1
	offset, start, startOffset := 0, 0, 0 // code points read; where the sentence begins
	flush := func(end int) {
		if end > start {
			out = append(out, Sentence{ID: fmt.Sprintf("L%d-S%d", line, number), Offset: startOffset, Start: start, Text: document[start:end]})
			number++
		}
		start, startOffset = end, offset
	}
	for i := 0; i < len(document); {
		r, size := utf8.DecodeRuneInString(document[i:])
		if r == '\n' {
			flush(i)
			line, number = line+1, 1
			start, startOffset = i+1, offset+1
		}
		i, offset = i+size, offset+1
		quote := strings.HasPrefix(document[i:], "”")
		if r == '。' && !quote || r == '”' && strings.HasSuffix(document[:i], "。”") || r == '.' && fullStop(document[start:i-1], document[i:]) {
			flush(i)
		}
	}
	flush(len(document))
	return out
}

// fullStop says whether a dot between two texts ends a sentence of a language that is written with capitals. Dots of
// abbreviations ("U.S. law", "No. 5") do not, nor does one that follows the number of a paragraph ("1. Scope"): before is
// the sentence up to the dot.
func fullStop(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return strings.ContainsRune(before, ' ') && strings.HasPrefix(after, " ") && (unicode.IsLower(last) || unicode.IsDigit(last) || last == ')') && unicode.IsUpper(next)
}

// checkQuote notes when a quote does not stand in the document, verbatim, where it says. whose is what quotes it.
func (l *loader) checkQuote(document string, sentences []Sentence, q catalog.Quote, whose, file string, line int) {
	at := byteOffset(document, q.Offset)
	if q.Text == "" || at < 0 || !strings.HasPrefix(document[at:], q.Text) {
		if i := strings.Index(document, q.Text); q.Text != "" && i >= 0 {
			l.fault(file, line, "%s: the quote stands at offset %d, not %d", whose, utf8.RuneCountInString(document[:i]), q.Offset)
		} else {
			l.fault(file, line, "%s: quote %q is not in the source document", whose, q.Text)
		}
		return
	}
	end := q.Offset + utf8.RuneCountInString(q.Text)
	for _, s := range sentences {
		if s.ID != q.Sentence {
			continue
		}
		if q.Offset < s.Offset || end > s.Offset+utf8.RuneCountInString(s.Text) {
			l.fault(file, line, "%s: the quote is not inside sentence %s", whose, q.Sentence)
		}
		return
	}
	l.fault(file, line, "%s: the source document has no sentence %q", whose, q.Sentence)
}

// byteOffset turns an offset in code points into one in bytes, -1 when the text is shorter.
func byteOffset(s string, runes int) int {
	if runes < 0 {
		return -1
	}
	for i := range s {
		if runes == 0 {
			return i
		}
		runes--
	}
	return -1
}

func sha256Hex(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
