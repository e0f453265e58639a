package batch

import (
	"fmt"
	"strings"
)

// Error says why something named by the user could not be read as proposals, and what to do. It does not name the input:
// [Item.Name] does.
type Error struct {
	Code string            // E_…, stable; the comment of texts lists them
	Args map[string]string // what the messages fill in, fit to be shown; "kind" tells variants of one code apart
	Err  error             // the cause, for a log; may be nil
}

// Error gives the message in English.
func (e *Error) Error() string { return e.Message("en") }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrorCode gives the code.
func (e *Error) ErrorCode() string { return e.Code }

// Message says what is wrong, in "zh" or, for any other language, in English: a clause without a full stop.
func (e *Error) Message(lang string) string { return e.text().message.fill(lang, e.Args) }

// Remedy says what to do, in "zh" or, for any other language, in English: whole sentences.
func (e *Error) Remedy(lang string) string { return e.text().remedy.fill(lang, e.Args) }

// text finds what there is to say about the code, or about its variant when that has words of its own.
func (e *Error) text() text {
	if t, ok := texts[e.Code+"/"+e.Args["kind"]]; ok {
		return t
	}
	return texts[e.Code]
}

// fault makes an error; args come in pairs, a name and a value.
func fault(code string, args ...any) *Error {
	e := &Error{Code: code, Args: make(map[string]string, len(args)/2)}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[args[i].(string)] = fmt.Sprint(args[i+1])
	}
	return e
}

// because adds a cause.
func (e *Error) because(err error) *Error {
	e.Err = err
	return e
}

// bilingual is one text in Chinese and English, which are equals; {name} stands for an argument.
type bilingual struct{ zh, en string }

// text is what there is to say about a code.
type text struct{ message, remedy bilingual }

// fill puts the arguments in, in one pass: an argument is a stranger's file name and may itself look like a placeholder.
func (b bilingual) fill(lang string, args map[string]string) string {
	pairs := make([]string, 0, 2*len(args))
	for name, value := range args {
		pairs = append(pairs, "{"+name+"}", value)
	}
	words := b.en
	if lang == "zh" {
		words = b.zh
	}
	return strings.NewReplacer(pairs...).Replace(words)
}
