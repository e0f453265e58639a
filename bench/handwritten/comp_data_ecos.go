package main

import (
	"regexp"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
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

var (
	keeping   = []string{"版本", "血缘", "溯源", "数据治理", "数据管理", "version", "lineage", "provenance", "data management"}
	forbidden = regexp.MustCompile(`(?i)(?:不得|禁止|严禁|不可|不能|不允许|不准)[^。；;，,]{0,8}(?:转售|对外|公开|共享|传播|分发|转让|披露|第三方)|不对外|不公开|不共享|仅限?(?:供)?(?:本项目|内部|本单位)|保密|\b(?:no|not be) (?:redistribut|shar|publish|disclos|resale|resold)|internal use only|confidential`)
)

// data10: data lifecycle and reuse.
func data10(s *subject, r *report) {
	l := s.limits
	kept, sharing := get(s.root, "data", "governance"), get(s.root, "data", "sharing")
	mode := text(get(sharing, "mode"))
	r.need(kept, "data", "governance")
	if !empty(kept) {
		r.fields(kept, at("data", "governance"), "owner", "lifecycle", "versioning", "lineage", "review_months")
	}
	r.need(sharing, "data", "sharing")
	if !empty(sharing) {
		r.fields(sharing, at("data", "sharing"), "mode")
	}
	if mode == "none" {
		r.fields(sharing, at("data", "sharing"), "reason_if_none_zh")
	}
	s.person(r, "owner_unfit", at("data", "governance", "owner"), text(get(kept, "owner")), "data", nil)
	if lifecycle := get(kept, "lifecycle"); !empty(lifecycle) {
		var gaps []string
		for _, stage := range [...]string{"need", "plan", "collect", "preprocess", "annotate", "validate"} {
			if !has(lifecycle, stage) {
				gaps = append(gaps, stage)
			}
		}
		if gaps != nil {
			r.say("lifecycle_gap", at("data", "governance", "lifecycle"), catalog.Args{"stages": terms("lifecycle", gaps...)})
		}
		if !hasAny(lifecycle, "operate", "retire") {
			r.say("lifecycle_without_end", at("data", "governance", "lifecycle"), nil)
		}
	}
	claimed := ""
	for _, field := range [...]string{"lineage", "versioning"} {
		switch v := get(kept, field); {
		case no(v):
			r.say("no_"+field, at("data", "governance", field), nil)
		case yes(v):
			claimed = field
		}
	}
	if claimed != "" && s.spent("data")+s.spent("software") == 0 && !s.promised(keeping) {
		r.say("versioning_unbacked", at("data", "governance", claimed), nil, at("finance", "items"), at("plan", "milestones"))
	}
	if months := get(kept, "review_months"); zero(months) || above(months, l.dataReview.n) {
		r.say("reviewed_rarely", at("data", "governance", "review_months"), catalog.Args{"months": written(months), "max": l.dataReview.arg})
	}
	s.shares(r, sharing, mode)
}

func (s *subject) shares(r *report, sharing *value, mode string) {
	switch mode {
	case "none":
		if reason := get(sharing, "reason_if_none_zh"); there(reason) {
			if n := length(text(reason)); float64(n) < s.limits.noSharing.n {
				r.say("reason_thin", at("data", "sharing", "reason_if_none_zh"), catalog.Args{"length": whole(n), "min": s.limits.noSharing.arg})
			}
		}
		var names []catalog.Arg
		for i, d := range s.datasets {
			if !operationOnly(d) && !is(text(get(d, "level")), "important", "core") && !yes(get(d, "pi", "sensitive")) {
				names = append(names, nameOf(d, i))
			}
		}
		if names != nil && s.is(fiscal) {
			r.say("fiscal_not_shared", at("data", "sharing", "mode"), catalog.Args{"datasets": {List: names}}, s.because(fiscal)...)
		}
	case "open":
		var names []catalog.Arg
		var related []proposal.Path
		for i, d := range s.datasets {
			if operationOnly(d) {
				continue
			}
			restrictions := get(d, "rights", "restrictions_zh")
			if !there(restrictions) || !forbidden.MatchString(text(restrictions)) {
				return
			}
			names = append(names, nameOf(d, i))
			related = append(related, at("data", "datasets", i, "rights", "restrictions_zh"))
		}
		if names != nil {
			r.say("open_but_restricted", at("data", "sharing", "mode"), catalog.Args{"datasets": {List: names}}, related...)
		}
	}
}

func operationOnly(dataset *value) bool {
	purposes := list(dataset, "purpose")
	for _, p := range purposes {
		if text(p) != "operation" {
			return false
		}
	}
	return len(purposes) > 0
}

var (
	refusals = []string{
		"暂无", "无数据", "无接口", "无可", "没有", "暂不", "不提供", "不开放", "待定", "另行", "视情况",
		"none", "no data", "no interface", "not ", "n/a", "tbd", "to be ",
	}
	resources = []string{
		"数据", "样本", "样例", "接口", "语料", "图像", "影像", "日志", "记录", "工单", "模型", "算力", "机时", "沙箱", "仿真", "台架", "产线", "场地",
		"点位", "api", "data", "sample", "interface", "sandbox", "record", "model", "comput", "simulat", "test bench", "site",
	}
)

// ecos03: opening key scenarios.
func ecos03(s *subject, r *report) {
	openings := get(s.root, "ecosystem", "openings")
	r.need(openings, "ecosystem", "openings")
	r.need(get(s.project, "end"), "project", "end")
	rows := openings.Items()
	r.rows(rows, []any{"ecosystem", "openings"}, "scenario_zh", "owner", "data_offered_zh", "eligible", "publish_on", "channel_url", "slots")
	closed, others := false, false
	for i, row := range rows {
		where := func(field string) proposal.Path { return at("ecosystem", "openings", i, field) }
		if eligible := get(row, "eligible"); there(eligible) {
			closed = closed || text(eligible) == "consortium"
			others = others || text(eligible) != "consortium"
		}
		if owner := get(row, "owner"); there(owner) && !s.takesPart(s.party(text(owner))) {
			r.say("owner_unknown", where("owner"), catalog.Args{"opening": whole(i + 1), "owner": written(owner)}, at("applicant", "name"), at("partners"))
		}
		if offered := get(row, "data_offered_zh"); there(offered) && !offers(strings.TrimSpace(strings.ToLower(text(offered)))) {
			r.say("nothing_offered", where("data_offered_zh"), catalog.Args{"opening": whole(i + 1), "text": written(offered)})
		}
		if on := text(get(row, "publish_on")); s.end != "" && on > s.end {
			r.say("published_late", where("publish_on"), dated(on, s.end, catalog.Args{"opening": whole(i + 1)}), at("project", "end"))
		}
		if zero(get(row, "slots")) {
			r.say("no_slots", where("slots"), catalog.Args{"opening": whole(i + 1)})
		}
	}
	if closed && !others {
		r.say("consortium_only", at("ecosystem", "openings"), nil, each(rows, every, "eligible", "ecosystem", "openings")...)
	}
}

func offers(text string) bool {
	for _, refusal := range refusals {
		if strings.HasPrefix(text, refusal) {
			return false
		}
	}
	return contains(text, resources)
}
