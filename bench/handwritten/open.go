package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

var (
	grounds = []string{
		"安全", "涉密", "保密", "隐私", "个人信息", "患者", "病历", "敏感", "攻击", "滥用", "欺诈",
		"第三方", "许可", "版权", "著作权", "专利", "知识产权", "权利人", "协议", "合同", "授权", "出口管制",
		"市场", "竞争", "商业秘密", "商业化", "营收",
		"security", "secret", "privacy", "personal data", "personal information", "patient", "medical record", "sensitive",
		"misuse", "fraud", "attack",
		"third part", "third-part", "licen", "copyright", "patent", "rights", "contract", "agreement", "export control",
		"market", "competit", "revenue",
	}
	openWords = []string{"开源", "open source", "open-source"}
	openParts = regexp.MustCompile(`(?:开源|open[- ]source)\s*(?:的)?(?:基座|大?模型|组件|框架|软件|许可|算法库|base|models?|components?|software|frameworks?|licen[cs]es?)`)
)

// open02: an open-source strategy with real artifacts.
func open02(s *subject, r *report) {
	section, artifacts := get(s.root, "opensource"), s.artifacts
	strategy, reason := text(get(section, "strategy")), get(section, "reason_zh")
	r.fields(section, at("opensource"), "strategy")
	if s.is(opened) {
		r.fields(section, at("opensource"), "artifacts")
	}
	if strategy == "closed" {
		r.fields(section, at("opensource"), "reason_zh")
	}
	r.rows(artifacts, []any{"opensource", "artifacts"}, "type", "licence_spdx", "repo_url", "platform", "status", "release_date")
	if len(artifacts) > 0 {
		r.fields(s.project, at("project"), "start", "end")
		r.need(get(s.root, "meta", "submitted_on"), "meta", "submitted_on")
	}
	s.released(r)
	s.oneAddress(r)
	if strategy == "not_applicable" && !s.withoutSoftware() {
		r.say("not_applicable_denied", at("opensource", "strategy"), nil, at("project", "type"))
	}
	if strategy != "closed" && strategy != "not_applicable" {
		return
	}
	said := text(reason)
	n, grounded := length(said), there(reason) && contains(strings.ToLower(said), grounds)
	short := float64(n) < s.limits.openReason.n
	if strategy == "closed" && there(reason) {
		if short {
			r.say("reason_short", at("opensource", "reason_zh"), catalog.Args{"length": whole(n), "min": s.limits.openReason.arg}, at("opensource", "strategy"))
		}
		if !grounded {
			r.say("reason_without_ground", at("opensource", "reason_zh"), nil, at("opensource", "strategy"))
		}
	}
	if strategy == "not_applicable" && len(artifacts) == 0 && (!grounded || short) && s.is(fiscal) {
		r.say("public_money_nothing_open", at("opensource", "artifacts"), nil, s.because(fiscal)...)
	}
	for _, field := range [...]string{"title_zh", "title_en", "summary_zh"} {
		if saysOpen(strings.ToLower(text(get(s.project, field)))) {
			r.manual = append(r.manual, assess.RawFinding{
				Code: "open_in_words", Path: at("opensource", "strategy"), Related: []proposal.Path{at("project", field)},
			})
		}
	}
}

func saysOpen(said string) bool {
	if !contains(said, openWords) {
		return false
	}
	own := openParts.ReplaceAllString(said, "")
	for _, word := range openWords {
		if strings.Contains(said, word) && strings.Contains(own, word) {
			return true
		}
	}
	return false
}

// released says what is wrong with the addresses and dates of artifacts.
func (s *subject) released(r *report) {
	begin, where := s.start, at("project", "start")
	if s.submitted != "" && (begin == "" || s.submitted > begin) {
		begin, where = s.submitted, at("meta", "submitted_on")
	}
	old := len(s.artifacts) > 0 && s.start != ""
	for i, a := range s.artifacts {
		more := catalog.Args{"artifact": nameOf(a, i+1)}
		path := at("opensource", "artifacts", i, "release_date")
		date, status := text(get(a, "release_date")), text(get(a, "status"))
		r.late("release_after_end", path, date, s.end, at("project", "end"), more)
		switch status {
		case "released":
			r.late("released_in_future", path, date, s.submitted, at("meta", "submitted_on"), more)
		case "planned":
			r.early("planned_too_early", path, date, begin, where, more)
		}
		old = old && status == "released" && date != "" && date < s.start
		misplaced(r, i, a)
	}
	if old && s.is(opened) {
		related := append(each(s.artifacts, every, "release_date", "opensource", "artifacts"), at("project", "start"))
		r.say("nothing_new", at("opensource", "artifacts"), catalog.Args{"start": words(s.start)}, related...)
	}
}

