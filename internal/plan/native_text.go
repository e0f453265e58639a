package plan

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// texts makes a built-in of a question about two texts.
func texts(test func(s, t string) bool) func(m *machine, a, b value) value {
	return func(m *machine, a, b value) value {
		if a.kind() != kindString || b.kind() != kindString {
			return m.refuse()
		}
		return boolean(test(m.text(a), m.text(b)))
	}
}

// textToText makes a built-in that changes a text.
func textToText(change func(string) string) func(m *machine, a value) value {
	return func(m *machine, a value) value {
		if a.kind() != kindString {
			return m.refuse()
		}
		return m.changed(a, change(m.text(a)))
	}
}

func textsToText(change func(s, t string) string) func(m *machine, a, b value) value {
	return func(m *machine, a, b value) value {
		if a.kind() != kindString || b.kind() != kindString {
			return m.refuse()
		}
		return m.changed(a, change(m.text(a), m.text(b)))
	}
}

// changed gives a text: the same value when it is the same.
func (m *machine) changed(old value, s string) value {
	if m.text(old) == s {
		return old
	}
	return m.addString(s)
}

func concat(m *machine, by, a value) value {
	list, ok := m.elements(a)
	if !ok || by.kind() != kindString {
		return m.refuse()
	}
	sep := m.text(by)
	n := len(sep) * max(len(list)-1, 0)
	for _, v := range list {
		if v.kind() != kindString {
			return m.refuse()
		}
		n += len(m.text(v))
	}
	if len(list) == 1 {
		return list[0]
	}
	var b strings.Builder
	b.Grow(n)
	for i, v := range list {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(m.text(v))
	}
	return m.addString(b.String())
}

func split(m *machine, a, by value) value {
	if a.kind() != kindString || by.kind() != kindString {
		return m.refuse()
	}
	return m.stringList(strings.Split(m.text(a), m.text(by)))
}

func (m *machine) stringList(list []string) value {
	items := m.alloc(len(list))
	for i, s := range list {
		items[i] = m.addString(s)
	}
	return m.newArray(items)
}

func substring(m *machine, a, from, length value) value {
	if a.kind() != kindString || from.kind() != kindInt || length.kind() != kindInt {
		return m.opa.call(m, "substring", a, from, length)
	}
	s, start, n := m.text(a), from.int(), length.int()
	if start < 0 {
		return m.refuse()
	}
	if !utf8.ValidString(s) {
		return m.opa.call(m, "substring", a, from, length)
	}
	s = skipRunes(s, start)
	if n >= 0 {
		s = s[:len(s)-len(skipRunes(s, n))]
	}
	return m.changed(a, s)
}

// skipRunes gives what follows the first n characters.
func skipRunes(s string, n int64) string {
	for ; n > 0 && s != ""; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}

func formatInt(m *machine, a, base value) value {
	if a.kind() != kindInt || base != small(10) {
		return m.opa.call(m, "format_int", a, base)
	}
	return m.addString(strconv.FormatInt(a.int(), 10))
}

// maxPatterns is how many patterns a machine keeps that are not written in the policy.
const maxPatterns = 100

// pattern gives a compiled pattern, nil when it is none. All machines share those that are written in the policy.
func (m *machine) pattern(v value) *pattern {
	s := m.text(v)
	if i := v.index(); i < m.static {
		shared := &m.program.patterns[i]
		p := shared.Load()
		if p == nil {
			p = newPattern(s)
			shared.Store(p)
		}
		return p.usable()
	}
	p, ok := m.patterns[s]
	if !ok {
		if len(m.patterns) >= maxPatterns {
			clear(m.patterns)
		}
		p = newPattern(s)
		m.patterns[strings.Clone(s)] = p
	}
	return p.usable()
}

func regexMatch(m *machine, p, a value) value {
	if p.kind() != kindString || a.kind() != kindString {
		return m.refuse()
	}
	re := m.pattern(p)
	if re == nil {
		return m.refuse()
	}
	return boolean(re.match(m.text(a)))
}

func regexFindN(m *machine, p, a, n value) value {
	if p.kind() != kindString || a.kind() != kindString || n.kind() != kindInt {
		return m.opa.call(m, "regex.find_n", p, a, n)
	}
	re := m.pattern(p)
	if re == nil {
		return m.refuse()
	}
	return m.stringList(re.find(m.text(a), int(n.int())))
}

func regexReplace(m *machine, a, p, by value) value {
	if a.kind() != kindString || p.kind() != kindString || by.kind() != kindString {
		return m.refuse()
	}
	re := m.pattern(p)
	if re == nil {
		return m.refuse()
	}
	return m.changed(a, re.replace(m.text(a), m.text(by)))
}

func regexSplit(m *machine, p, a value) value {
	if p.kind() != kindString || a.kind() != kindString {
		return m.refuse()
	}
	re := m.pattern(p)
	if re == nil {
		return m.refuse()
	}
	return m.stringList(re.split(m.text(a)))
}

// toNumber is to_number; of texts only a few digits are read here. A zero before them stays.
func toNumber(m *machine, a value) value {
	if a.kind() == kindString {
		if s := m.text(a); s != "" && len(s) <= maxDigits && strings.Trim(s, "0123456789") == "" {
			return m.number(s)
		}
	}
	if a.isNumber() {
		return a
	}
	return m.opa.call(m, "to_number", a)
}

func stringsCount(m *machine, a, sub value) value {
	if a.kind() != kindString || sub.kind() != kindString {
		return m.refuse()
	}
	return small(strings.Count(m.text(a), m.text(sub)))
}
