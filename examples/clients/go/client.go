// Package client asks a hegui service from Go. Start at [New]; [Service.Assess] scores one proposal, [Service.AssessMany]
// many, [Service.Compare] says what changed between two. What the service refuses is a [*Problem].
//
// The package needs nothing of hegui and may be copied. api.gen.go is generated from the service's document,
// openapi.yaml; what this layer does not cover is asked through [Service.API].
package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"time"
)

// Options say how a service is asked. The zero value works for one on the loopback address.
type Options struct {
	Key      string        // sent as Authorization: Bearer; none when empty
	Language string        // of problems and of reports for people, "zh" or "en"; the service's default when empty
	HTTP     *http.Client  // http.DefaultClient when nil; the context of a call bounds its time
	Attempts int           // of a request that is answered with 429 or 503; 4 when 0, 1 for no second one
	Longest  time.Duration // that is waited before another attempt; 30 s when 0. What asks for more is returned
}

// Service is one hegui service. Safe for concurrent use.
type Service struct {
	// API asks every operation of the document, without attempts and with answers as they come.
	API *ClientWithResponses

	attempts int
	longest  time.Duration
}

// New prepares to ask the service at a base URL such as "http://127.0.0.1:8080". Nothing is sent. The error is a URL that
// cannot be parsed.
func New(baseURL string, o Options) (*Service, error) {
	if o.HTTP == nil {
		o.HTTP = http.DefaultClient
	}
	if o.Attempts == 0 {
		o.Attempts = 4
	}
	if o.Longest == 0 {
		o.Longest = 30 * time.Second
	}
	api, err := NewClientWithResponses(baseURL, WithHTTPClient(o.HTTP), WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
		if o.Key != "" {
			r.Header.Set("Authorization", "Bearer "+o.Key)
		}
		if o.Language != "" {
			r.Header.Set("Accept-Language", o.Language)
		}
		return nil
	}))
	if err != nil {
		return nil, fmt.Errorf("base URL %q: %w", baseURL, err)
	}
	return &Service{API: api, attempts: o.Attempts, longest: o.Longest}, nil
}

// Proposal is a file to assess.
type Proposal struct {
	Name    string // in reports; "proposal.yaml" when empty
	Content []byte // YAML or JSON, 1 MiB at most
}

// Query says against what a proposal is assessed. The service's defaults stand in for empty fields: its only pack, the
// profile general, today in Beijing.
type Query struct {
	Pack     string
	Profile  string
	AsOf     string // "2026-11-01"
	Readings bool   // also say whether the verdict changes if vague clauses are read otherwise
}

// Assess scores one proposal. A proposal that fails is no error: [Assessment.Decision] says so. The error is a
// [*Problem], also for a proposal that cannot be read, or that the service could not be asked.
func (s *Service) Assess(ctx context.Context, p Proposal, q Query) (*Assessment, error) {
	format := AssessParamsFormatJSON
	params := &AssessParams{
		Pack: some(q.Pack), Profile: some(q.Profile), AsOf: some(q.AsOf), Name: some(p.Name), Readings: some(q.Readings), Format: &format,
	}
	body, err := s.read(ctx, func() (*http.Response, error) {
		return s.API.AssessWithBody(ctx, params, "application/yaml", bytes.NewReader(p.Content))
	})
	if err != nil {
		return nil, err
	}
	var document struct {
		Assessments []json.RawMessage `json:"assessments"`
	}
	if err := json.Unmarshal(body, &document); err != nil {
		return nil, fmt.Errorf("result document: %w", err)
	}
	if len(document.Assessments) != 1 {
		return nil, fmt.Errorf("result document: %d assessments of one proposal", len(document.Assessments))
	}
	a := &Assessment{}
	return a, decode(document.Assessments[0], a, &a.Raw)
}

