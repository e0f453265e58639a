package pack

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// decode reads one YAML file strictly: unknown keys, duplicate keys and wrong types are faults with their line.
func (l *loader) decode(file string, into any) bool {
	src, ok := l.files[file]
	if !ok {
		l.fault(file, 0, "the file is missing")
		return false
	}
	if l.parsed.decode(file, src, into) {
		return true
	}
	dec := yaml.NewDecoder(strings.NewReader(src))
	dec.KnownFields(true)
	err := dec.Decode(into)
	var wrong *yaml.TypeError
	switch {
	case err == nil:
		if l.record != nil {
			l.record(nameOf(file, into), into)
		}
		return true
	case err == io.EOF:
		l.fault(file, 0, "the file is empty")
	case errors.As(err, &wrong):
		for _, problem := range wrong.Errors {
			l.misplaced(file, problem)
		}
	default:
		l.noYAML(file, src, err)
	}
	return false
}

// What the YAML library says of values that do not fit. It names types of Go.
var (
	yamlLine     = regexp.MustCompile(`(?s)^line (\d+): (.*)$`)
	unknownField = regexp.MustCompile(`(?s)^field (.*) not found in type `)
	twice        = regexp.MustCompile(`(?s)^mapping key (.*) already defined at line (\d+)$`)
	otherType    = regexp.MustCompile(`(?s)^cannot unmarshal .* into (\S.*)$`)
)

// misplaced notes what is YAML, and not what the file holds.
func (l *loader) misplaced(file, problem string) {
	line := 1
	if m := yamlLine.FindStringSubmatch(problem); m != nil {
		line, _ = strconv.Atoi(m[1])
		problem = m[2]
	}
	if m := unknownField.FindStringSubmatch(problem); m != nil {
		l.fault(file, line, "unknown field %q", m[1])
		return
	}
	if m := twice.FindStringSubmatch(problem); m != nil {
		l.fault(file, line, "%s stands on line %s already", m[1], m[2])
		return
	}
	m := otherType.FindStringSubmatch(problem)
	if m == nil {
		l.fault(file, line, "%s", problem)
		return
	}
	switch want := m[1]; {
	case want == "int":
		l.fault(file, line, "expected a whole number")
	case want == "string", want == "catalog.Basis", want == "catalog.Severity":
		l.fault(file, line, "expected a text")
	case want == "catalog.Text":
		l.fault(file, line, "expected a text in Chinese and in English")
	case strings.HasPrefix(want, "["):
		l.fault(file, line, "expected a list")
	default:
		l.fault(file, line, "expected fields with their values")
	}
}

// noYAML notes what is no YAML at all, in the words for proposals, which know the mistakes that people make.
func (l *loader) noYAML(file, src string, err error) {
	var known *proposal.ParseError
	if _, again := proposal.Parse(file, []byte(src), proposal.Limits{}); errors.As(again, &known) && (known.Code == "E_SYNTAX" || known.Code == "E_TAG") {
		l.problems = append(l.problems, Problem{
			File: file, Line: known.Position.Line, Message: known.Message("en"),
			Text:   catalog.Text{ZH: known.Message("zh"), EN: known.Message("en")},
			Repair: catalog.Text{ZH: known.Remedy("zh"), EN: known.Remedy("en")},
		})
		return
	}
	l.misplaced(file, strings.TrimPrefix(err.Error(), "yaml: "))
}

// decodeSchema reads a JSON file: one value, and nothing behind it.
func (l *loader) decodeSchema(file, src string) (any, bool) {
	dec := json.NewDecoder(strings.NewReader(src))
	dec.UseNumber()
	var out any
	err := dec.Decode(&out)
	lineAt := func(offset int64) int { return 1 + strings.Count(src[:min(int(offset), len(src))], "\n") }
	var bad *json.SyntaxError
	switch {
	case err == io.EOF:
		l.fault(file, 0, "the file is empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		l.fault(file, lineAt(int64(len(src))), "the JSON ends before it is complete")
	case errors.As(err, &bad):
		l.fault(file, lineAt(bad.Offset-1), "this is not JSON")
	case err != nil:
		l.fault(file, 0, "%v", err)
	case strings.TrimSpace(src[dec.InputOffset():]) != "":
		rest := strings.TrimLeft(src[dec.InputOffset():], " \t\r\n")
		l.fault(file, lineAt(int64(len(src)-len(rest))), "the JSON has ended, and more text follows")
	default:
		return out, true
	}
	return nil, false
}

// decodeJSON reads JSON with exact numbers.
func decodeJSON(s string) (any, error) {
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	var out any
	if err := dec.Decode(&out); err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	return out, nil
}
