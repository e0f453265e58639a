package pack

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// misread says how a text that stands where a number belongs was probably meant: "full_width" digits, a number in
// Chinese "numerals", or a number with "words" around it. number is the plain decimal to write instead; kind is "" when
// the text holds no number.
func misread(s string) (kind, number string) {
	s = strings.TrimSpace(s)
	narrow := strings.ReplaceAll(norm.NFKC.String(s), ",", "")
	if isDecimal(narrow) {
		if narrow == s {
			return "", "" // an ordinary number in quotes: the remedy for wrong types says so
		}
		return "full_width", narrow
	}
	if n, ok := numeral(s); ok {
		return "numeral", strconv.Itoa(n)
	}
	start := strings.IndexAny(narrow, "0123456789")
	if start < 0 {
		return "", ""
	}
	end := start
	for end < len(narrow) && (narrow[end] >= '0' && narrow[end] <= '9' || narrow[end] == '.') {
		end++
	}
	if digits := strings.TrimRight(narrow[start:end], "."); isDecimal(digits) && !strings.ContainsAny(narrow[end:], "0123456789") {
		return "words", digits
	}
	return "", ""
}

func isDecimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(s, ".")
	return allDigits(whole) && (!point || allDigits(fraction))
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

var (
	digitRunes = map[rune]int{
		'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	}
	unitRunes = map[rune]int{'十': 10, '百': 100, '千': 1000}
)

// numeral reads a whole number in Chinese numerals, below 亿: 十二, 三百零五, 一万二千, 二〇二六; also 百分之八十 and 三成 as
// the per cent they are.
func numeral(s string) (int, bool) {
	if rest, ok := strings.CutPrefix(s, "百分之"); ok {
		return numeral(rest)
	}
	if rest, ok := strings.CutSuffix(s, "成"); ok {
		n, ok := numeral(rest)
		return n * 10, ok && n <= 10
	}
	total, section, digit, seen := 0, 0, 0, false
	for _, r := range s {
		if d, ok := digitRunes[r]; ok {
			if seen { // 二〇二六: digits one after the other
				digit = digit*10 + d
			} else {
				digit = d
			}
			seen = true
			continue
		}
		switch unit, ok := unitRunes[r]; {
		case ok && !seen && digit == 0 && unit == 10:
			section += unit // 十二
		case ok:
			section += digit * unit
		case r == '万':
			total, section = total+(section+digit)*10000, 0
		default:
			return 0, false
		}
		digit, seen = 0, false
	}
	if len([]rune(s)) > 9 {
		return 0, false
	}
	return total + section + digit, s != ""
}
