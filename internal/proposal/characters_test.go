package proposal

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Characters that hide, reorder, mimic or command.

var controls = []refusal{
	{name: "NUL", src: "a: x\x00y\n", want: "E_CONTROL", at: "1:5"},
	{name: "ESC in a comment", src: "a: 1\n# \x1b[2J\n", want: "E_CONTROL", at: "2:3"},
	{name: "BEL in quotes", src: "a: \"果\x07\"\n", want: "E_CONTROL", at: "1:6"},
	{name: "DEL", src: "a\x7f: 1\n", want: "E_CONTROL", at: "1:2"},
	{name: "C1", src: "a: \u009b2J\n", want: "E_CONTROL", at: "1:4"},
	{name: "noncharacter", src: "a: \uffff\n", want: "E_CONTROL", at: "1:4"},
	{name: "form feed", src: "a: 1\n\fb: 2\n", want: "E_CONTROL", at: "2:1"},
	{name: "escape \\e", src: "a: 1\nb: \"x\\e[2J\"\n", want: "E_CONTROL", at: "2:6"},
	{name: "escape \\a", src: "a: \"\\a\"\n", want: "E_CONTROL", at: "1:5"},
	{name: "escape \\0", src: "a: \"xy\\0\"\n", want: "E_CONTROL", at: "1:7"},
	{name: "escape \\x07", src: "a: \"\\x41\\x07\"\n", want: "E_CONTROL", at: "1:9"},
	{name: "escape \\u009b", src: "a: \"\\\"\\\\\\u009b\"\n", want: "E_CONTROL", at: "1:9"},
	{name: "escape \\U0000001b", src: "a: \"果园\\U0000001b\"\n", want: "E_CONTROL", at: "1:7"},
	{name: "escape \\r", src: "a: \"x\\r\\ny\"\n", want: "E_CONTROL", at: "1:6"},
	{name: "escape \\N", src: "a: \"\\N\"\n", want: "E_CONTROL", at: "1:5"},
	{name: "escape \\L", src: "a: \"\\L\"\n", want: "E_CONTROL", at: "1:5"},
	{name: "escape \\P on the second line", src: "a: \"x\n  y\\P\"\n", want: "E_CONTROL", at: "2:4"},
	{name: "escape of a noncharacter", src: "a: \"\\uffff\"\n", want: "E_CONTROL", at: "1:5"},
	{name: "escape in a key", src: "\"a\\e\": 1\n", want: "E_CONTROL", at: "1:3"},
	{name: "escape in an anchored key", src: "&k \"a\\e\": 1\n", want: "E_CONTROL", at: "1:6"},
}

func TestV6ControlCharacters(t *testing.T) {
	refuse(t, controls)
	equal(t, `a: "tab\there, line\nbreak, quote\", back\\, nbsp\_, \x41\u679c\U0001F34E"`,
		`{"a":"tab\there, line\nbreak, quote\", back\\, nbsp`+"\u00a0"+`, A果🍎"}`)
}

var invisibleKeys = []refusal{
	{name: "zero-width space", src: "x: 1\nda\u200bta: 1\n", want: "E_INVISIBLE/hidden", at: "2:3"},
	{name: "zero-width joiner", src: "a\u200d: 1\n", want: "E_INVISIBLE/hidden", at: "1:2"},
	{name: "word joiner", src: "\u2060a: 1\n", want: "E_INVISIBLE/hidden", at: "1:1"},
	{name: "soft hyphen", src: "da\u00adta: 1\n", want: "E_INVISIBLE/hidden", at: "1:3"},
	{name: "right-to-left override", src: "a: {\u202eb: 1}\n", want: "E_INVISIBLE/hidden", at: "1:5"},
	{name: "isolate", src: "\u2066a\u2069: 1\n", want: "E_INVISIBLE/hidden", at: "1:1"},
	{name: "left-to-right mark", src: "a\u200e: 1\n", want: "E_INVISIBLE/hidden", at: "1:2"},
	{name: "variation selector", src: "名\ufe00: 1\n", want: "E_INVISIBLE/hidden", at: "1:2"},
	{name: "Hangul filler", src: "a\u3164: 1\n", want: "E_INVISIBLE/hidden", at: "1:2"},
	{name: "tag character", src: "a\U000e0041: 1\n", want: "E_INVISIBLE/hidden", at: "1:2"},
	{name: "as an escape", src: "\"a\\u200b\": 1\n", want: "E_INVISIBLE/hidden", at: "1:3"},
	{name: "byte order mark as an escape", src: "\"\\ufeffa\": 1\n", want: "E_INVISIBLE/hidden", at: "1:2"},
	{name: "no-break space", src: "a\u00a0b: 1\n", want: "E_INVISIBLE/space", at: "1:2"},
	{name: "full-width space as indentation", src: "a: 1\n\u3000b: 1\n", want: "E_INVISIBLE/space", at: "2:1"},
	{name: "Cyrillic a among Latin letters", src: "d\u0430ta: 1\n", want: "E_INVISIBLE/lookalike", at: "1:2"},
	{name: "Greek o among Latin letters", src: "t\u03bftal: 1\n", want: "E_INVISIBLE/lookalike", at: "1:2"},
	{name: "Greek with a breathing among Latin letters", src: "a\u1f41: 1\n", want: "E_INVISIBLE/lookalike", at: "1:2"},
	{name: "a letter that form C makes Greek", src: "\u1ffba: 1\n", want: "E_INVISIBLE/lookalike", at: "1:1"},
	{name: "a sign that form C makes Latin", src: "β\u212a: 1\n", want: "E_INVISIBLE/lookalike", at: "1:1"},
	{name: "marks that form C takes apart", src: "x" + strings.Repeat("\u0344", 3) + ": 1\n", want: "E_INVISIBLE/combining", at: "1:1"},
	{name: "a pile of marks", src: "a" + strings.Repeat("\u0301", 6) + ": 1\n", want: "E_INVISIBLE/combining", at: "1:2"},
}

