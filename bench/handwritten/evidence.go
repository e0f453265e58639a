package main

import (
	"math/bits"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// section is a part of the proposal whose claims are proven together.
type section uint16

const (
	delivery section = 1 << iota
	data
	safety
	employment
	inclusion
	talent
	ecosystem
	governance
)

// place is where a piece of evidence is cited: keys, and up to two indexes, -1 where there is none.
type place struct {
	keys  [3]string
	i     int
	field string
	j     int
}

func (p place) path() proposal.Path {
	var out proposal.Path
	for _, key := range p.keys {
		if key != "" {
			out = append(out, proposal.Key(key))
		}
	}
	if p.i >= 0 {
		out = append(out, proposal.Index(p.i))
	}
	for _, key := range strings.Split(p.field, ".") {
		if key != "" {
			out = append(out, proposal.Key(key))
		}
	}
	if p.j >= 0 {
		out = append(out, proposal.Index(p.j))
	}
	return out
}

type citer func(id string, s section, p place)

// citations visits every field that cites evidence.
func (s *subject) citations(cite citer) {
	r := s.root
	cite.list(get(s.project, "problem", "evidence"), delivery, place{[3]string{"project", "problem", "evidence"}, -1, "", 0})
	cite.one(s.applicant, delivery, "applicant", "credit_evidence")
	cite.rows(s.partners, delivery, [3]string{"partners"}, "agreement")
	cite.rows(list(r, "kpis"), delivery, [3]string{"kpis"}, "baseline_source")
	for i, c := range list(r, "innovation", "core_components") {
		cite.list(get(c, "evidence"), delivery, place{[3]string{"innovation", "core_components"}, i, "evidence", 0})
	}
	cite.rows(list(r, "innovation", "translation", "adopters"), delivery, [3]string{"innovation", "translation", "adopters"}, "agreement")
	cite.rows(list(r, "innovation", "terminals"), delivery, [3]string{"innovation", "terminals"}, "interop_test")
	cite.rows(s.sources, delivery, [3]string{"finance", "sources"}, "evidence")
	cite.rows(list(s.finance, "risk_sharing"), delivery, [3]string{"finance", "risk_sharing"}, "terms")
	for i, d := range s.datasets {
		base := [3]string{"data", "datasets"}
		cite.list(get(d, "licence_evidence"), data, place{base, i, "licence_evidence", 0})
		cite.text(get(d, "docs", "datasheet"), data, place{base, i, "docs.datasheet", -1})
		cite.text(get(d, "annotation", "guideline"), data, place{base, i, "annotation.guideline", -1})
	}
	cite.one(get(r, "data", "benefit_sharing"), data, "data", "benefit_sharing", "agreement")
	cite.rows(s.models, safety, [3]string{"models"}, "card")
	cite.one(get(s.safety, "monitoring"), safety, "safety", "monitoring", "soc_contract")
	cite.one(get(s.safety, "emergency"), safety, "safety", "emergency", "plan")
	cite.one(get(s.safety, "privacy"), safety, "safety", "privacy", "pipia_evidence")
	cite.one(get(s.safety, "privacy"), safety, "safety", "privacy", "notice")
	cite.one(get(s.safety, "transparency"), safety, "safety", "transparency", "user_doc")
	cite.one(get(s.safety, "transparency"), safety, "safety", "transparency", "model_card")
	cite.one(get(s.safety, "supply_chain"), safety, "safety", "supply_chain", "sbom")
	cite.one(get(r, "employment", "assessment"), employment, "employment", "assessment", "evidence")
	cite.rows(s.training, employment, [3]string{"employment", "training"}, "curriculum")
	cite.one(get(r, "employment", "consultation"), employment, "employment", "consultation", "minutes")
	cite.one(get(r, "inclusion", "health"), inclusion, "inclusion", "health", "eval_evidence")
	cite.one(get(r, "inclusion", "sharing"), inclusion, "inclusion", "sharing", "kit")
	cite.rows(list(r, "talent", "programmes"), talent, [3]string{"talent", "programmes"}, "agreement")
	cite.one(get(r, "ecosystem", "demonstration"), ecosystem, "ecosystem", "demonstration", "kit")
	cite.one(get(r, "ecosystem", "tolerance"), ecosystem, "ecosystem", "tolerance", "policy")
	cite.one(get(r, "ecosystem", "platform"), ecosystem, "ecosystem", "platform", "api_docs")
	cite.one(get(r, "ecosystem", "transfer"), ecosystem, "ecosystem", "transfer", "ip_terms")
	cite.one(get(r, "governance", "body"), governance, "governance", "body", "charter")
	cite.one(get(r, "governance", "ethics"), governance, "governance", "ethics", "opinion")
	cite.one(get(r, "governance", "public_use"), governance, "governance", "public_use", "impact_assessment")
	cite.rows(list(r, "governance", "international", "partners"), governance, [3]string{"governance", "international", "partners"}, "agreement")
}

func (c citer) text(v *value, s section, p place) {
	if id := text(v); id != "" {
		c(id, s, p)
	}
}

func (c citer) list(v *value, s section, p place) {
	for j, id := range v.Items() {
		p.j = j
		c.text(id, s, p)
	}
}

func (c citer) rows(rows []*value, s section, base [3]string, field string) {
	for i, row := range rows {
		c.text(get(row, field), s, place{base, i, field, -1})
	}
}

// one visits the last key of a path, in the mapping that is given.
func (c citer) one(v *value, s section, keys ...string) {
	id := text(get(v, keys[len(keys)-1]))
	if id == "" {
		return
	}
	p := place{i: -1, j: -1}
	copy(p.keys[:], keys)
	c(id, s, p)
}

// flaw says why a piece of evidence proves nothing, the gravest reason first; "" when it does.
func (s *subject) flaw(id string) string {
	listed := false
	gravest := len(flaws) // of all entries with this id
	for i, item := range s.evidence {
		if text(get(item, "id")) == id {
			listed = true
			gravest = min(gravest, s.flawOf(i, item))
		}
	}
	switch {
	case !listed:
		return "evidence_unknown"
	case gravest < len(flaws):
		return flaws[gravest]
	}
	return ""
}

var flaws = []string{
	"evidence_no_issuer", "evidence_undated", "evidence_future", "evidence_no_hash", "evidence_no_number",
	"evidence_same_file", "evidence_reused",
}

func (s *subject) flawOf(i int, item *value) int {
	issued, hash := text(get(item, "issued_on")), text(get(item, "sha256"))
	switch {
	case !there(get(item, "issuer")):
		return 0
	case issued == "":
		return 1
	case s.submitted != "" && issued > s.submitted:
		return 2
	case hash == "":
		return 3
	case is(text(get(item, "kind")), "certificate", "ip", "policy") && !there(get(item, "number")):
		return 4
	case s.shared(item, hash):
		return 5
	case float64(bits.OnesCount16(s.cited(i))) >= s.limits.evidenceSections.n:
		return 6
	}
	return len(flaws)
}

// shared says whether an entry with another id has the same file.
func (s *subject) shared(item *value, hash string) bool {
	for _, other := range s.evidence {
		if id := text(get(other, "id")); id != "" && id != text(get(item, "id")) && strings.EqualFold(text(get(other, "sha256")), hash) {
			return true
		}
	}
	return false
}

// cited gives the sections that cite an entry. All are counted at once, when it is first asked for.
func (s *subject) cited(i int) uint16 {
	if s.sections == nil {
		s.sections = make([]uint16, len(s.evidence))
		s.citations(func(id string, where section, _ place) {
			for j, item := range s.evidence {
				if text(get(item, "id")) == id {
					s.sections[j] |= uint16(where)
				}
			}
		})
	}
	return s.sections[i]
}

// weak says that evidence cited at a path proves nothing.
func (s *subject) weak(r *report, code string, path proposal.Path, id string, more catalog.Args) {
	if id == "" {
		return
	}
	flaw := s.flaw(id)
	if flaw == "" {
		return
	}
	args := catalog.Args{"evidence": words(id), "flaw": {Term: flaw}}
	for k, v := range more {
		args[k] = v
	}
	r.say(code, path, args, s.elsewhere(path, id, flaw)...)
}

// elsewhere gives where else to look.
func (s *subject) elsewhere(path proposal.Path, id, flaw string) []proposal.Path {
	var out []proposal.Path
	switch flaw {
	case "evidence_unknown":
		return []proposal.Path{at("evidence")}
	case "evidence_reused":
		s.citations(func(cited string, _ section, p place) {
			if cited == id {
				if other := p.path(); other.Compare(path) != 0 {
					out = append(out, other)
				}
			}
		})
		return out
	}
	var hashes []string
	for _, item := range s.evidence {
		if text(get(item, "id")) == id {
			hashes = append(hashes, strings.ToLower(text(get(item, "sha256"))))
		}
	}
	for i, item := range s.evidence {
		hash := strings.ToLower(text(get(item, "sha256")))
		if flaw == "evidence_same_file" && hash != "" && slices.Contains(hashes, hash) || flaw != "evidence_same_file" && text(get(item, "id")) == id {
			out = append(out, at("evidence", i))
		}
	}
	return out
}
