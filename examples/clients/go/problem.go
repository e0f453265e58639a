package client

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"
)

// Problem is why the service refused a request. Use errors.As to get at it.
type Problem struct {
	Status    int         // of HTTP
	Code      ProblemCode // stable, for programs; empty when something other than hegui answered, such as a proxy
	Title     string      // what happened, in the language asked for
	Detail    string      // what to do about it
	Parameter string      // the parameter or field that is wrong
	RequestID string      // what to tell whoever runs the service
	Proposal  *ProposalError
	// RetryAfter is how long the service asks to wait; 0 when it does not say.
	RetryAfter time.Duration
}

// Error says what happened, with the code and the request.
func (p *Problem) Error() string {
	text := fmt.Sprintf("hegui answered %d", p.Status)
	if p.Code != "" {
		text += " " + string(p.Code)
	}
	if p.Title != "" {
		text += ": " + p.Title
	}
	if p.Parameter != "" {
		text += " (" + p.Parameter + ")"
	}
	if p.Proposal != nil {
		text += fmt.Sprintf(" (%s at line %d, column %d)", p.Proposal.Code, p.Proposal.Line, p.Proposal.Column)
	}
	if p.RequestID != "" {
		text += ", request " + p.RequestID
	}
	return text
}

// Temporary says whether the same request may succeed later.
func (p *Problem) Temporary() bool {
	return p.Status == http.StatusTooManyRequests || p.Status == http.StatusServiceUnavailable
}

// problemBytes bound what is read of an answer that is no result.
const problemBytes = 64 << 10

// problemOf reads a problem and closes the answer.
func problemOf(answer *http.Response) *Problem {
	defer func() { _ = answer.Body.Close() }()
	p := &Problem{Status: answer.StatusCode, Title: http.StatusText(answer.StatusCode), RequestID: answer.Header.Get("Request-Id")}
	if s, err := strconv.Atoi(answer.Header.Get("Retry-After")); err == nil && s > 0 {
		p.RetryAfter = time.Duration(s) * time.Second
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, problemBytes))
	media, _, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	var d ProblemDocument
	if err != nil || media != "application/problem+json" || json.Unmarshal(body, &d) != nil {
		return p
	}
	p.Code, p.Title, p.Proposal = d.Code, d.Title, d.ProposalError
	if d.RequestID != "" {
		p.RequestID = d.RequestID
	}
	if d.Detail != nil {
		p.Detail = *d.Detail
	}
	if d.Parameter != nil {
		p.Parameter = *d.Parameter
	}
	return p
}

// send sends a request until it is answered with 200 or refused for good. It waits as long as the service asks, else 1 s,
// 2 s, 4 s and so on. When the context ends before the wait would, it does not wait: the problem says more than "deadline
// exceeded".
func (s *Service) send(ctx context.Context, request func() (*http.Response, error)) (*http.Response, error) {
	for attempt := 1; ; attempt++ {
		answer, err := request()
		if err != nil {
			return nil, err
		}
		if answer.StatusCode == http.StatusOK {
			return answer, nil
		}
		p := problemOf(answer)
		wait := p.RetryAfter
		if wait == 0 {
			wait = time.Second << (attempt - 1)
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < wait {
			return nil, p
		}
		if attempt >= s.attempts || !p.Temporary() || wait > s.longest {
			return nil, p
		}
		pause := time.NewTimer(wait)
		select {
		case <-pause.C:
		case <-ctx.Done():
			pause.Stop()
			return nil, ctx.Err()
		}
	}
}
