package proposal

import (
	"strings"
	"testing"
)

// Positions are those of a reader's editor: lines and code points from 1.
func TestPositionsInAllLayouts(t *testing.T) {
	for _, tt := range []struct {
		name, src, path string
		key, value      Position // key is what Locate gives: the item itself in a list
	}{
		{"a field", "a: 1\nb: 2\n", "b", Position{2, 1}, Position{2, 4}},
		{"CRLF", "a: 1\r\nb: 2\r\n\r\nc: [x,\r\n  y]\r\n", "c[1]", Position{5, 3}, Position{5, 3}},
		{"after a byte order mark", "\ufeffa: {b: 1}\n", "a.b", Position{1, 5}, Position{1, 8}},
		{"the second line after a byte order mark", "\ufeff# x\nb: 1\n", "b", Position{2, 1}, Position{2, 4}},
		{"Chinese before it on the line", "甲乙丙: {丁: 戊}\n", "甲乙丙.丁", Position{1, 7}, Position{1, 10}},
		{"emoji before it on the line", "a: [😀, 👨‍👩‍👧, x]\n", "a[2]", Position{1, 15}, Position{1, 15}},
		{"a combining mark before it", "a: [e\u0301, x]\n", "a[1]", Position{1, 9}, Position{1, 9}},
		{"a quoted key", `a: {"b c": 'x'}`, `a["b c"]`, Position{1, 5}, Position{1, 12}},
		{"a double-quoted value", "a:   \"x\"\n", "a", Position{1, 1}, Position{1, 6}},
		{"a literal text", "a: |\n  x\n  y\nb: 1\n", "a", Position{1, 1}, Position{1, 4}},
		{"after a literal text", "a: |+\n  x\n\n\nb: 1\n", "b", Position{5, 1}, Position{5, 4}},
		{"a folded text", "x:\n  a: >-\n    b\n", "x.a", Position{2, 3}, Position{2, 6}},
		{"after a folded text", "x:\n  a: >-\n    b\n    c\n  d: 1", "x.d", Position{5, 3}, Position{5, 6}},
		{"a plain text over lines", "a:\n  b\n  c\nd: 1\n", "a", Position{1, 1}, Position{2, 3}},
		{"an empty value", "a:\nb: 1\n", "a", Position{1, 1}, Position{1, 3}},
		{"an empty value at the end", "x: 1\na:", "a", Position{2, 1}, Position{2, 3}},
		{"an empty value behind the last line", "a:\n? Q", "Q", Position{2, 3}, Position{2, 4}},
		{"a lone exclamation mark", "a: [! 1, &x ! 2, ! &y 3, b]\n", "a[3]", Position{1, 26}, Position{1, 26}},
		{"an empty value in flow style", "a: {b: , c: 1}", "a.b", Position{1, 5}, Position{1, 8}},
		{"an empty item", "a:\n  -\n  - 1\n", "a[0]", Position{2, 4}, Position{2, 4}},
		{"a nested list", "a:\n  - - x\n    - y\n", "a[0][1]", Position{3, 7}, Position{3, 7}},
		{"a nested list as a whole", "a:\n  - - x\n", "a[0]", Position{2, 5}, Position{2, 5}},
		{"a list as deep as its key", "a:\n- x\n- y\n", "a[1]", Position{3, 3}, Position{3, 3}},
		{"a mapping in a list", "a:\n  - b: 1\n    c: 2\n", "a[0].c", Position{3, 5}, Position{3, 8}},
		{"a mapping in a list as a whole", "a:\n  - b: 1\n", "a[0]", Position{2, 5}, Position{2, 5}},
		{"flow style over lines", "a: {\n  b: [1,\n    2],\n}\n", "a.b[1]", Position{3, 5}, Position{3, 5}},
		{"a pair in a list", "a: [b: 1]\n", "a[0].b", Position{1, 5}, Position{1, 8}},
		{"complex notation", "? a\n: 1\n", "a", Position{1, 3}, Position{2, 3}},
		{"an alias stands where its anchor's text does", "a: &x\n  b: 1\nc: *x\n", "c.b", Position{2, 3}, Position{2, 6}},
		{"an alias's own key", "a: &x [1]\nc: *x\n", "c", Position{2, 1}, Position{1, 4}},
		{"after an alias", "a: &x 1\nc: [*x, 2]\n", "c[1]", Position{2, 9}, Position{2, 9}},
		{"an anchored key", "&k a: 1\nb: *k\n", "b", Position{2, 1}, Position{1, 1}},
		{"a merged field", "a: &x {b: 1}\nc:\n  <<: *x\n", "c.b", Position{1, 8}, Position{1, 11}},
		{"after a comment", "# 一\n\na: 1 # 二\n# 三\nb: 2\n", "b", Position{5, 1}, Position{5, 4}},
		{"after a mark", "--- {a: 1}\n", "a", Position{1, 6}, Position{1, 9}},
		{"a tagged value", "a: !!str 5\n", "a", Position{1, 1}, Position{1, 4}},
		{"quotes over lines", "a: \"x\n  y\"\nb: 1\n", "b", Position{3, 1}, Position{3, 4}},
		{"after a tab", "a:\t1\n", "a", Position{1, 1}, Position{1, 4}},
		{"no line break at the end", "a: 1\nb: 2", "b", Position{2, 1}, Position{2, 4}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := mustParse(t, tt.src)
			var path Path
			for _, part := range strings.Split(tt.path, ".") { // keys here may be Chinese, which String quotes
				if p, err := ParsePath(part); err == nil {
					path = path.Append(p...)
				} else {
					path = path.Append(Key(part))
				}
			}
			v, ok := doc.At(path)
			if !ok {
				t.Fatalf("got nothing at %s", tt.path)
			}
			if got := doc.Locate(path); got != tt.key {
				t.Errorf("located: got %v, want %v", got, tt.key)
			}
			if got := v.Position(); got != tt.value {
				t.Errorf("value: got %v, want %v", got, tt.value)
			}
		})
	}
}

