package proposal

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Step is one step of a path: a key of a mapping or an index of a sequence. Steps compare with ==.
type Step struct {
	key   string
	index int // -1 for a key
}

// Key makes a step into a mapping.
func Key(k string) Step { return Step{key: k, index: -1} }

// Index makes a step into a sequence, from 0.
func Index(i int) Step { return Step{index: i} }

// Key gives the key, and whether the step is one.
func (s Step) Key() (string, bool) { return s.key, s.index < 0 }

// Index gives the index, and whether the step is one.
func (s Step) Index() (int, bool) { return s.index, s.index >= 0 }

// Path leads from the root of a proposal to a value, whether it is there or not.
type Path []Step

// String writes a path as people do: data.datasets[0].strata. A key that is no plain word is quoted as Go quotes, so
// that nothing in it can be mistaken for the path around it: ["a b"].
func (p Path) String() string {
	b := make([]byte, 0, 128)
	for i, s := range p {
		switch {
		case s.index >= 0:
			b = append(strconv.AppendInt(append(b, '['), int64(s.index), 10), ']')
		case !plainKey(s.key):
			b = append(strconv.AppendQuote(append(b, '['), s.key), ']')
		default:
			if i > 0 {
				b = append(b, '.')
			}
			b = append(b, s.key...)
		}
	}
	return string(b)
}

func plainKey(k string) bool {
	for _, r := range k {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' {
			return false
		}
	}
	return k != ""
}

// ParsePath reads the form that String writes; "" is the root, a nil Path. The error names the part that is no step.
func ParsePath(s string) (Path, error) {
	var p Path
	rest := s
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, `["`):
			quoted, err := strconv.QuotedPrefix(rest[1:])
			if err != nil || !strings.HasPrefix(rest[1+len(quoted):], "]") {
				return nil, fmt.Errorf("path %q: a quoted key does not end", s)
			}
			key, err := strconv.Unquote(quoted)
			if err != nil {
				return nil, fmt.Errorf("path %q: %w", s, err)
			}
			p = append(p, Key(key))
			rest = rest[len(quoted)+2:]
		case rest[0] == '[':
			end := strings.IndexByte(rest, ']')
			if end < 0 {
				return nil, fmt.Errorf("path %q: an index does not end", s)
			}
			i, err := strconv.Atoi(rest[1:end])
			if err != nil || strconv.Itoa(i) != rest[1:end] || i < 0 { // +1 and 01 are nothing that String prints
				return nil, fmt.Errorf("path %q: %q is not an index", s, rest[1:end])
			}
			p = append(p, Index(i))
			rest = rest[end+1:]
		default:
			if len(p) > 0 {
				if rest[0] != '.' {
					return nil, fmt.Errorf("path %q: a dot is missing before %q", s, rest)
				}
				rest = rest[1:]
			}
			end := strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			if !plainKey(rest[:end]) {
				return nil, fmt.Errorf("path %q: %q is not a key", s, rest[:end])
			}
			p = append(p, Key(rest[:end]))
			rest = rest[end:]
		}
	}
	return p, nil
}

// MarshalJSON writes a path as an array of keys and indexes: ["data","datasets",0].
func (p Path) MarshalJSON() ([]byte, error) {
	steps := make([]any, len(p))
	for i, s := range p {
		if s.index >= 0 {
			steps[i] = s.index
		} else {
			steps[i] = s.key
		}
	}
	return json.Marshal(steps)
}

// UnmarshalJSON reads an array of keys and indexes, and nothing else.
func (p *Path) UnmarshalJSON(b []byte) error {
	var steps []json.RawMessage
	if err := json.Unmarshal(b, &steps); err != nil {
		return fmt.Errorf("path: %w", err)
	}
	out := make(Path, 0, len(steps))
	for _, raw := range steps {
		var key *string // a pointer tells null from ""
		var index *uint32
		switch {
		case json.Unmarshal(raw, &key) == nil && key != nil:
			out = append(out, Key(*key))
		case json.Unmarshal(raw, &index) == nil && index != nil:
			out = append(out, Index(int(*index)))
		default:
			return fmt.Errorf("path: %s is neither a key nor an index", raw)
		}
	}
	*p = out
	return nil
}

// Compare orders paths step by step: keys by their text, indexes by number, a shorter path before what lies below it. It
// is negative, zero or positive, as slices.SortFunc wants it.
func (p Path) Compare(q Path) int {
	for i := range min(len(p), len(q)) {
		if c := cmp.Or(cmp.Compare(p[i].index, q[i].index), strings.Compare(p[i].key, q[i].key)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(p), len(q))
}

// Append gives the path with steps added; the result never shares memory with p.
func (p Path) Append(steps ...Step) Path {
	out := make(Path, 0, len(p)+len(steps))
	return append(append(out, p...), steps...)
}
