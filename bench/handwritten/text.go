package main

import (
	"regexp"
	"strings"
)

// length counts the characters of a text without white space.
func length(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\f', '\r', '\u00a0', '\u3000':
		default:
			n++
		}
	}
	return n
}

var (
	quantity = regexp.MustCompile(`[百千万]分之[零〇一二两三四五六七八九十百千万点半]|[一二两三四五六七八九十]分之[一二两三四五六七八九十]|[一二两三四五六七八九十][成倍]|(?:[二两三四五六七八九十]|一[十百千万亿])[零〇一二两三四五六七八九十百千万亿]*[余多]?(?:个|名|人|户|家|台|套|件|次|天|日|周|月|年|小时|分钟|秒|元|亩|吨|公斤|千克|公里|米|条|张|项|种|例|位|份|批|座|所|处|县|省|市|倍|折|轮|期|万|亿)|一(?:年|天|周|小时|分钟|个月|季度|公斤|公里|吨|亩|元)`)
	idioms   = regexp.MustCompile(`第[零〇一二两三四五六七八九十百千万]+|一成不变|千家万户|千人千面|三天两头|[几数][十百千万亿]+`)
)

// hasNumber says whether a text states a quantity, in digits or in Chinese numerals.
func hasNumber(s string) bool {
	numeral := false
	for _, r := range s {
		switch r {
		case '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万':
			numeral = true
		default:
			if r >= '0' && r <= '9' || r >= '０' && r <= '９' {
				return true
			}
		}
	}
	return numeral && quantity.MatchString(idioms.ReplaceAllString(s, ""))
}

// hasWord says whether a text names an id, as a whole word.
func hasWord(s, id string) bool {
	for i := 0; i < len(s); {
		if !letter(s[i]) {
			i++
			continue
		}
		start := i
		for i < len(s) && (letter(s[i]) || s[i] >= '0' && s[i] <= '9' || s[i] == '_' || s[i] == '-') {
			i++
		}
		if s[start:i] == id {
			return true
		}
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// day gives the days since 0000-03-01 of a date YYYY-MM-DD.
func day(date string) int {
	months := digits(date, 0, 4)*12 + digits(date, 5, 7) - 3
	year := floorDiv(months, 12)
	month := months - year*12
	leap := floorDiv(year, 4) - floorDiv(year, 100) + floorDiv(year, 400)
	return year*365 + leap + (153*month+2)/5 + digits(date, 8, 10) - 1
}

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}

func digits(s string, from, to int) int {
	n := 0
	for i := from; i < to && i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// twice says whether a text has a part more than once.
func twice(s, part string) bool {
	i := strings.Index(s, part)
	return i >= 0 && strings.Contains(s[i+len(part):], part)
}
