package proposal

import (
	"errors"
	"testing"
)

// Y13: plain scalars are what the core schema of YAML 1.2 says, or they are refused; never another kind.
func TestY13CoreSchema(t *testing.T) {
	for _, row := range []struct {
		name    string
		plain   []string
		kind    Kind
		refusal string
	}{
		{name: "null", kind: Null, plain: []string{"", "~", "null", "Null", "NULL"}},
		{name: "not null", kind: String, plain: []string{"nULL", "nil", "none", "~~", "nullx"}},
		{name: "true and false", kind: Bool, plain: []string{"true", "True", "TRUE", "false", "False", "FALSE"}},
		{name: "Norway", kind: String, plain: []string{"no", "NO", "No", "yes", "Yes", "YES", "on", "On", "off", "OFF", "y", "n", "Y", "N", "tRUE", "truex"}},
		{name: "numbers", kind: Number, plain: []string{"0", "-0", "1", "-1", "12345", "0.5", "-0.5", "1.50", "1e3", "1E3", "1e+3", "1e-3", "9.6e1", "0.0", "0e9", "100000000000000"}},
		{name: "octal", refusal: "E_NUMBER_FORM", plain: []string{"010", "-010", "00", "0o10", "0O10", "0o7", "01.5", "089"}},
		{name: "hexadecimal and binary", refusal: "E_NUMBER_FORM", plain: []string{"0x1F", "0X1f", "-0x1", "0b11", "0B11", "+0b1"}},
		{name: "underscores", refusal: "E_NUMBER_FORM", plain: []string{"1_000", "1_000.5", "0x1_F", "1_"}},
		{name: "signs and bare points", refusal: "E_NUMBER_FORM", plain: []string{"+1", "+0.5", ".5", "-.5", "+.5", "1.", "1.e3", ".5e3", "+1e3"}},
		{name: "not finite", refusal: "E_NUMBER_FORM", plain: []string{".inf", "-.inf", "+.inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", "NaN", "Infinity", "-Infinity"}},
		{name: "too long, too large, too small", refusal: "E_NUMBER_RANGE", plain: []string{"1e15", "1234567890123456", "0.0000001", "1e400", "-1e-400", "0.12345678901234567"}},
		{name: "to base sixty", refusal: "E_NUMBER_FORM", plain: []string{"1:30", "-1:30", "190:20:30", "190:20:30.15", "12:00"}},
		{name: "not to base sixty", kind: String, plain: []string{"1:75", "1:300", "1:3x", "x1:30", "192.168.0.1:80"}},
		{name: "dates are text", kind: String, plain: []string{"2026-10-15", "2001-12-14t21:59:43.10-05:00", "2023-02-29", "10000-01-01"}},
		{name: "almost numbers are text", kind: String, plain: []string{
			"--1", "+-1", "1-2", "1.2.3", "1e", "e3", "1e+", "1e+-3", "0x", "0xG", "0o", "0o8", "0b2", "0b", "0bad", ".", "..", "...x", "+", "-.", "_1", "1 000",
			"12a", "１２", "一", "1%", "inf", "nan", "Inf", "nAn", "=", "<<", "-x", "10^3", "0.5元",
		}},
		{name: "codes stay text", kind: String, plain: []string{"93610629MA6T000018", "A01", "5-05-02-01", "EV-01", "v1.2"}},
	} {
		for _, plain := range row.plain {
			t.Run(row.name+" "+plain, func(t *testing.T) {
				for _, src := range []string{"a: " + plain + "\n", "a:\n  - " + plain + "\n", "a: {b: " + plain + " }\n"} {
					doc, err := Parse("f", []byte(src), Limits{})
					var e *ParseError
					switch {
					case errors.As(err, &e):
						if e.Code != row.refusal {
							t.Errorf("%q: got %v, want refusal %q", src, err, row.refusal)
						}
					case row.refusal != "":
						t.Errorf("%q: got no error, want %s", src, row.refusal)
					default:
						v, _ := doc.Root().Get("a")
						for v.Kind() == Sequence || v.Kind() == Mapping {
							if v.Kind() == Sequence {
								v = v.Items()[0]
							} else {
								v, _ = v.Get("b")
							}
						}
						if v.Kind() != row.kind || row.kind == String && v.Text() != plain {
							t.Errorf("%q: got kind %d and text %q, want kind %d", src, v.Kind(), v.Text(), row.kind)
						}
					}
				}
				quotedIsText(t, plain)
			})
		}
	}
}

