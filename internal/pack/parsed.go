package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// PlanName is the path of the plan of a pack's rules, beside its folder: it is made of the pack and is no part of it.
func PlanName(id string) string { return "policies/" + id + ".plan" }

// ParsedName is the path of what [Parsed] gives, beside the folder of the pack.
func ParsedName(id string) string { return "policies/" + id + ".parsed" }

// parsedFiles are files of a pack as the YAML library reads them, so that it need not read them again at every start. Each
// counts for the very text that it was read from and for nothing else. They say nothing about whether the pack holds
// together: that is looked at all the same.
type parsedFiles map[parsedName]parsedFile

// parsedName names a file, and the type that it was read into: one file may be read into several.
type parsedName struct{ file, kind string }

type parsedFile struct {
	sum   string // SHA-256 of the YAML, in hexadecimal digits
	value []byte // as JSON
}

func nameOf(file string, into any) parsedName {
	return parsedName{file, strings.TrimPrefix(strings.ReplaceAll(fmt.Sprintf("%T", into), " ", ""), "*")}
}

// Parsed reads the YAML of a pack and gives what [Open] takes in its place: a line per file, with its path, the type it is
// read into, its digest and its value. The same files give the same bytes. Errors are those of Open.
func Parsed(fsys fs.FS, id string) ([]byte, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	lines := map[string]any{}
	l.record = func(n parsedName, value any) {
		lines[n.file+" "+n.kind+" "+sha256Hex(files[n.file])] = value
	}
	if l.load(); len(l.problems) > 0 {
		return nil, l.invalid()
	}
	var out bytes.Buffer
	for _, head := range slices.Sorted(maps.Keys(lines)) {
		value, err := json.Marshal(lines[head])
		if err != nil {
			return nil, fmt.Errorf("%s: not a JSON value: %w", head, err)
		}
		fmt.Fprintf(&out, "%s %s\n", head, value)
	}
	return out.Bytes(), nil
}

// readParsed reads what Parsed wrote. What is no such line is left out.
func readParsed(text []byte) parsedFiles {
	all := parsedFiles{}
	for line := range bytes.Lines(text) {
		if parts := bytes.SplitN(line, []byte(" "), 4); len(parts) == 4 {
			all[parsedName{string(parts[0]), string(parts[1])}] = parsedFile{string(parts[2]), parts[3]}
		}
	}
	return all
}

// decode gives what a text says, false when that is not known.
func (p parsedFiles) decode(file, text string, into any) bool {
	known, ok := p[nameOf(file, into)]
	if !ok {
		return false
	}
	sum := sha256.Sum256([]byte(text))
	if known.sum != hex.EncodeToString(sum[:]) {
		return false
	}
	if unmarshal(known.value, into) != nil {
		reflect.ValueOf(into).Elem().SetZero()
		return false
	}
	return true
}

// unmarshal reads JSON; numbers of a document stay as they are written.
func unmarshal(src []byte, into any) error {
	if _, document := into.(*map[string]any); !document {
		return json.Unmarshal(src, into)
	}
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("more follows the value")
	}
	return nil
}
