package server

import (
	"context"
	"time"

	"hegui/internal/auth"
)

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

// LinesOf reads the result of a submission as an export does that listed it before.
func (s *Server) LinesOf(ctx context.Context, id, key string) (map[string][]byte, error) {
	return s.linesOf(ctx, auth.Principal{Role: auth.Chair}, []listed{{id: id, key: key}})
}

// PaceEvents sets how often is looked whether a batch has changed, and after how long is said that the connection lives.
func (s *Server) PaceEvents(every, alive time.Duration) { s.events = pulse{every, alive} }
