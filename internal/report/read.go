package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// Read reads back what the JSON format writes, or NDJSON: one result per line. What is read and written again is the
// same bytes. Assessments come one at a time and are not kept.
//
// A file that could not be assessed comes as *Unreadable and does not end the sequence. Any other error does: *ReadError
// for what is no result, whatever else the reader gives. Results of another version, unknown fields, anything after the
// end and single results above 16 MiB are refused. Input without any result is a *ReadError too.
func Read(r io.Reader) iter.Seq2[*assess.Assessment, error] {
	return func(yield func(*assess.Assessment, error) bool) {
		for j, err := range read(r) {
			var a *assess.Assessment
			if err == nil {
				a = j.assessment()
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// read is Read with the words that the catalog had then.
func read(r io.Reader) iter.Seq2[*jsonAssessment, error] {
	return func(yield func(*jsonAssessment, error) bool) {
		s := &stream{limited: &limited{r: bufio.NewReader(r)}, yield: yield}
		s.dec = json.NewDecoder(s.limited)
		var err error
		if s.isDocument() {
			err = s.document()
		} else {
			err = s.lines()
		}
		if err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
}

// HeadBytes is how much of a file [IsResult] needs.
const HeadBytes = peeked

// IsResult says, from the first bytes of a file, whether it is meant to be results that Read reads, and not a proposal,
// which may be written in JSON too. Only Read says whether they are.
func IsResult(head []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(head))
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return false
	}
	key, err := dec.Token()
	return err == nil && (key == "version" || key == "file" || key == "assessments" || key == "unreadable")
}

// peeked is how far to look for what tells a document from lines: past the version, which comes first in both.
const peeked = 256

// errStopped ends a sequence that the caller no longer wants.
var errStopped = errors.New("stopped")

type stream struct {
	limited *limited
	dec     *json.Decoder
	item    int
	yield   func(*jsonAssessment, error) bool
}

// isDocument looks at the first keys without taking anything: a document has a list of assessments, a line has not.
func (s *stream) isDocument() bool {
	head, _ := s.limited.r.Peek(peeked) // an error comes again when it is read
	dec := json.NewDecoder(bytes.NewReader(head))
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return false
	}
	for dec.More() {
		key, err := dec.Token()
		switch {
		case err != nil:
			return false
		case key == "assessments" || key == "unreadable":
			return true
		case key != "version":
			return false
		}
		if _, err := dec.Token(); err != nil { // the version
			return false
		}
	}
	return false
}

// document reads {"version": …, "assessments": […], "unreadable": […]}, in this order: the version says how to read the
// rest.
func (s *stream) document() error {
	if err := s.expect(json.Delim('{')); err != nil {
		return err
	}
	if err := s.expect("version"); err != nil {
		return err
	}
	token, err := s.token()
	if err != nil {
		return err
	}
	if version, ok := token.(string); !ok || version != ResultVersion {
		return otherVersion(fmt.Sprint(token))
	}
	if err := s.list("assessments", decodeItem); err != nil {
		return err
	}
	err = s.list("unreadable", func(raw []byte) (*jsonAssessment, error) {
		u, err := decodeUnreadable(raw)
		if err != nil {
			return nil, err
		}
		return nil, u
	})
	if err != nil {
		return err
	}
	if err := s.expect(json.Delim('}')); err != nil {
		return err
	}
	switch _, err := s.token(); {
	case errors.Is(err, io.EOF):
		return s.any()
	case err == nil:
		return malformed(errors.New("something follows the end of the document"))
	default:
		return err
	}
}

// list reads a key and its list, item by item.
func (s *stream) list(key string, decode func([]byte) (*jsonAssessment, error)) error {
	if err := s.expect(key); err != nil {
		return err
	}
	if err := s.expect(json.Delim('[')); err != nil {
		return err
	}
	for s.more() {
		raw, err := s.value()
		if err != nil {
			return err
		}
		if err := s.give(decode(raw)); err != nil {
			return err
		}
	}
	return s.expect(json.Delim(']'))
}

// lines reads one result after another.
func (s *stream) lines() error {
	for {
		raw, err := s.value()
		switch {
		case errors.Is(err, io.EOF):
			return s.any()
		case err != nil:
			return err
		}
		if err := s.give(decodeLine(raw)); err != nil {
			return err
		}
	}
}

// any refuses input without a result: nothing read is never quietly nothing.
func (s *stream) any() error {
	if s.item == 0 {
		return &ReadError{Problem: catalog.Text{ZH: "不是评估结果：其中没有一项结果", EN: "not a result: it holds no result"}}
	}
	return nil
}

// give hands out a result or an Unreadable; any other error ends the sequence.
func (s *stream) give(j *jsonAssessment, err error) error {
	s.item++
	var fault *ReadError
	if errors.As(err, &fault) {
		fault.Item = s.item
		return fault
	}
	if !s.yield(j, err) {
		return errStopped
	}
	return nil
}

// more says whether the list goes on; what is wrong with the text comes with the next token.
func (s *stream) more() bool {
	s.limited.left = maxResultBytes
	return s.dec.More()
}

func (s *stream) value() ([]byte, error) {
	s.limited.left = maxResultBytes
	var raw json.RawMessage
	if err := s.dec.Decode(&raw); err != nil {
		return nil, s.fault(err)
	}
	return raw, nil
}

func (s *stream) token() (json.Token, error) {
	s.limited.left = maxResultBytes
	token, err := s.dec.Token()
	if err != nil {
		return nil, s.fault(err)
	}
	return token, nil
}

func (s *stream) expect(want json.Token) error {
	got, err := s.token()
	switch {
	case errors.Is(err, io.EOF):
		return malformed(io.ErrUnexpectedEOF)
	case err != nil:
		return err
	case got != want:
		return malformed(fmt.Errorf("%v stands where %v is expected", got, want))
	}
	return nil
}

// fault tells what is wrong with the text from what is wrong with the reader.
func (s *stream) fault(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooMuch):
		e := tooLarge()
		e.Item = s.item + 1
		return e
	case errors.Is(err, io.EOF):
		return err
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF):
		return malformed(err)
	case s.limited.err != nil && errors.Is(err, s.limited.err):
		return fmt.Errorf("read result: %w", err)
	default: // the decoder's faults of syntax between tokens have no type
		return malformed(err)
	}
}

// errTooMuch says that a value did not end within its limit.
var errTooMuch = errors.New("the value is too large")

// limited gives at most left more bytes. The decoder asks for more only while its value is not complete, so that running
// out means that the value is too large, however much it reads ahead.
type limited struct {
	r    *bufio.Reader
	left int
	err  error // of the reader, but for the end
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left == 0 {
		return 0, errTooMuch
	}
	n, err := l.r.Read(p[:min(len(p), l.left)])
	l.left -= n
	if err != nil && !errors.Is(err, io.EOF) {
		l.err = err
	}
	return n, err
}
