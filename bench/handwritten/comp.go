package main

import (
	"strings"

	"hegui/internal/catalog"
)

var platforms = []string{"平台", "算力网", "调度", "互联互通", "交易中心", "platform", "network", "exchange", "scheduler"}

// comp05: sharing and utilisation of compute.
func comp05(s *subject, r *report) {
	l := s.limits
	share, sharing := get(s.root, "compute", "facility", "utilisation_y3_pct"), get(s.root, "compute", "sharing")
	r.need(share, "compute", "facility", "utilisation_y3_pct")
	r.fields(sharing, at("compute", "sharing"), "platform", "public_share_pct", "sme_discount_pct", "external_users")
	if below(share, l.utilisationMin.n) {
		r.say("utilisation_low", at("compute", "facility", "utilisation_y3_pct"), catalog.Args{"share": written(share), "min": l.utilisationMin.arg})
	}
	if least(share, l.utilisationMax.n) {
		r.say("utilisation_full", at("compute", "facility", "utilisation_y3_pct"), catalog.Args{"share": written(share), "max": l.utilisationMax.arg})
	}
	if name := get(sharing, "platform"); there(name) && !contains(strings.ToLower(text(name)), platforms) {
		r.say("platform_vague", at("compute", "sharing", "platform"), catalog.Args{"platform": written(name)})
	}
	if zero(get(sharing, "public_share_pct")) {
		r.say("public_none", at("compute", "sharing", "public_share_pct"), nil)
	}
	if zero(get(sharing, "sme_discount_pct")) {
		r.say("discount_none", at("compute", "sharing", "sme_discount_pct"), nil)
	}
	if users := get(sharing, "external_users"); below(users, l.externalUsers.n) {
		r.say("users_few", at("compute", "sharing", "external_users"), catalog.Args{"users": written(users), "min": l.externalUsers.arg})
	}
}
