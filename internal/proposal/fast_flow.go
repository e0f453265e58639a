package proposal

// flow reads a sequence or mapping in brackets, which must end on its line: over lines, comments and indentation would
// count, too. Refused besides are entries without a value, a comma before the closing bracket and a pair in a sequence.
func (f *fast) flow(depth int) *Value {
	if f.text[f.pos] == '[' {
		return f.flowSequence(depth)
	}
	return f.flowMapping(depth)
}

func (f *fast) flowSequence(depth int) *Value {
	v := f.add(Sequence, f.place(f.pos), depth)
	if v == nil {
		return nil
	}
	f.pos++
	below := len(f.listed)
	if f.blanks(); f.sign(']') {
		return v
	}
	for {
		item := f.flowValue(depth + 1)
		if item == nil {
			return nil
		}
		f.listed = append(f.listed, item)
		switch f.blanks(); {
		case f.sign(']'):
			return f.closeSequence(v, below)
		case !f.sign(','):
			return nil
		}
		f.blanks()
	}
}

func (f *fast) flowMapping(depth int) *Value {
	v := f.add(Mapping, f.place(f.pos), depth)
	if v == nil {
		return nil
	}
	f.pos++
	below := len(f.open)
	if f.blanks(); f.sign('}') {
		return v
	}
	for {
		key, at, ok := f.key(true)
		if !ok {
			return nil
		}
		f.blanks()
		content := f.flowValue(depth + 1)
		if content == nil {
			return nil
		}
		f.open = append(f.open, Field{key, at, content})
		switch f.blanks(); {
		case f.sign('}'):
			return f.closeMapping(v, below)
		case !f.sign(','):
			return nil
		}
		f.blanks()
	}
}

func (f *fast) flowValue(depth int) *Value {
	if f.pos < f.end {
		switch f.text[f.pos] {
		case '[', '{':
			return f.flow(depth)
		case '&':
			return f.anchored(depth)
		case '*':
			return f.alias(depth, true)
		}
	}
	return f.scalar(depth, true)
}

// sign reads one byte if it stands here.
func (f *fast) sign(c byte) bool {
	if f.pos < f.end && f.text[f.pos] == c {
		f.pos++
		return true
	}
	return false
}