// warnings are values with what a person should look at: want is the code and variant, "" for none.
var warnings = []struct{ name, src, want, at string }{
	{"zero-width space", "a: 果\u200b园\n", "W_INVISIBLE/hidden", "1:5"},
	{"right-to-left override", "a: 1\nb: 'x\u202ey'\n", "W_INVISIBLE/hidden", "2:6"},
	{"isolate in a list", "a: [x, \u2067y\u2069]\n", "W_INVISIBLE/hidden", "1:8"},
	{"in a block text", "a: |\n  甲乙\n  丙\u2060丁\n", "W_INVISIBLE/hidden", "3:4"},
	{"in a folded plain text", "a: 甲\n  乙\u200e丙\n", "W_INVISIBLE/hidden", "2:4"},
	{"as an escape", "a: \"x\\u200by\"\n", "W_INVISIBLE/hidden", "1:6"},
	{"byte order mark as an escape", "a: \"\\ufeff\"\n", "W_INVISIBLE/hidden", "1:5"},
	{"soft hyphen", "a: da\u00adta\n", "W_INVISIBLE/hidden", "1:6"},
	{"Braille blank", "a: \u2800\n", "W_INVISIBLE/hidden", "1:4"},
	{"a pile of marks", "a: z" + strings.Repeat("\u0335", 9) + "\n", "W_INVISIBLE/combining", "1:5"},
	{"Cyrillic among Latin letters", "a: p\u0430ypal\n", "W_INVISIBLE/lookalike", "1:5"},
	{"Latin among Cyrillic letters", "a: \u0440\u0430ypal\n", "W_INVISIBLE/lookalike", "1:6"},
	{"joiner without an emoji", "a: x\u200dy\n", "W_INVISIBLE/hidden", "1:5"},

	{"Chinese", "a: “苹果”——园（三）、1.2万亩；℃ № ①\n", "", ""},
	{"Greek letters in science", "a: TNFα 与 β-胡萝卜素，Δt=5μm\n", "", ""},
	{"Russian", "a: Москва, ООО Газ\n", "", ""},
	{"accents", "a: café Việt Nam ñ\n", "", ""},
	{"decomposed accents", "a: cafe\u0301 Vie\u0323\u0302t\n", "", ""},
	{"emoji in sequence", "a: 👩\u200d🌾 ❤\ufe0f 👍🏽 1\ufe0f⃣ 👨\u200d👩\u200d👧\n", "", ""},
	{"Arabic and Hebrew", "a: مرحبا שלום\n", "", ""},
	{"full-width letters and spaces", "a: ＡＢＣ　甲\u00a0乙\n", "", ""},
	{"Korean and Japanese", "a: 한국어 にほんご カタカナ\n", "", ""},
}

func TestV7InvisibleCharacters(t *testing.T) {
	refuse(t, invisibleKeys)
	for _, row := range warnings {
		t.Run(row.name, func(t *testing.T) {
			doc := mustParse(t, row.src)
			if row.want == "" {
				if doc.Warnings != nil {
					t.Errorf("got %v, want no warning", doc.Warnings)
				}
				return
			}
			if len(doc.Warnings) != 1 {
				t.Fatalf("got %v, want one warning", doc.Warnings)
			}
			w := doc.Warnings[0]
			if got := w.Code + "/" + w.Args["kind"]; got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
			if got := fmt.Sprintf("%d:%d", w.Position.Line, w.Position.Column); got != row.at {
				t.Errorf("got position %s, want %s", got, row.at)
			}
			for _, lang := range []string{"zh", "en"} {
				if said := w.Message(lang); !strings.Contains(said, w.Args["char"]) || strings.Contains(said, "{") {
					t.Errorf("got %q, want the code point %s", said, w.Args["char"])
				}
			}
		})
	}
	t.Run("honest keys in other scripts", func(t *testing.T) {
		equal(t, "名称: 1\nназвание: 2\nβ: 3\ncafé: 4\n联系人(备用): 5\n", `{"café":4,"β":3,"название":2,"名称":1,"联系人(备用)":5}`)
	})
	t.Run("a bounded number of warnings", func(t *testing.T) {
		doc := mustParse(t, "a: ["+strings.Repeat("\u200b,", 5_000)+"]")
		if got := len(doc.Warnings); got != maxWarnings {
			t.Errorf("got %d warnings, want %d", got, maxWarnings)
		}
	})
}

// A text of harmless characters is never suspect, whatever they stand beside: values of such a text get no second look.
func TestHarmlessCharactersMakeNothingSuspect(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || !isHarmless(r) {
			continue
		}
		c := string(r)
		for _, s := range []string{c, "a" + c, c + "a", "a" + c + "1" + c + "_", "中" + c + "≥", strings.Repeat(c, maxMarks+2)} {
			if _, kind := suspect(s); kind != "" {
				t.Fatalf("%U is harmless, but %q is %s", r, s, kind)
			}
		}
	}
	for _, r := range "\u200b\u0301\u20ddа\ufe0f\u202e" {
		if isHarmless(r) {
			t.Errorf("%U is harmless", r)
		}
	}
}
