package sample

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// draft is a proposal in the making: what has been decided about it, and what its sections refer to.
type draft struct {
	*dice
	a     *archetype
	lang  int
	size  size
	care  care
	names map[string]string // names that patterns use

	place          place
	submitted      day
	start, end     day
	months         int
	stage          string
	total          money
	applicant      party
	partners       []party
	team           []member
	scenes, kpis   int
	sites, metrics int
	trl            [2]int // current and target
	bases          []string
	sme            money // of small partners
	models         int
	staff          int // of all parties
	training       money
	safety         money
	community      money
	risks          []string
	packages       []pack
	openTypes      []string
	evidence       []*node
	done           map[string]*node // sections that are written
	root           *node
	defects        []string
	peopleAffected int
}

// size says how much a proposal tells; care, how well it was prepared.
type (
	size int
	care int
)

const (
	brief size = iota
	thin
	typical
	full
)

const (
	careless care = iota
	ordinary
	careful
)

type party struct {
	id, name, kind, size string
	staff                int
	revenue              money
	sector               string
}

type member struct {
	id    string
	roles []string
	fte   int // hundredths of a post
}

type pack struct {
	id         string
	start, end day
	budget     money
}

// day counts days since 1970-01-01.
type day int

func date(y int, m time.Month, d int) day {
	return day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (t day) time() time.Time { return time.Unix(int64(t)*86400, 0).UTC() }
func (t day) String() string  { return t.time().Format(time.DateOnly) }
func (t day) addMonths(n int) day {
	u := t.time()
	return date(u.Year(), u.Month()+time.Month(n), u.Day())
}
func (t day) between(u day, pct int) day { return t + (u-t)*day(pct)/100 }

// sketches says whether a brief proposal leaves out a whole section.
func (d *draft) sketches() bool { return d.size == brief && d.chance([]int{75, 60, 45}[d.care]) }

// before gives a day some days before the submission.
func (d *draft) before(lo, hi int) day { return d.submitted - day(d.in(lo, hi)) }

// during gives a day of the project, between two percentages of its time.
func (d *draft) during(lo, hi int) day { return d.start.between(d.end, d.in(lo, hi)) }

// more gives fewer things to a brief or thin proposal and more to a full one.
func (d *draft) more(thinN, typicalN, fullN int) int {
	return []int{thinN, thinN, typicalN, fullN}[d.size]
}

// has says whether something is told that a proposal should tell and often does not: an important matter is left out
// less often.
func (d *draft) has(important bool) bool {
	left := [3][4]int{{88, 55, 38, 24}, {80, 30, 14, 4}, {70, 16, 4, 0}}[d.care][d.size]
	if important {
		left /= 3
	}
	return !d.chance(left)
}

// cite lists a new piece of evidence and gives its id.
func (d *draft) cite(kind string, title say, issuer string, issued day, values ...any) string {
	id := fmt.Sprintf("EV-%02d", len(d.evidence)+1)
	n := obj("id", id, "title_zh", d.fill(title, values...), "kind", kind, "issuer", issuer, "issued_on", issued.String())
	if kind == "certificate" || kind == "ip" || kind == "policy" || d.chance(15) {
		n.set("number", d.serial(kind))
	}
	n.set("sha256", d.hash())
	d.evidence = append(d.evidence, n)
	return id
}

func (d *draft) serial(kind string) string {
	letters := func(n int) string {
		s := ""
		for range n {
			s += string(rune('A' + d.in(0, 25)))
		}
		return s
	}
	year := d.submitted.time().Year()
	if kind == "ip" {
		return pick(d.dice, []string{fmt.Sprintf("%dSR%07d", year, d.in(1e5, 2e6)), fmt.Sprintf("ZL%d10%06d.%d", year-d.in(1, 3), d.in(1e5, 999999), d.in(0, 9))})
	}
	return fmt.Sprintf("%s-%s-%d-%02d", letters(d.in(2, 4)), letters(2), year, d.in(1, 60))
}

func (d *draft) hash() string {
	var s strings.Builder
	for range 8 {
		fmt.Fprintf(&s, "%08x", d.r.Uint32())
	}
	return s.String()
}

// who gives the team member with a role, preferring one with few roles.
func (d *draft) who(role string) string {
	best := -1
	for i, m := range d.team {
		if slices.Contains(m.roles, role) && (best < 0 || len(m.roles) < len(d.team[best].roles)) {
			best = i
		}
	}
	if best < 0 {
		best = d.in(0, len(d.team)-1)
	}
	return d.team[best].id
}

// spare is the working time, in hundredths of a post, of everybody with a role, at most one post.
func (d *draft) spare(role string) int {
	sum := 0
	for _, m := range d.team {
		if slices.Contains(m.roles, role) {
			sum += m.fte
		}
	}
	return min(100, sum)
}

// orgKinds are the kinds of organisation with the class of their credit code.
var orgKinds = map[string]string{
	"soe": "91", "private": "91", "foreign_invested": "91", "public_institution": "12", "university": "12",
	"research_institute": "12", "government": "11", "social_org": "52",
}

// org invents an organisation of a kind.
func (d *draft) org(kind string) string {
	if kind == "applicant" {
		return d.fill(d.a.applicantName)
	}
	return d.fill(orgNames[kind])
}

var orgNames = map[string]say{
	"soe":                {"{city}{城投|产业|交通|能源|文旅}{发展集团|数字科技}有限公司", "{city} {Urban|Industrial|Transport|Energy} Development Group Co., Ltd."},
	"private":            {"{city}{brand}{智能|数据|信息|自动化|软件}{科技|技术|系统}有限公司", "{city} {brand} {Intelligent|Data|Automation|Software} {Technology|Systems} Co., Ltd."},
	"foreign_invested":   {"{brand}{传动|自动化|检测}技术（{city}）有限公司", "{Nordvind|Kestrel|Halden|Arvika|Tessin} {Drive|Automation|Inspection} Technology ({city}) Co., Ltd."},
	"public_institution": {"{city}市{智能制造|大数据|检验检测|农业技术|数字医学}{研究院|中心}", "{city} Centre for {Smart Manufacturing|Data|Inspection|Agricultural Technology}"},
	"university":         {"{region}{理工|工业|科技|师范|农业}大学", "{region} University of {Technology|Science and Engineering|Agriculture}"},
	"research_institute": {"{region}{自动化|新材料|信息技术|精密测量}研究所", "{region} Institute of {Automation|New Materials|Information Technology}"},
	"government":         {"{city}市{政务服务|工业和信息化|教育|民政}局", "{city} Bureau of {Government Services|Industry|Education|Civil Affairs}"},
	"social_org":         {"{city}{慈善|公益|助老}{服务中心|促进会|基金会}", "{city} {Charity|Care|Volunteer} {Association|Foundation}"},
}

// class is the size of an enterprise by staff and revenue, as the statistical classes have it for a sector.
func class(kind, sector string, staff int, revenue money) string {
	if orgKinds[kind] != "91" {
		return "na"
	}
	limits := [3][2]int{{300, 0}, {100, 0}, {10, 0}}
	switch {
	case strings.HasPrefix(sector, "A"):
		limits = [3][2]int{{0, 20000}, {0, 500}, {0, 50}}
	case sector == "I65":
		limits = [3][2]int{{300, 10000}, {100, 1000}, {10, 50}}
	case strings.ContainsAny(sector[:1], "BCD"):
		limits = [3][2]int{{1000, 40000}, {300, 2000}, {20, 300}}
	}
	for i, l := range limits {
		if staff >= l[0] && int(revenue) >= l[1]*100 {
			return []string{"large", "medium", "small"}[i]
		}
	}
	return "micro"
}
