package server

// Allowance is tested by itself: its figures are minutes.
var Allowance = Pace.allowance

// MayDo is the table of roles.
var MayDo = mayDo

// ProblemOf is the code that an error is answered with.
func ProblemOf(err error) ProblemCode {
	if r, ok := ofStore(err); ok {
		return r.code
	}
	return codeInternal
}
