package report

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// scan walks JSON without spaces. What it does not expect makes it bad, and it goes no further then.
type scan struct {
	b   []byte
	at  int
	bad bool
}

// next takes a byte when it comes next.
func (s *scan) next(c byte) bool {
	if s.bad || s.at >= len(s.b) || s.b[s.at] != c {
		return false
	}
	s.at++
	return true
}

// word takes what must come next.
func (s *scan) word(w string) {
	if s.bad || len(s.b)-s.at < len(w) || string(s.b[s.at:s.at+len(w)]) != w {
		s.bad = true
		return
	}
	s.at += len(w)
}

// object calls do for each key, before its value.
func (s *scan) object(do func(key []byte)) {
	s.word("{")
	if s.next('}') {
		return
	}
	for !s.bad {
		key := s.quoted()
		if s.word(":"); s.bad {
			return
		}
		if do(key); s.next('}') {
			return
		}
		s.word(",")
	}
}

// list calls do for each item.
func (s *scan) list(do func()) {
	s.word("[")
	if s.next(']') {
		return
	}
	for !s.bad {
		if do(); s.next(']') {
			return
		}
		s.word(",")
	}
}

// quoted takes a text and gives it as it is written, without its quotation marks.
func (s *scan) quoted() []byte {
	s.word(`"`)
	begin := s.at
	for !s.bad {
		n := bytes.IndexByte(s.b[s.at:], '"')
		if n < 0 {
			s.bad = true
			return nil
		}
		s.at += n + 1
		escapes := 0
		for i := s.at - 2; i >= begin && s.b[i] == '\\'; i-- {
			escapes++
		}
		if escapes%2 == 0 {
			return s.b[begin : s.at-1]
		}
	}
	return nil
}

func (s *scan) text() string {
	q := s.quoted()
	if !utf8.Valid(q) {
		s.bad = true
	}
	if bytes.IndexByte(q, '\\') < 0 {
		return string(q)
	}
	var t string
	if json.Unmarshal(s.b[s.at-len(q)-2:s.at], &t) != nil {
		s.bad = true
	}
	return t
}

// int takes a number that has no fraction and no exponent.
func (s *scan) int() (n int) {
	negative := s.next('-')
	begin := s.at
	for !s.bad && s.at < len(s.b) && '0' <= s.b[s.at] && s.b[s.at] <= '9' && s.at-begin < 18 {
		n = 10*n + int(s.b[s.at]-'0')
		s.at++
	}
	if s.at == begin {
		s.bad = true
	}
	if negative {
		return -n
	}
	return n
}

func (s *scan) bool() bool {
	if s.at < len(s.b) && s.b[s.at] == 't' {
		s.word("true")
		return true
	}
	s.word("false")
	return false
}

// skip passes over a value; what is between its brackets it does not look at.
func (s *scan) skip() {
	if s.bad || s.at >= len(s.b) {
		s.bad = true
		return
	}
	switch s.b[s.at] {
	case '"':
		s.quoted()
	case '{', '[':
		for depth := 0; !s.bad; {
			if s.at >= len(s.b) {
				s.bad = true
				return
			}
			switch s.b[s.at] {
			case '"':
				s.quoted()
				continue
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					s.at++
					return
				}
			}
			s.at++
		}
	default: // a number, true or false
		begin := s.at
		for s.at < len(s.b) && s.b[s.at] != ',' && s.b[s.at] != '}' && s.b[s.at] != ']' {
			s.at++
		}
		if s.at == begin {
			s.bad = true
		}
	}
}
