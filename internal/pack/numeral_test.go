package pack

import "testing"

func TestMisread(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ text, kind, number string }{
		{"１２", "full_width", "12"},
		{"１，２００", "full_width", "1200"},
		{"３．５", "full_width", "3.5"},
		{"三", "numeral", "3"},
		{"十二", "numeral", "12"},
		{"二十", "numeral", "20"},
		{"三百零五", "numeral", "305"},
		{"一万二千", "numeral", "12000"},
		{"二〇二六", "numeral", "2026"},
		{"两千", "numeral", "2000"},
		{"百分之八十", "numeral", "80"},
		{"三成", "numeral", "30"},
		{"约60人", "words", "60"},
		{"60万元", "words", "60"},
		{"95%", "words", "95"},
		{"≥ 3.5", "words", "3.5"},
		{"12", "", ""},
		{"12-15", "", ""},
		{"约", "", ""},
		{"无", "", ""},
		{"", "", ""},
		{"三个县", "", ""},
		{"1.2.3", "", ""},
	} {
		if kind, number := misread(tc.text); kind != tc.kind || number != tc.number {
			t.Errorf("%q: got %q %q, want %q %q", tc.text, kind, number, tc.kind, tc.number)
		}
	}
}

func FuzzMisread(f *testing.F) {
	for _, s := range []string{"１２", "一万二千", "约60人", "百分之百分之"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if kind, number := misread(s); (kind == "") != (number == "") || number != "" && !isDecimal(number) {
			t.Errorf("%q: got %q %q", s, kind, number)
		}
	})
}
