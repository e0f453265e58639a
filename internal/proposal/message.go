package proposal

import (
	"fmt"
	"strings"
)

// ParseError says why a proposal could not be read, where, and what to do.
type ParseError struct {
	Name     string            // as given to Parse
	Position Position          // never zero
	Code     string            // E_…, stable; the comment of texts lists them
	Args     map[string]string // what the messages fill in; "kind" tells variants of one code apart
}

// Error gives "name:line:col: message" in English.
func (e *ParseError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Name, e.Position.Line, e.Position.Column, e.Message("en"))
}

// ErrorCode gives the code.
func (e *ParseError) ErrorCode() string { return e.Code }

// Message says what is wrong, in "zh" or, for any other language, in English: a clause without a full stop.
func (e *ParseError) Message(lang string) string {
	return textOf(e.Code, e.Args).message.fill(lang, e.Args)
}

// Remedy says what to do, in "zh" or, for any other language, in English: whole sentences.
func (e *ParseError) Remedy(lang string) string {
	return textOf(e.Code, e.Args).remedy.fill(lang, e.Args)
}

// Warning is something a person should look at that does not stop an assessment.
type Warning struct {
	Code     string // W_…, stable
	Position Position
	Args     map[string]string
}

// Message says what was seen and what to do, in "zh" or, for any other language, in English.
func (w Warning) Message(lang string) string {
	return textOf(w.Code, w.Args).message.fill(lang, w.Args)
}

// fault makes an error at a position; args come in pairs, a name and a value.
func fault(code string, at Position, args ...any) *ParseError {
	e := &ParseError{Code: code, Position: at, Args: make(map[string]string, len(args)/2)}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[args[i].(string)] = fmt.Sprint(args[i+1])
	}
	return e
}

// bilingual is one text in Chinese and English, which are equals; {name} stands for an argument.
type bilingual struct{ zh, en string }

// text is what there is to say about a code.
type text struct{ message, remedy bilingual }

// textOf finds the text of a code, or of its variant when there is one.
func textOf(code string, args map[string]string) text {
	if t, ok := texts[code+"/"+args["kind"]]; ok {
		return t
	}
	return texts[code]
}

// fill puts the arguments in, in one pass: an argument is the applicant's text and may itself look like a placeholder.
func (b bilingual) fill(lang string, args map[string]string) string {
	rest := b.en
	if lang == "zh" {
		rest = b.zh
	}
	var out strings.Builder
	for {
		before, after, found := strings.Cut(rest, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, tail, _ := strings.Cut(after, "}")
		if value, known := args[name]; known {
			out.WriteString(value)
			rest = tail
		} else { // a brace that people write
			out.WriteByte('{')
			rest = after
		}
	}
}