func (s *subject) oneAddress(r *report) {
	if len(s.artifacts) < 2 {
		return
	}
	url := text(get(s.artifacts[0], "repo_url"))
	one := addressOf(url).place()
	for _, a := range s.artifacts {
		if other := text(get(a, "repo_url")); other == "" || other != url && addressOf(other).place() != one {
			return
		}
	}
	args := catalog.Args{"count": whole(len(s.artifacts)), "url": words(url)}
	r.say("one_address", at("opensource", "artifacts"), args, each(s.artifacts, every, "repo_url", "opensource", "artifacts")...)
}

// withoutSoftware says whether the project is a facility that neither has a model nor develops anything.
func (s *subject) withoutSoftware() bool {
	if !s.is(facility) || s.is(model) {
		return false
	}
	for _, c := range list(s.root, "innovation", "core_components") {
		if !is(text(get(c, "origin")), "licensed", "open_source") {
			return false
		}
	}
	return true
}

// address is that of a repository: its host, and the steps of its path.
type address struct {
	host  string
	steps []string
}

func addressOf(url string) address {
	url = strings.ToLower(url)
	if scheme, rest, ok := strings.Cut(url, "://"); ok && scheme != "" && strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz") == "" {
		url = rest
	}
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	parts := strings.Split(url, "/")
	host := parts[0]
	host = host[strings.LastIndexByte(host, '@')+1:]
	if i := strings.LastIndexByte(host, ':'); i >= 0 && strings.Trim(host[i+1:], "0123456789") == "" {
		host = host[:i]
	}
	return address{strings.TrimPrefix(host, "www."), slices.DeleteFunc(parts[1:], func(step string) bool { return step == "" })}
}

// place gives the address without what does not change where it leads.
func (a address) place() string {
	return strings.TrimSuffix(strings.Join(append([]string{a.host}, a.steps...), "/"), ".git")
}

func hostPlatform(host string) string {
	switch host {
	case "gitee.com":
		return "gitee"
	case "github.com":
		return "github"
	case "gitcode.com":
		return "gitcode"
	case "gitlink.org.cn":
		return "gitlink"
	case "modelscope.cn":
		return "modelscope"
	case "huggingface.co":
		return "huggingface"
	case "openi.org.cn", "git.openi.org.cn", "openi.pcl.ac.cn":
		return "openi"
	}
	return ""
}

// misplaced says that the address of an artifact is none of a repository on its platform.
func misplaced(r *report, i int, artifact *value) {
	url, platform := text(get(artifact, "repo_url")), text(get(artifact, "platform"))
	if url == "" || platform == "" {
		return
	}
	a := addressOf(url)
	known := hostPlatform(a.host)
	flaw := ""
	switch {
	case platform == "other" && (known != "" || !strings.Contains(a.host, ".")), platform != "other" && platform != known:
		flaw = "repo_other_host"
	case !namesRepository(a, known):
		flaw = "repo_no_path"
	default:
		return
	}
	r.say("repo_misplaced", at("opensource", "artifacts", i, "repo_url"), catalog.Args{
		"url": words(url), "platform": term("platform", platform), "flaw": {Term: flaw}, "artifact": nameOf(artifact, i+1),
	}, at("opensource", "artifacts", i, "platform"))
}

func namesRepository(a address, platform string) bool {
	steps := a.steps
	if len(steps) > 0 && is(steps[0], "models", "datasets", "spaces", "studios") && is(platform, "modelscope", "huggingface") {
		steps = steps[1:] // the shelf
	}
	if len(steps) < 2 || is(steps[0], "search", "explore", "topics", "orgs", "collections", "organization", "organize") {
		return false
	}
	named := func(step string) bool {
		return strings.ContainsFunc(step, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	}
	return named(steps[0]) && named(steps[1])
}
