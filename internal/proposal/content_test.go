package proposal

import (
	"strings"
	"testing"
)

// Not only must each change be seen: no two documents that differ may share a digest.
func TestDifferentContentsHaveDifferentDigests(t *testing.T) {
	const base = "a: 1\nb: [x, 'two', 0.5]\nc: {d: true, e: ~}\n"
	want := mustParse(t, base).ContentSHA256()
	seen := map[string]string{want: "the original"}
	for name, other := range map[string]string{
		"a number":                "a: 2\nb: [x, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"a sign":                  "a: -1\nb: [x, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"a number as text":        "a: '1'\nb: [x, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"a letter":                "a: 1\nb: [y, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"a space":                 "a: 1\nb: ['x ', 'two', 0.5]\nc: {d: true, e: ~}\n",
		"order in a list":         "a: 1\nb: ['two', x, 0.5]\nc: {d: true, e: ~}\n",
		"an item less":            "a: 1\nb: [x, 'two']\nc: {d: true, e: ~}\n",
		"an item more":            "a: 1\nb: [x, 'two', 0.5, ~]\nc: {d: true, e: ~}\n",
		"true to false":           "a: 1\nb: [x, 'two', 0.5]\nc: {d: false, e: ~}\n",
		"true to 'true'":          "a: 1\nb: [x, 'two', 0.5]\nc: {d: 'true', e: ~}\n",
		"null to empty text":      "a: 1\nb: [x, 'two', 0.5]\nc: {d: true, e: ''}\n",
		"null to empty list":      "a: 1\nb: [x, 'two', 0.5]\nc: {d: true, e: []}\n",
		"null to empty mapping":   "a: 1\nb: [x, 'two', 0.5]\nc: {d: true, e: {}}\n",
		"null to absent":          "a: 1\nb: [x, 'two', 0.5]\nc: {d: true}\n",
		"another key":             "aa: 1\nb: [x, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"a field moved":           "a: 1\nb: [x, 'two', 0.5]\nc: {d: true}\ne: ~\n",
		"texts joined":            "a: 1\nb: [xtwo, 0.5]\nc: {d: true, e: ~}\n",
		"texts split elsewhere":   "a: 1\nb: [xt, 'wo', 0.5]\nc: {d: true, e: ~}\n",
		"decomposed in a value":   "a: 1\nb: [\u00e9, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"composed in a value":     "a: 1\nb: [e\u0301, 'two', 0.5]\nc: {d: true, e: ~}\n",
		"a nested list":           "a: 1\nb: [[x, 'two'], 0.5]\nc: {d: true, e: ~}\n",
		"a nested list elsewhere": "a: 1\nb: [x, ['two', 0.5]]\nc: {d: true, e: ~}\n",
	} {
		got := mustParse(t, other).ContentSHA256()
		if before, ok := seen[got]; ok {
			t.Errorf("%s: got the digest of %s, want another", name, before)
		}
		seen[got] = name
	}
}

// A long text must reach the digest as a whole: it is written through a small buffer.
func TestContentDigestCoversLongTexts(t *testing.T) {
	long := strings.Repeat("x", 60_000)
	a, b := mustParse(t, "a: "+long+"y\nb: "+long), mustParse(t, "a: "+long+"z\nb: "+long)
	if a.ContentSHA256() == b.ContentSHA256() {
		t.Error("got the same digest for texts that differ at the end, want another")
	}
}

// An alias shares its value, and removing it in one place leaves the other.
func TestWithoutLeavesOtherUsesOfAnAnchor(t *testing.T) {
	doc := mustParse(t, "a: &x {p: 1, q: 2}\nb: *x\n")
	got := jsonText(doc.Without([]Path{{Key("b"), Key("p")}}).Root())
	if want := jsonText(mustParse(t, "{a: {p: 1, q: 2}, b: {q: 2}}").Root()); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRemovedItemKeepsItsPosition(t *testing.T) {
	path := Path{Key("a"), Index(1)}
	if got, want := mustParse(t, "a: [x, y]\n").Without([]Path{path}).Locate(path), (Position{1, 8}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