// quotedIsText checks that quotes and blocks make text of anything.
func quotedIsText(t *testing.T, s string) {
	t.Helper()
	for _, src := range []string{"a: '" + s + "'\n", "a: \"" + s + "\"\n", "a: |-\n  " + s + "\n", "a: >-\n  " + s + "\n"} {
		v, _ := mustParse(t, src).Root().Get("a")
		if v.Kind() != String || v.Text() != s {
			t.Errorf("%q: got kind %d and text %q, want text %q", src, v.Kind(), v.Text(), s)
		}
	}
}

var numberRanges = []refusal{
	{name: "exponent of ten million", src: "a: 1\nb: 1e10000000\n", want: "E_NUMBER_RANGE/large", at: "2:4"},
	{name: "exponent of a milliard", src: "a: 1e1000000000\n", want: "E_NUMBER_RANGE/large", at: "1:4"},
	{name: "exponent that overflows an int", src: "a: 1e99999999999999999999\n", want: "E_NUMBER_RANGE/large", at: "1:4"},
	{name: "a million digits", src: "a: " + rep("7", 1_000_000), want: "E_NUMBER_RANGE/digits", at: "1:4"},
	{name: "a million digits after the point", src: "a: 0." + rep("7", 1_000_000), want: "E_NUMBER_RANGE/digits", at: "1:4"},
	{name: "exponent of minus a hundred million", src: "a: [1, 1e-100000000]\n", want: "E_NUMBER_RANGE/small", at: "1:8"},
	{name: "10^15", src: "a: 1000000000000000\n", want: "E_NUMBER_RANGE/large", at: "1:4"},
	{name: "below 10^-6", src: "a: 0.0000009\n", want: "E_NUMBER_RANGE/small", at: "1:4"},
	{name: "sixteen digits", src: "a: 123456789.1234567\n", want: "E_NUMBER_RANGE/digits", at: "1:4"},
	{name: "a bank account", src: "a: 6222020200112233445\n", want: "E_NUMBER_RANGE/large", at: "1:4"},
	{name: "thirty-three characters", src: "a: 0.5" + rep("0", 30) + "\n", want: "E_NUMBER_RANGE/digits", at: "1:4"},
}

func TestV1NumberRange(t *testing.T) {
	refuse(t, numberRanges)
	for src, want := range map[string]string{
		"96.0": "96", "9.6e1": "96", "9.60E+1": "96", "-3": "-3", "0.5": "0.5", "5e-1": "0.5", "-0": "0", "-0.0": "0", "0e99999999": "0", "0.50": "0.5",
		"999999999999999": "999999999999999", "-999999999999999": "-999999999999999", "0.000001": "0.000001", "1e-6": "0.000001", "1e14": "100000000000000",
		"123456.789012345": "123456.789012345", "100": "100", "1200e-2": "12", "0.1e1": "1", "1.5e0000000003": "1500", "12.30": "12.3",
	} {
		v, _ := mustParse(t, "a: "+src).Root().Get("a")
		if got := v.Text(); got != want || v.Kind() != Number {
			t.Errorf("%s: got %s, want %s", src, got, want)
		}
	}
}

