package proposal

import (
	"strconv"
	"strings"
)

// What looks like a number, in any version of YAML, is either a number in the grammar of JSON or refused: tools disagree
// about the rest (010 is 8 to one and 10 to another), and so would a reviewer and a rule.

// Bounds of numbers: what fits an exact decimal everywhere, and far more than any amount, count or share needs.
const (
	maxNumberBytes = 32
	maxDigits      = 15 // significant digits
	maxPlace       = 15 // |x| < 10^15
	minPlace       = -5 // |x| ≥ 10^-6, or 0
)

// jsonNumber says whether s is a number in the grammar of JSON.
func jsonNumber(s string) bool {
	rest := strings.TrimPrefix(s, "-")
	whole := digits(rest)
	if whole == 0 || whole > 1 && rest[0] == '0' {
		return false
	}
	rest = rest[whole:]
	if fraction, ok := strings.CutPrefix(rest, "."); ok {
		n := digits(fraction)
		if n == 0 {
			return false
		}
		rest = fraction[n:]
	}
	return rest == "" || exponent(rest)
}

// digits counts the digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// exponent says whether s is one, with its e.
func exponent(s string) bool {
	if s == "" || s[0] != 'e' && s[0] != 'E' {
		return false
	}
	s = s[1:]
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	return s != "" && digits(s) == len(s)
}

// unsign cuts one sign off.
func unsign(s string) (sign, body string) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[:1], s[1:]
	}
	return "", s
}

// sexagesimal says whether a plain scalar is a number to base 60 in YAML 1.1, where 1:30 is 90: digits, then groups
// below 60, the last perhaps with a fraction.
func sexagesimal(s string) bool {
	_, body := unsign(s)
	whole, rest, found := strings.Cut(body, ":")
	if !found || whole == "" || digits(whole) != len(whole) {
		return false
	}
	for found {
		var group string
		group, rest, found = strings.Cut(rest, ":")
		if !found {
			group, _, _ = strings.Cut(group, ".")
		}
		if n := len(group); n == 0 || n > 2 || digits(group) != n || n == 2 && group[0] > '5' {
			return false
		}
	}
	return true
}

// otherNumber says whether a plain scalar is a number to some reader of YAML but not in JSON: 010, 0x1F, 1_000, +1, .5,
// 1., .inf, NaN.
func otherNumber(s string) bool {
	_, body := unsign(s)
	switch body {
	case ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", "NaN", "Infinity":
		return true
	}
	if number, base := based(body); base != 0 {
		return number != "" && strings.Trim(number, "0123456789abcdef"[:base]) == ""
	}
	body = strings.ReplaceAll(body, "_", "")
	whole := digits(body)
	rest, point := strings.CutPrefix(body[whole:], ".")
	fraction := 0
	if point {
		fraction = digits(rest)
	}
	rest = rest[fraction:]
	return whole+fraction > 0 && (rest == "" || exponent(rest))
}

// based splits a number with a base in front: 0x1F, 0o17, 0b11. Its digits are in lower case then.
func based(body string) (number string, base int) {
	if len(body) > 2 && body[0] == '0' {
		switch body[1] {
		case 'x', 'X':
			base = 16
		case 'o', 'O':
			base = 8
		case 'b', 'B':
			base = 2
		}
	}
	if base == 0 {
		return "", 0
	}
	return strings.ReplaceAll(strings.ToLower(body[2:]), "_", ""), base
}

// meaning gives what an otherNumber most likely means as a plain decimal, "" when that is no number or out of bounds. A
// leading zero means 8 to readers of YAML 1.1 and nothing to the others: then octal is the other number.
func meaning(s string) (number, octal string) {
	sign, body := unsign(s)
	sign = strings.TrimPrefix(sign, "+")
	if number, base := based(body); base != 0 {
		u, err := strconv.ParseUint(number, base, 63)
		if err != nil {
			return "", ""
		}
		body = strconv.FormatUint(u, 10)
	}
	body = strings.ReplaceAll(body, "_", "")
	if len(body) > maxNumberBytes {
		return "", ""
	}
	if len(body) > 1 && body[0] == '0' && digits(body) == len(body) {
		if u, err := strconv.ParseUint(body, 8, 63); err == nil {
			octal = strconv.FormatUint(u, 10)
		}
	}
	body = strings.TrimLeft(body, "0")
	if digits(body) == 0 {
		body = "0" + body
	}
	body = strings.Replace(body, ".e", ".0e", 1)
	body = strings.Replace(body, ".E", ".0E", 1)
	if strings.HasSuffix(body, ".") {
		body += "0"
	}
	if !jsonNumber(body) {
		return "", ""
	}
	number, why := decimal(sign + body)
	if why != "" {
		return "", ""
	}
	if octal != "" && octal != number {
		return number, sign + octal
	}
	return number, ""
}

// decimal writes a JSON number as a plain decimal, or says why it is out of bounds: "digits", "large" or "small". The
// bounds are on the text, before any arithmetic: an exponent of nine digits would keep big-number code busy for minutes.
func decimal(s string) (text, why string) {
	if len(s) > maxNumberBytes {
		return "", "digits"
	}
	if plainDecimal(s) {
		return s, ""
	}
	sign, body := unsign(s)
	exp := 0
	if e := strings.IndexAny(body, "eE"); e >= 0 {
		minus, places := unsign(body[e+1:])
		if places = strings.TrimLeft(places, "0"); len(places) > 4 {
			places = "9999" // out of bounds in any case, unless all digits are zero
		}
		exp, _ = strconv.Atoi(minus + "0" + places)
		body = body[:e]
	}
	whole, fraction, _ := strings.Cut(body, ".")
	all := whole + fraction
	significant := strings.TrimLeft(all, "0")
	// The value is 0.significant × 10^place.
	place := len(whole) + exp - (len(all) - len(significant))
	significant = strings.TrimRight(significant, "0")
	switch n := len(significant); {
	case n == 0:
		return "0", ""
	case place > maxPlace:
		return "", "large"
	case place < minPlace:
		return "", "small"
	case n > maxDigits:
		return "", "digits"
	case place <= 0:
		return sign + "0." + strings.Repeat("0", -place) + significant, ""
	case place >= n:
		return sign + significant + strings.Repeat("0", place-n), ""
	default:
		return sign + significant[:place] + "." + significant[place:], ""
	}
}

// plainDecimal says whether a JSON number is its own canonical text, as most are: an integer, or a fraction with a few places
// of which the last is no zero.
func plainDecimal(s string) bool {
	_, body := unsign(s)
	whole := digits(body)
	if whole == len(body) {
		return whole <= maxDigits && s != "-0"
	}
	places := digits(body[whole+1:])
	return body[whole] == '.' && whole+1+places == len(body) && places <= -minPlace+1 && whole+places <= maxDigits && body[len(body)-1] != '0'
}
