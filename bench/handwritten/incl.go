package main

import (
	"regexp"
	"strconv"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

var (
	elsewhereUsed = regexp.MustCompile(`无[需须]|无独立|没有|不需|不要求|不带|不配|不依赖|不必|免配|云|服务端|服务器端|机房|\bno\b|\bwithout\b|\bnot\b|cloud|server side|data cent`)
	notNeeded     = regexp.MustCompile(`无[需须]|无独立|没有|不需|不要求|不带|不配|不必|\bno\b|\bwithout\b|\bnot\b`)
	yuan          = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?\s*(?:万?元)`)
	currency      = regexp.MustCompile(`(?:cny|rmb|¥)\s*[0-9]+(?:\.[0-9]+)?`)
	special       = []string{
		"显卡", "gpu", "rtx", "h100", "h800", "a100", "a800", "昇腾", "旗舰", "高端", "头显", "图形工作站", "折叠屏",
		"flagship", "high-end", "headset", "foldable", "graphics card", "graphics workstation",
	}
)

// incl02: a low threshold of use.
func incl02(s *subject, r *report) {
	l := s.limits
	terms := get(s.root, "inclusion", "threshold")
	where := func(field string) proposal.Path { return at("inclusion", "threshold", field) }
	model, price, benchmark := text(get(terms, "price_model")), get(terms, "unit_price_cny"), get(terms, "benchmark_price_cny")
	charges := is(model, "paid", "freemium")
	r.fields(terms, at("inclusion", "threshold"), "price_model", "unit_price_cny", "benchmark_price_cny", "onboarding_hours",
		"device_min_zh", "offline", "languages")
	if charges {
		r.fields(s.finance, at("finance"), "price_basis_zh")
		if basis := text(get(s.finance, "price_basis_zh")); basis != "" && !hasNumber(basis) {
			r.say("price_basis_vague", at("finance", "price_basis_zh"), nil, where("benchmark_price_cny"))
		}
		if zero(price) {
			r.say("paid_without_price", where("unit_price_cny"), nil, where("price_model"))
		}
	}
	if model == "free" {
		cashflow := list(s.finance, "cashflow")
		r.rows(cashflow, []any{"finance", "cashflow"}, "income_cny_wan")
		if years := each(cashflow, earns, "income_cny_wan", "finance", "cashflow"); years != nil {
			r.say("free_with_income", where("price_model"), nil, years...)
		}
		if above(price, 0) {
			r.say("free_with_price", where("price_model"), catalog.Args{"price": written(price)}, where("unit_price_cny"))
		}
	}
	if n, ok := number(benchmark); ok {
		if n > 0 && above(price, n) {
			args := catalog.Args{"price": written(price), "benchmark": written(benchmark)}
			r.say("price_above_benchmark", where("unit_price_cny"), args, where("benchmark_price_cny"))
		}
		if n == 0 {
			r.say("benchmark_zero", where("benchmark_price_cny"), nil, where("unit_price_cny"))
		}
	}
	if hours := get(terms, "onboarding_hours"); zero(hours) {
		r.say("onboarding_zero", where("onboarding_hours"), nil)
	} else if above(hours, l.onboarding.n) {
		r.say("onboarding_long", where("onboarding_hours"), catalog.Args{"hours": written(hours), "max": l.onboarding.arg})
	}
	if no(get(terms, "offline")) {
		r.say("online_only", where("offline"), nil)
	}
	device := text(get(terms, "device_min_zh"))
	if device == "" {
		return
	}
	if !hasNumber(device) {
		r.say("device_vague", where("device_min_zh"), nil)
	}
	if found := specialDevice(strings.ToLower(device)); found != "" {
		r.say("device_special", where("device_min_zh"), catalog.Args{"words": words(found)})
	}
	if dearest := dearestDevice(strings.ToLower(device)); dearest > l.deviceMax.n {
		r.say("device_dear", where("device_min_zh"), catalog.Args{"price": decimal(dearest), "max": l.deviceMax.arg})
	}
}

func earns(year *value) bool { return above(get(year, "income_cny_wan"), 0) }

// specialDevice gives the first word, in their order, that tells of a device that few people have.
func specialDevice(device string) string {
	if !contains(device, special) {
		return ""
	}
	found := ""
	for _, clause := range strings.FieldsFunc(device, func(r rune) bool { return strings.ContainsRune("。，；！,;.!", r) }) {
		if elsewhereUsed.MatchString(clause) {
			continue
		}
		for _, word := range special {
			if (found == "" || word < found) && strings.Contains(clause, word) {
				found = word
			}
		}
	}
	return found
}

// dearestDevice gives the highest price in yuan that is named, 0 where there is none.
func dearestDevice(device string) float64 {
	dearest := 0.0
	for _, clause := range strings.FieldsFunc(strings.ReplaceAll(device, ",", ""), func(r rune) bool { return strings.ContainsRune("。，；！;!", r) }) {
		if !strings.ContainsAny(clause, "0123456789") || notNeeded.MatchString(clause) {
			continue
		}
		for _, price := range yuan.FindAllString(clause, -1) {
			factor := 1.0
			if strings.HasSuffix(price, "万元") {
				factor = 10000
			}
			dearest = max(dearest, priceOf(price)*factor)
		}
		for _, price := range currency.FindAllString(clause, -1) {
			dearest = max(dearest, priceOf(price))
		}
	}
	return dearest
}

func priceOf(s string) float64 {
	n, _ := strconv.ParseFloat(strings.Trim(s, "元万cnyrmb¥ \t\n\f\r"), 64)
	return n
}
