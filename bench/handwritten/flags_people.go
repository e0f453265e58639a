package main

import (
	"regexp"
	"strings"

	"hegui/internal/proposal"
)

var (
	innerChannel = regexp.MustCompile(`(?:企业微信|企微|内部|院内|厂内|内网)的?小程序`)
	onThings     = regexp.MustCompile(`(?:故障|设备|装备|机械|机器|产线|工艺|质量|性能|轴承|发动机|电机|电池|变压器|管网|线路|电网|桥梁|隧道|网络|能耗|能效|缺陷|植保|病虫害?|作物|果园|土壤|企业|转型|数字化|经营|隐患|风险|材料|简历)的?(?:智能|自动|远程|辅助|在线)?(?:诊断|筛查)`)
	replacement  = regexp.MustCompile(`(?:国产|进口)替代|替代进口`)
	noPosts      = regexp.MustCompile(`人员(?:伤亡|受伤|接触|进入|暴露|聚集|流动|走动|往返)|人次|(?:国产|进口)替代|替代进口`)
	fewer        = regexp.MustCompile(`(?i)(?:减少|裁减|压减|精简|削减|节约|节省)[约近了超过至少]{0,4}[0-9\x{ff10}-\x{ff19}一二两三四五六七八九十百千万.]+[余多]?[名个]?人|(?:减少|裁减|压减|精简|削减|节约|节省)[^。；;，,！!]{0,10}(?:用工|人员|员工|职工|工人|岗位|人力|坐席|编制|(?:质检|检验|操作|巡检|巡查|收费|驾驶|审核|初审|客服|仓管|搬运|分拣)[员工])|(?:替代|取代)[^。；;，,！!]{0,12}(?:岗位|人员|员工|职工|工人|坐席|人力)|\breplac[a-z]*\b[^.;]{0,40}\b(?:jobs|posts|workers|staff|employees|positions|agents)\b|\b(?:reduc|cut)[a-z]*\b[^.;]{0,40}\b(?:headcount|staff|staffing|jobs|posts|workforce|workers|employees)\b`)
	saves        = regexp.MustCompile(`节省|节约|节支|减少|降低|下降|压减|降幅|\b(?:sav|reduc|cut)`)

	healthWords = []string{"诊断", "辅助诊疗", "筛查", "clinical", "medical imaging", "patients"}
	elderWords  = []string{"养老", "助残", "适老", "elder care", "elderly care", "aged care", "disabled", "disabilit"}
	eduWords    = []string{"学伴", "教学", "课堂", "classroom", "tutoring", "learning companion"}
	fewerVerbs  = []string{"减", "精简", "节约", "节省", "替代", "取代", "replac", "reduc", "cut"}
	labour      = []string{"人工成本", "用工", "人力", "headcount", "labour cost", "labor cost", "staffing"}
)

func (s *subject) heals() []proposal.Path {
	paths := when(is(s.sector(), "Q", "Q84"), "project", "sector_gb4754")
	paths = append(paths, when(!empty(get(s.root, "inclusion", "health")), "inclusion", "health")...)
	if paths = append(paths, s.targets("patients")...); len(paths) > 0 {
		return paths
	}
	for _, field := range [...]string{"title_zh", "title_en", "summary_zh"} {
		said := strings.ToLower(text(get(s.project, field)))
		if contains(said, healthWords) && contains(onThings.ReplaceAllString(said, ""), healthWords) {
			return when(true, "project", "sector_gb4754")
		}
	}
	return nil
}

func (s *subject) sector() string { return text(get(s.project, "sector_gb4754")) }

// targets gives where scenarios name one of the groups.
func (s *subject) targets(groups ...string) []proposal.Path {
	var paths []proposal.Path
	for i, v := range s.scenarios {
		for j, group := range list(v, "target_groups") {
			if is(text(group), groups...) {
				paths = append(paths, at("scenarios", i, "target_groups", j))
			}
		}
	}
	return paths
}

func (s *subject) caresForOld() []proposal.Path {
	paths := when(is(s.sector(), "Q", "Q85"), "project", "sector_gb4754")
	if paths = append(paths, s.targets("elderly", "disabled")...); len(paths) > 0 {
		return paths
	}
	return when(s.titled(elderWords), "project", "sector_gb4754")
}

func (s *subject) titled(words []string) bool {
	return contains(strings.ToLower(text(get(s.project, "title_zh"))), words) || contains(strings.ToLower(text(get(s.project, "title_en"))), words)
}

func (s *subject) educates() []proposal.Path {
	paths := when(is(s.sector(), "P", "P83"), "project", "sector_gb4754")
	paths = append(paths, when(!empty(get(s.root, "inclusion", "education")), "inclusion", "education")...)
	if len(paths) > 0 {
		return paths
	}
	return when(s.titled(eduWords), "project", "sector_gb4754")
}

func (s *subject) scope() *value { return get(s.root, "employment", "assessment", "scope_headcount") }

func (s *subject) affectsWork() bool {
	if least(s.scope(), 1) {
		return true
	}
	var listed float64
	for _, o := range s.occupations {
		listed += or(get(o, "headcount"), 0)
	}
	return listed > 0 || s.hidesEffect()
}

// hidesEffect says whether jobs are to go of which the proposal says nothing where it should.
func (s *subject) hidesEffect() bool {
	if !s.undeclaredKnown {
		s.undeclaredKnown = true
		s.undeclared = !least(s.scope(), 1) && s.promisesFewer()
	}
	return s.undeclared
}