var numberForms = []refusal{
	{name: "not a number", src: "a: .nan\n", want: "E_NUMBER_FORM", at: "1:4"},
	{name: "infinity", src: "a: .inf\n", want: "E_NUMBER_FORM", at: "1:4"},
	{name: "minus infinity", src: "a: -.inf\n", want: "E_NUMBER_FORM", at: "1:4"},
	{name: "NaN of JavaScript", src: "a: NaN\n", want: "E_NUMBER_FORM", at: "1:4"},
	{name: "Infinity of JavaScript", src: "a: [Infinity]\n", want: "E_NUMBER_FORM", at: "1:5"},
	{name: "octal of YAML 1.1", src: "a: 010\n", want: "E_NUMBER_FORM/octal", at: "1:4"},
	{name: "octal of YAML 1.2", src: "a: 0o10\n", want: "E_NUMBER_FORM/form", at: "1:4"},
	{name: "hexadecimal", src: "a: 0x1F\n", want: "E_NUMBER_FORM/form", at: "1:4"},
	{name: "binary", src: "a: 0b11\n", want: "E_NUMBER_FORM/form", at: "1:4"},
	{name: "underscore", src: "a: 1_000\n", want: "E_NUMBER_FORM/form", at: "1:4"},
	{name: "plus", src: "a: 1\nb:\n  - +1\n", want: "E_NUMBER_FORM/form", at: "3:5"},
	{name: "no digit before the point", src: "a: .5\n", want: "E_NUMBER_FORM/form", at: "1:4"},
	{name: "to base sixty", src: "a: 1:30\n", want: "E_NUMBER_FORM/sixty", at: "1:4"},
	{name: "tagged", src: "a: !!int 0x1F\n", want: "E_NUMBER_FORM/form", at: "1:4"},
}

func TestV2V3NumberForm(t *testing.T) {
	refuse(t, numberForms)
	for number, repair := range map[string]string{
		"010": "Write 8 or 10 for the number, or '010' in quotes for a code.", "0o10": "Write 8 for the number, or '0o10' in quotes for text.",
		"0x1F": "Write 31 for the number, or '0x1F' in quotes for text.", "-0b11": "Write -3 for the number, or '-0b11' in quotes for text.",
		"1_000": "Write 1000 for the number, or '1_000' in quotes for text.", "+1.50": "Write 1.5 for the number, or '+1.50' in quotes for text.",
		".5": "Write 0.5 for the number, or '.5' in quotes for text.", "-.5e1": "Write -5 for the number, or '-.5e1' in quotes for text.",
		"1.": "Write 1 for the number, or '1.' in quotes for text.", "1.e2": "Write 100 for the number, or '1.e2' in quotes for text.",
		"089": "Write 89 for the number, or '089' in quotes for text.", "00": "Write 0 for the number, or '00' in quotes for text.",
		"0xFFFFFFFFFFFFFFFFFF": "Write a plain decimal (8, 0.5, 1000), or '0xFFFFFFFFFFFFFFFFFF' in quotes if it is text; without a value, remove the line.",
	} {
		if got := (refusal{src: "a: " + number}).parse(t).Remedy("en"); got != repair {
			t.Errorf("%s: got %q, want %q", number, got, repair)
		}
	}
	if got, want := (refusal{src: "a: 010"}).parse(t).Remedy("zh"), "写成 8 或 10；若是编码，加引号写成 '010'。"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// V5: dates and times stay text, also those that do not exist; one date parser further on judges them.
func TestV5DatesAreText(t *testing.T) {
	for _, date := range []string{
		"2026-10-15", "2023-02-29", "0000-01-01", "10000-01-01", "2026-1-5", "2026-13-01", "2026-10-15T24:00:00Z", "2026-10-15 10:30:00",
		"2026-10-15T10:30:00", "2026-10-15t10:30:00.5+08:00", "2026-10", "2026-W42", "2026年10月15日", "15.10.2026",
	} {
		for _, src := range []string{"a: " + date, "a: '" + date + "'"} {
			v, _ := mustParse(t, src).Root().Get("a")
			if v.Kind() != String || v.Text() != date {
				t.Errorf("%q: got kind %d and text %q, want the text", src, v.Kind(), v.Text())
			}
		}
	}
}
