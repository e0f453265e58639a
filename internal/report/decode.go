package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Limits of what is read: results may come from strangers.
const (
	maxResultBytes = 16 << 20
	maxResultDepth = 32      // hegui writes about half of it
	maxResultItems = 100_000 // of all lists of one result: what takes the most memory
	minValueBytes  = 8       // of the whole for each value of one result; hegui writes about 17
)

// ReadError says why something is no result of hegui.
type ReadError struct {
	Item    int // which assessment or line, from 1; 0 for the document around them
	Problem catalog.Text
}

func (e *ReadError) Error() string { return e.Message(catalog.EN) }

// Message says it in a language.
func (e *ReadError) Message(lang catalog.Lang) string {
	switch {
	case e.Item == 0:
		return e.Problem.In(lang)
	case lang == catalog.ZH:
		return fmt.Sprintf("第 %d 项：%s", e.Item, e.Problem.ZH)
	default:
		return fmt.Sprintf("item %d: %s", e.Item, e.Problem.EN)
	}
}

func malformed(err error) *ReadError {
	return &ReadError{Problem: catalog.Text{ZH: fmt.Sprintf("不是评估结果：%s", err), EN: fmt.Sprintf("not a result: %s", err)}}
}

func tooLarge() *ReadError {
	return &ReadError{Problem: catalog.Text{
		ZH: fmt.Sprintf("单份结果超过 %d MiB、嵌套超过 %d 层、列表项超过 %d 个，或值过于零碎", maxResultBytes>>20, maxResultDepth, maxResultItems),
		EN: fmt.Sprintf("a result is larger than %d MiB, deeper than %d levels, has more than %d items in lists, or is cut into values of next to no bytes", maxResultBytes>>20, maxResultDepth, maxResultItems),
	}}
}

func otherVersion(version string) *ReadError {
	return &ReadError{Problem: catalog.Text{
		ZH: fmt.Sprintf("结果版本为 %q，本程序只读取 %q", version, ResultVersion),
		EN: fmt.Sprintf("the version of the result is %q; this program reads %q", version, ResultVersion),
	}}
}

// unreadableThen is the cause of an Unreadable that was read from a result: what was said of the file then.
type unreadableThen struct{ jsonUnreadable }

func (u *unreadableThen) Error() string { return u.Message.EN }

// Decode reads what [Encode] writes. The error is a *ReadError, or an *Unreadable when the line says that a file could
// not be assessed. Unknown fields, keys that are there twice, null, numbers that do not agree with each other, and
// anything after the object are refused.
func Decode(line []byte) (*assess.Assessment, error) {
	j, err := decodeLine(line)
	if err != nil {
		return nil, err
	}
	return j.assessment(), nil
}

func decodeLine(line []byte) (*jsonAssessment, error) {
	if err := examine(line); err != nil {
		return nil, err
	}
	var kind struct {
		Version string          `json:"version"`
		Results json.RawMessage `json:"results"`
		Message json.RawMessage `json:"message"`
	}
	switch err := json.Unmarshal(line, &kind); {
	case err != nil:
		return nil, malformed(err)
	case kind.Version != ResultVersion:
		return nil, otherVersion(kind.Version)
	case kind.Results == nil && kind.Message != nil:
		var u jsonUnreadableLine
		if err := strictly(line, &u); err != nil {
			return nil, err
		}
		return nil, u.unreadable()
	}
	var j jsonLine
	if err := strictly(line, &j); err != nil {
		return nil, err
	}
	return j.verified()
}

// decodeItem reads an assessment of a document, whose version is the document's.
func decodeItem(raw []byte) (*jsonAssessment, error) {
	if err := examine(raw); err != nil {
		return nil, err
	}
	var j jsonAssessment
	if err := strictly(raw, &j); err != nil {
		return nil, err
	}
	return j.verified()
}

func decodeUnreadable(raw []byte) (*Unreadable, error) {
	if err := examine(raw); err != nil {
		return nil, err
	}
	var u jsonUnreadable
	if err := strictly(raw, &u); err != nil {
		return nil, err
	}
	return u.unreadable(), nil
}

func (u *jsonUnreadable) unreadable() *Unreadable {
	return &Unreadable{File: u.File, Err: &unreadableThen{*u}}
}

func strictly(raw []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return malformed(err)
	}
	return nil
}

func (j *jsonAssessment) verified() (*jsonAssessment, error) {
	if err := j.assessment().Verify(); err != nil {
		return nil, malformed(err)
	}
	return j, nil
}