func (s *subject) promisesFewer() bool {
	for _, kpi := range list(s.root, "kpis") {
		if !is(text(get(kpi, "category")), "cost", "productivity", "employment") {
			continue
		}
		said := strings.ToLower(text(get(kpi, "name_zh")) + " " + text(get(kpi, "unit")))
		said = replacement.ReplaceAllString(said, "")
		direction := "unsaid"
		if d := get(kpi, "direction"); there(d) {
			direction = text(d)
		}
		up, down := is(direction, "up", "unsaid"), is(direction, "down", "unsaid")
		switch {
		case up && (strings.Contains(said, "人效") || strings.Contains(said, "减员") || strings.Contains(said, "替代")):
			return true
		case (down || direction == "up" && saves.MatchString(said)) && contains(said, labour):
			return true
		}
	}
	summary := text(get(s.project, "summary_zh"))
	if !contains(strings.ToLower(summary), fewerVerbs) { // spares most texts the pattern
		return false
	}
	return fewer.MatchString(noPosts.ReplaceAllString(summary, ""))
}

func (s *subject) affectsMany() []proposal.Path {
	notSmall := s.staff >= s.limits.undeclaredStaff.n || !there(get(s.applicant, "employees"))
	var changing float64
	for _, o := range s.occupations {
		if changes(o) {
			changing += or(get(o, "headcount"), 0)
		}
	}
	big := s.many(changing)
	paths := each(s.occupations, func(o *value) bool {
		return changes(o) && (big || notSmall && !there(get(o, "headcount")))
	}, "headcount", "employment", "occupations")
	if n, ok := number(s.scope()); len(s.occupations) == 0 && ok && s.many(n) || notSmall && s.hidesEffect() {
		paths = append(paths, at("employment", "assessment", "scope_headcount"))
	}
	return paths
}

func changes(occupation *value) bool {
	effect, exposure := get(occupation, "effect"), get(occupation, "exposure")
	return is(text(effect), "transform", "displace") || is(text(exposure), "g3", "g4") || !there(effect) && !there(exposure)
}

func (s *subject) many(people float64) bool {
	return people >= s.limits.bigPeople.n || people >= s.limits.bigFloor.n && people*100 >= s.limits.bigStaff.n*s.staff
}

// isSmall says whether the applicant is small, and whoever has a larger part of the budget is as well.
func (s *subject) isSmall() bool {
	if !s.small(s.applicant) {
		return false
	}
	given, _ := sum(s.partners, "budget_cny_wan")
	own := fenOf(or(get(s.finance, "total_cny_wan"), 0)) - given
	for _, p := range s.partners {
		if n, ok := fen(get(p, "budget_cny_wan")); ok && n > own && !s.small(p) {
			return false
		}
	}
	return true
}

func (s *subject) small(party *value) bool {
	size, employees := text(get(party, "size")), get(party, "employees")
	switch size {
	case "small", "micro":
		if !there(employees) {
			return false
		}
	case "na":
		if !below(employees, s.limits.microStaff.n) {
			return false
		}
	default:
		return false
	}
	reached, ok := s.class(party)
	return !ok || size == "na" || rank(size) >= reached
}

func rank(size string) int {
	switch size {
	case "micro":
		return 0
	case "small":
		return 1
	}
	return 2
}

// sizes are the least staff and revenue of small, medium and large enterprises; -1 where a figure does not count.
type sizes [3][2]float64

var (
	industry  = sizes{{20, 300}, {300, 2000}, {1000, 40000}}
	staffOnly = sizes{{10, -1}, {100, -1}, {300, -1}}
)

func sizesOf(sector string) (sizes, bool) {
	switch sector {
	case "F51":
		return sizes{{5, 1000}, {20, 5000}, {200, 40000}}, true
	case "F52":
		return sizes{{10, 100}, {50, 500}, {300, 20000}}, true
	case "G59":
		return sizes{{20, 100}, {100, 1000}, {200, 30000}}, true
	case "G60":
		return sizes{{20, 100}, {300, 2000}, {1000, 30000}}, true
	case "I63", "I64":
		return sizes{{10, 100}, {100, 1000}, {2000, 100000}}, true
	case "I65":
		return sizes{{10, 50}, {100, 1000}, {300, 10000}}, true
	case "":
		return sizes{}, false
	}
	switch sector[0] {
	case 'A':
		return sizes{{-1, 50}, {-1, 500}, {-1, 20000}}, true
	case 'B', 'C', 'D':
		return industry, true
	case 'G':
		return sizes{{20, 200}, {300, 3000}, {1000, 30000}}, true
	case 'H':
		return sizes{{10, 100}, {100, 2000}, {300, 10000}}, true
	case 'E', 'J', 'K', 'L':
		return sizes{}, false
	}
	return staffOnly, true
}

// class gives the size that a party's figures reach, 0 for micro; false where figures are missing or do not tell.
func (s *subject) class(party *value) (int, bool) {
	sector := text(get(party, "sector_gb4754"))
	if sector == "" {
		sector = s.sector()
	}
	limits, ok := sizesOf(sector)
	if !ok {
		return 0, false
	}
	figures := [2]*value{get(party, "employees"), get(party, "revenue_cny_wan")}
	for f, figure := range figures {
		if limits[0][f] >= 0 && !there(figure) {
			return 0, false
		}
	}
	for size := 2; size >= 0; size-- {
		reached := true
		for f, figure := range figures {
			reached = reached && (limits[size][f] < 0 || least(figure, limits[size][f]))
		}
		if reached {
			return size + 1, true
		}
	}
	return 0, true
}
