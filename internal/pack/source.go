package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
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

// quoteProblem says what is wrong with a quote against the document, "" when it stands there, verbatim, where it says.
func quoteProblem(document string, sentences []Sentence, sentence string, offset int, quote string) string {
	at := byteOffset(document, offset)
	if quote == "" || at < 0 || !strings.HasPrefix(document[at:], quote) {
		if i := strings.Index(document, quote); quote != "" && i >= 0 {
			return fmt.Sprintf("the quote stands at offset %d, not %d", utf8.RuneCountInString(document[:i]), offset)
		}
		return fmt.Sprintf("quote %q is not in the source document", quote)
	}
	end := offset + utf8.RuneCountInString(quote)
	for _, s := range sentences {
		if s.ID != sentence {
			continue
		}
		if offset < s.Offset || end > s.Offset+utf8.RuneCountInString(s.Text) {
			return fmt.Sprintf("the quote is not inside sentence %s", sentence)
		}
		return ""
	}
	return fmt.Sprintf("the source document has no sentence %q", sentence)
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