// AssessMany scores many proposals in one request: open gives one JSON proposal per line, 64 MiB at most, and is asked
// again for each attempt; what it gives is closed. Lines come in the order of the proposals, as they are done; a proposal
// that cannot be read is a [Line], too. An error, always the last item, is as for [Service.Assess], or a stream that was
// cut off. Breaking out of the loop ends the request.
func (s *Service) AssessMany(ctx context.Context, open func() (io.ReadCloser, error), q Query) iter.Seq2[*Line, error] {
	return func(yield func(*Line, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		params := &AssessManyParams{Pack: some(q.Pack), Profile: some(q.Profile), AsOf: some(q.AsOf)}
		answer, err := s.send(ctx, func() (*http.Response, error) {
			lines, err := open()
			if err != nil {
				return nil, err
			}
			return s.API.AssessManyWithBody(ctx, params, "application/x-ndjson", lines)
		})
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { _ = answer.Body.Close() }()
		for in := json.NewDecoder(answer.Body); ; {
			line, err := nextLine(in)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("stream of results: %w", err))
				return
			}
			if !yield(line, nil) {
				return
			}
		}
	}
}

// nextLine reads one line; the error is io.EOF at the end of the stream.
func nextLine(in *json.Decoder) (*Line, error) {
	var raw json.RawMessage
	if err := in.Decode(&raw); err != nil {
		return nil, err
	}
	var kind struct {
		Decision json.RawMessage `json:"decision"`
	}
	if err := json.Unmarshal(raw, &kind); err != nil {
		return nil, err
	}
	if kind.Decision != nil { // only an assessment has one
		a := &Assessment{}
		return &Line{Assessment: a}, decode(raw, a, &a.Raw)
	}
	u := &Unreadable{}
	return &Line{Unreadable: u}, json.Unmarshal(raw, u)
}

// Side is one of two drafts that are compared. Query.Readings has no effect.
type Side struct {
	Proposal
	Query
}

// Compare says what changed from one draft to another. Empty fields of the query of before are those of after. Errors are
// as for [Service.Assess].
func (s *Service) Compare(ctx context.Context, before, after Side) (*Comparison, error) {
	format := CompareParamsFormatJSON
	params := &CompareParams{
		Pack: some(after.Pack), Profile: some(after.Profile), AsOf: some(after.AsOf), Format: &format,
		PackBefore: some(before.Pack), ProfileBefore: some(before.Profile), AsOfBefore: some(before.AsOf),
	}
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	for _, part := range []struct {
		field string
		p     Proposal
	}{{"before", before.Proposal}, {"after", after.Proposal}} {
		if part.p.Name == "" {
			part.p.Name = part.field + ".yaml"
		}
		to, err := w.CreatePart(textproto.MIMEHeader{
			"Content-Disposition": {multipart.FileContentDisposition(part.field, part.p.Name)}, "Content-Type": {"application/yaml"},
		})
		if err != nil {
			return nil, err
		}
		_, _ = to.Write(part.p.Content) // into memory
	}
	_ = w.Close()
	body, err := s.read(ctx, func() (*http.Response, error) {
		return s.API.CompareWithBody(ctx, params, w.FormDataContentType(), bytes.NewReader(form.Bytes()))
	})
	if err != nil {
		return nil, err
	}
	var document struct {
		Comparisons []json.RawMessage `json:"comparisons"`
	}
	if err := json.Unmarshal(body, &document); err != nil {
		return nil, fmt.Errorf("comparison document: %w", err)
	}
	if len(document.Comparisons) != 1 {
		return nil, fmt.Errorf("comparison document: %d comparisons of two drafts", len(document.Comparisons))
	}
	c := &Comparison{}
	return c, decode(document.Comparisons[0], c, &c.Raw)
}

// read sends a request and reads its answer to the end.
func (s *Service) read(ctx context.Context, request func() (*http.Response, error)) ([]byte, error) {
	answer, err := s.send(ctx, request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	return io.ReadAll(answer.Body)
}

// decode reads what this package has types for, and keeps all.
func decode(from json.RawMessage, into any, raw *json.RawMessage) error {
	if err := json.Unmarshal(from, into); err != nil {
		return fmt.Errorf("result: %w", err)
	}
	*raw = from
	return nil
}

// some is nil for what is not set: an empty parameter is another thing than none.
func some[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}
