package receipt

import (
	"fmt"

	"hegui/internal/catalog"
)

// Error says why a receipt, a root or a proof is refused.
type Error struct {
	Code string // "E_RECEIPT_SIGNATURE"; stable
	Text catalog.Text
}

func (e *Error) Error() string { return e.Text.EN }

// In words the error in a language.
func (e *Error) In(lang catalog.Lang) string { return e.Text.In(lang) }

// Malformed says whether the file is no receipt, root or proof at all, as against one that does not hold.
func (e *Error) Malformed() bool {
	return e.Code == "E_RECEIPT_FORM" || e.Code == "E_RECEIPT_SIZE" || e.Code == "E_RECEIPT_TYPE"
}

func refuse(code, zh, en string, args ...any) *Error {
	return &Error{Code: code, Text: catalog.Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// form refuses the value of a field.
func form(field, value string) *Error {
	return refuse("E_RECEIPT_FORM", "%s 的值 %.80q 不合格式", "%s: the value %.80q is not of the form it must have", field, value)
}
