package proposal

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Both sides of every bound of what a number may be, and one text for each number.
func TestDecimal(t *testing.T) {
	for _, tt := range []struct{ src, want, why string }{
		{"0", "0", ""}, {"-0", "0", ""}, {"0.000", "0", ""}, {"-0e5", "0", ""}, {"0e99999999999999999999", "0", ""},
		{"1", "1", ""}, {"-1", "-1", ""}, {"10", "10", ""}, {"1.0", "1", ""}, {"1.50", "1.5", ""}, {"0.1", "0.1", ""}, {"100e-2", "1", ""},
		{"12.5e1", "125", ""}, {"12.5e-1", "1.25", ""}, {"1e+2", "100", ""}, {"1E2", "100", ""}, {"0.001e3", "1", ""}, {"0.0010e4", "10", ""},
		{"1e00000000000000000000002", "100", ""}, {"1e-0", "1", ""},
		{"999999999999999", "999999999999999", ""}, {"1e14", "100000000000000", ""}, {"9.99999999999999e14", "999999999999999", ""},
		{"1000000000000000", "", "large"}, {"1e15", "", "large"}, {"-1e15", "", "large"}, {"0.1e16", "", "large"}, {"0.1e15", "100000000000000", ""},
		{"0.000001", "0.000001", ""}, {"1e-6", "0.000001", ""}, {"-0.000001", "-0.000001", ""}, {"10e-7", "0.000001", ""},
		{"0.00000099999", "", "small"}, {"9e-7", "", "small"}, {"-1e-7", "", "small"}, {"1e-99999999999", "", "small"},
		{"123456789.123456", "123456789.123456", ""}, {"123456789.1234567", "", "digits"}, {"1.23456789012345", "1.23456789012345", ""}, {"1.234567890123456", "", "digits"},
		{"1.00000000000000000000", "1", ""}, {"1." + strings.Repeat("0", 30), "1", ""}, {"1." + strings.Repeat("0", 31), "", "digits"},
		{"0.00000123456789012345", "0.00000123456789012345", ""}, {"1e9999", "", "large"}, {"1e99999", "", "large"},
	} {
		got, why := decimal(tt.src)
		if got != tt.want || why != tt.why {
			t.Errorf("decimal(%s): got %q, %q, want %q, %q", tt.src, got, why, tt.want, tt.why)
		}
	}
}

// What is taken for its own canonical text is what arithmetic on it gives.
func TestPlainDecimalIsCanonical(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	plain := 0
	for range 100_000 {
		n := 1 + dice.IntN(18)
		var b strings.Builder
		for i := range n {
			b.WriteString(pick(dice, "0", "0", "1", "5", "9"))
			if i+1 < n && dice.IntN(5) == 0 && !strings.Contains(b.String(), ".") {
				b.WriteString(".")
			}
		}
		s := pick(dice, "", "-") + b.String()
		if !jsonNumber(s) || !plainDecimal(s) {
			continue
		}
		plain++
		if got, why := decimal(s + "e0"); got != s {
			t.Fatalf("%s: got %s %s", s, got, why)
		}
	}
	if plain < 10_000 {
		t.Errorf("only %d numbers were plain", plain)
	}
}

func pick(dice *rand.Rand, from ...string) string { return from[dice.IntN(len(from))] }

// After a lone exclamation mark everything is text, with an anchor on either side too.
func TestLoneExclamationMarkMakesText(t *testing.T) {
	doc := mustParse(t, "a: [! 1, &x ! 010, ! &y true, !\n  null, '! x', \"!\", 4, *x]\nb: ! 1\nc: !\n")
	for path, want := range map[string]string{
		"a[0]": "1", "a[1]": "010", "a[2]": "true", "a[3]": "null", "a[4]": "! x", "a[5]": "!", "a[7]": "010", "b": "1", "c": "",
	} {
		p, err := ParsePath(path)
		if err != nil {
			t.Fatal(err)
		}
		if v, _ := doc.At(p); v == nil || v.Kind() != String || v.Text() != want {
			t.Errorf("%s: got %+v, want the text %q", path, v, want)
		}
	}
	if v, _ := doc.At(Path{Key("a"), Index(6)}); v == nil || v.Kind() != Number {
		t.Errorf("got %+v, want the number 4", v)
	}
}

// A number that cannot be written plainly is not suggested.
func TestRemedyNamesNoNumberOutOfBounds(t *testing.T) {
	for _, src := range []string{"+1e400", "0x8000000000000000", "0x" + strings.Repeat("f", 30), "1_" + strings.Repeat("0", 40), "+1e-9", ".nan", "00e9999999"} {
		e := refusal{src: "a: " + src}.parse(t)
		if got, ok := e.Args["plain"]; e.Code != "E_NUMBER_FORM" || ok && got != "0" {
			t.Errorf("%s: got %s with %q, want E_NUMBER_FORM without a number", src, e.Code, got)
		}
	}
}