// assessment leaves out the catalog's words.
func (j *jsonAssessment) assessment() *assess.Assessment {
	a := &assess.Assessment{
		File: j.File, SHA256: j.SHA256, ContentSHA256: j.ContentSHA256, Project: j.Project, Title: j.Title,
		Pack: j.Pack, Engine: j.Engine, Profile: j.Profile, AsOf: j.AsOf,
		Flags: j.Flags, Hints: findingsOf(j.Hints), Form: findingsOf(j.Form),
		Decision: j.Decision, Unwaived: j.Unwaived, Waivers: j.Waivers, Repair: j.Repair, Readings: j.Readings.sensitivity(),
		Results: make([]assess.Result, len(j.Results)),
	}
	for i := range j.Results {
		a.Results[i] = j.Results[i].Result
		a.Results[i].Findings = findingsOf(j.Results[i].Findings)
		a.Results[i].Manual = findingsOf(j.Results[i].Manual)
	}
	for i := range j.Guards {
		a.Guards = append(a.Guards, j.Guards[i].Guard)
	}
	for _, w := range j.Warnings {
		a.Warnings = append(a.Warnings, proposal.Warning{Code: w.Code, Position: w.Position, Args: w.Args})
	}
	return a
}

func findingsOf(in []jsonFinding) []assess.Finding {
	if len(in) == 0 {
		return nil
	}
	out := make([]assess.Finding, len(in))
	for i := range in {
		out[i] = in[i].Finding
	}
	return out
}

func (j *jsonReadings) sensitivity() *assess.Sensitivity {
	if j == nil {
		return nil
	}
	s := &assess.Sensitivity{}
	if j.Sensitivity != nil {
		*s = *j.Sensitivity
	}
	s.Readings = make([]assess.ReadingEffect, len(j.Readings))
	for i := range j.Readings {
		s.Readings[i] = j.Readings[i].ReadingEffect
		for _, alternative := range j.Readings[i].Alternatives {
			effect := alternative.AlternativeEffect
			effect.Changed = []assess.Result{}
			for _, changed := range alternative.Changed {
				r := changed.Result
				r.Findings = findingsOf(changed.Findings)
				effect.Changed = append(effect.Changed, r)
			}
			s.Readings[i].Alternatives = append(s.Readings[i].Alternatives, effect)
		}
	}
	return s
}

// examine walks one JSON value before anything is made of it. It refuses what encoding/json lets through: keys that are
// there twice or differ from the known ones in case only, null, and shapes that take far more memory than they have
// bytes.
func examine(raw []byte) error {
	if len(raw) > maxResultBytes {
		return tooLarge()
	}
	e := examiner{dec: json.NewDecoder(bytes.NewReader(raw)), values: 1000 + len(raw)/minValueBytes, items: maxResultItems}
	e.dec.UseNumber()
	if err := e.value(0, false); err != nil {
		return err
	}
	if _, err := e.dec.Token(); !errors.Is(err, io.EOF) {
		return malformed(errors.New("something follows the end of the result"))
	}
	return nil
}

type examiner struct {
	dec           *json.Decoder
	values, items int // that may still come
}

// value walks one value; free says that its keys are not ours: names of arguments.
func (e *examiner) value(depth int, free bool) error {
	if e.values--; depth > maxResultDepth || e.values < 0 || e.items < 0 {
		return tooLarge()
	}
	token, err := e.dec.Token()
	if err != nil {
		return malformed(err)
	}
	switch token {
	case nil:
		return malformed(errors.New("null is nowhere in a result"))
	case json.Delim('['):
		for ; e.dec.More(); e.items-- {
			if err := e.value(depth+1, free); err != nil {
				return err
			}
		}
	case json.Delim('{'):
		if err := e.fields(depth, free); err != nil {
			return err
		}
	default:
		return nil
	}
	if _, err := e.dec.Token(); err != nil { // the end of the list or object
		return malformed(err)
	}
	return nil
}

func (e *examiner) fields(depth int, free bool) error {
	seen := map[string]bool{}
	for e.dec.More() {
		token, err := e.dec.Token()
		if err != nil {
			return malformed(err)
		}
		key, ok := token.(string)
		switch {
		case !ok:
			return malformed(fmt.Errorf("%v is not a key", token))
		case seen[key]:
			return malformed(fmt.Errorf("the key %q is there twice", key))
		case !free && strings.ContainsFunc(key, func(r rune) bool { return r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') }):
			return malformed(fmt.Errorf("unknown field %q", key))
		}
		seen[key] = true
		if err := e.value(depth+1, free || key == "args"); err != nil {
			return err
		}
	}
	return nil
}
