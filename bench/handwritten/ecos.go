package main

import (
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

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