func TestOnlyNoPlaceIsZero(t *testing.T) {
	if !(Position{}).IsZero() || (Position{Line: 1, Column: 1}).IsZero() {
		t.Error("got the wrong positions zero, want Position{} alone")
	}
}

func TestRootIsAtItsFirstContent(t *testing.T) {
	for src, want := range map[string]Position{
		"a: 1": {1, 1}, "\n\n  a: 1\n": {3, 3}, "\ufeffa: 1": {1, 1}, "# x\n---\na: 1": {3, 1}, "--- {}": {1, 5}, "{}": {1, 1}, "\r\n{}": {2, 1},
	} {
		if got := mustParse(t, src).Locate(nil); got != want {
			t.Errorf("%q: got %v, want %v", src, got, want)
		}
	}
}

// The excerpt a report shows must hold the thing that it is about.
func TestPositionsPointAtTheirText(t *testing.T) {
	doc := mustParse(t, string(sample(t)))
	walk(doc.Root(), func(f *Field, v *Value) {
		if f != nil {
			if got := from(doc, f.KeyPos); !strings.HasPrefix(strings.TrimLeft(got, `"'`), f.Key) {
				t.Errorf("%v: got %.20q, want the key %s", f.KeyPos, got, f.Key)
			}
		}
		got := strings.TrimLeft(from(doc, v.Position()), `"'`)
		switch head := firstWord(v.Text()); {
		case v.Kind() == String && !strings.HasPrefix(got, head) && got[0] != '|' && got[0] != '>':
			t.Errorf("%v: got %.20q, want %.20q", v.Position(), got, v.Text())
		case v.Kind() == Number && got[0] != '-' && (got[0] < '0' || got[0] > '9'):
			t.Errorf("%v: got %.20q, want the number %s", v.Position(), got, v.Text())
		}
	})
}

func from(doc *Document, p Position) string {
	runes := []rune(doc.Line(p.Line))
	return string(runes[min(p.Column-1, len(runes)):])
}

func firstWord(s string) string {
	if fields := strings.Fields(s); len(fields) > 0 {
		return fields[0]
	}
	return ""
}

// walk visits every value with its field, nil for items and the root.
func walk(v *Value, visit func(*Field, *Value)) {
	visit(nil, v)
	walkBelow(v, visit)
}

func walkBelow(v *Value, visit func(*Field, *Value)) {
	for _, item := range v.Items() {
		walk(item, visit)
	}
	for i := range v.Fields() {
		f := &v.Fields()[i]
		visit(f, f.Value)
		walkBelow(f.Value, visit)
	}
}
