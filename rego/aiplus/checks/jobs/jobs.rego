# METADATA
# title: Undeclared effect on jobs
# description: A proposal that declares no jobs affected, and promises elsewhere to do with fewer people (X-JOB).
# custom:
#   title_zh: 未申报的岗位影响
#   description_zh: 申报书称不影响岗位，别处却承诺减少用人（X-JOB）。
package aiplus.checks.jobs

# METADATA
# description: >-
#   The signs, each with the words that gave it away as `sign`. The path is the declaration they contradict. Nothing is
#   undeclared once the headcount in scope is 1 or more: whether it is enough is for the rules on employment.
undeclared contains _sign(["kpis", i], object.get(kpi, "name_zh", object.get(kpi, "unit", ""))) if {
	not _declared
	some i, kpi in input.proposal.kpis
	kpi.category in {"cost", "productivity", "employment"}
	words := lower(concat(" ", [object.get(kpi, "name_zh", ""), object.get(kpi, "unit", "")]))
	_fewer_people(
		regex.replace(words, `(?:国产|进口)替代|替代进口`, ""),
		object.get(kpi, "direction", "unsaid"),
	)
}

# 人员伤亡 and the like are about people, not about posts; 人次 counts visits.
undeclared contains _sign(["project", "summary_zh"], words[0]) if {
	not _declared
	summary := regex.replace(input.proposal.project.summary_zh, `人员(?:伤亡|受伤|接触|进入|暴露|聚集|流动|走动|往返)|人次|(?:国产|进口)替代|替代进口`, "")
	words := regex.find_n(
		`(?i)(?:减少|裁减|压减|精简|削减|节约|节省)[约近了超过至少]{0,4}[0-9\x{ff10}-\x{ff19}一二两三四五六七八九十百千万.]+[余多]?[名个]?人|(?:减少|裁减|压减|精简|削减|节约|节省)[^。；;，,！!]{0,10}(?:用工|人员|员工|职工|工人|岗位|人力|坐席|编制|(?:质检|检验|操作|巡检|巡查|收费|驾驶|审核|初审|客服|仓管|搬运|分拣)[员工])|(?:替代|取代)[^。；;，,！!]{0,12}(?:岗位|人员|员工|职工|工人|坐席|人力)|\breplac[a-z]*\b[^.;]{0,40}\b(?:jobs|posts|workers|staff|employees|positions|agents)\b|\b(?:reduc|cut)[a-z]*\b[^.;]{0,40}\b(?:headcount|staff|staffing|jobs|posts|workforce|workers|employees)\b`,
		summary, 1,
	)
}

_declared if input.proposal.employment.assessment.scope_headcount >= 1

_sign(path, words) := {
	"path": ["employment", "assessment", "scope_headcount"],
	"related": [path],
	"args": {"sign": words},
}

# More output per head, more posts replaced. An indicator that leaves its direction unsaid is read the way that counts.
_fewer_people(words, direction) if {
	direction in {"up", "unsaid"}
	regex.match(`人效|减员|替代`, words)
}

# Less labour, or a lower cost of it.
_fewer_people(words, direction) if {
	direction in {"down", "unsaid"}
	_labour(words)
}

# Growing savings of labour.
_fewer_people(words, "up") if {
	_labour(words)
	regex.match(`节省|节约|节支|减少|降低|下降|压减|降幅|\b(?:sav|reduc|cut)`, words)
}

_labour(words) if regex.match(`人工成本|用工|人力|headcount|labour cost|labor cost|staffing`, words)
