package proposal

import "strings"

// What looks like a number, in any version of YAML, is either a number in the grammar of JSON or refused: tools disagree
// about the rest (010 is 8 to one and 10 to another), and so would a reviewer and a rule.

// Bounds of numbers: what fits an exact decimal everywhere, and far more than any amount, count or share needs.
const (
	maxNumberBytes  = 32
	maxDigits       = 15
	maxIntegerPlace = 15 // |x| < 10^15
	minFractionExp  = -6 // |x| ≥ 10^-6 or 0
)

// jsonNumber says whether s is a number in the grammar of JSON.
func jsonNumber(s string) bool {
	i := 0
	digits := func() bool {
		start := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i > start
	}
	if i < len(s) && s[i] == '-' {
		i++
	}
	if i < len(s) && s[i] == '0' {
		i++
	} else if !digits() {
		return false
	}
	if i < len(s) && s[i] == '.' {
		i++
		if !digits() {
			return false
		}
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if !digits() {
			return false
		}
	}
	return i == len(s)
}

// otherNumber says whether a plain scalar is a number to some reader of YAML but not in JSON: 010, 0x1F, 1_000, +1, .5,
// 1., .inf, NaN.
func otherNumber(s string) bool {
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 || body == "" {
		return false
	}
	switch strings.ToLower(body) {
	case ".inf", ".nan":
		return true
	case "nan", "inf", "infinity":
		return body != "inf" && body != "nan" || len(s) > len(body)
	}
	if len(body) > 2 && body[0] == '0' && strings.ContainsRune("xXoObB", rune(body[1])) {
		return strings.Trim(body[2:], "0123456789abcdefABCDEF_") == ""
	}
	digit, mantissa := false, body
	if e := strings.IndexAny(body, "eE"); e > 0 {
		mantissa = body[:e]
		exp := strings.TrimLeft(body[e+1:], "+-")
		if exp == "" || strings.Trim(exp, "0123456789_") != "" {
			return false
		}
	}
	for i := range len(mantissa) {
		switch c := mantissa[i]; {
		case c >= '0' && c <= '9':
			digit = true
		case c != '.' && c != '_':
			return false
		}
	}
	return digit && strings.Count(mantissa, ".") <= 1 && mantissa[0] != '_'
}

// decimal writes a JSON number as a plain decimal; ok is false when it is out of bounds. The text is bounded before any
// arithmetic sees it: an exponent of nine digits would keep big-number code busy for minutes.
func decimal(s string) (text string, ok bool) {
	if len(s) > maxNumberBytes {
		return "", false
	}
	negative := strings.HasPrefix(s, "-")
	body, exp := strings.TrimPrefix(s, "-"), 0
	if e := strings.IndexAny(body, "eE"); e >= 0 {
		sign, digits := 1, body[e+1:]
		switch digits[0] {
		case '-':
			sign, digits = -1, digits[1:]
		case '+':
			digits = digits[1:]
		}
		if digits = strings.TrimLeft(digits, "0"); len(digits) > 4 {
			exp = sign * 10000 // far out of bounds, unless the mantissa is zero
		} else {
			for _, c := range digits {
				exp = exp*10 + int(c-'0')
			}
			exp *= sign
		}
		body = body[:e]
	}
	whole, fraction, _ := strings.Cut(body, ".")
	// value = 0.digits × 10^point
	digits := whole + fraction
	point := len(whole) + exp
	for strings.HasPrefix(digits, "0") {
		digits = digits[1:]
		point--
	}
	digits = strings.TrimRight(digits, "0")
	if digits == "" {
		return "0", true
	}
	if len(digits) > maxDigits || point > maxIntegerPlace || point-1 < minFractionExp {
		return "", false
	}
	switch {
	case point <= 0:
		text = "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		text = digits + strings.Repeat("0", point-len(digits))
	default:
		text = digits[:point] + "." + digits[point:]
	}
	if negative {
		text = "-" + text
	}
	return text, true
}
