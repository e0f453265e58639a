package main

import (
	"regexp"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

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
