package report

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// sarifWriter writes one SARIF run for all proposals. The order in the file is: the tool with its rules, then the
// results of each proposal as it comes (verdict, form, conflicts, requirements in the order of the catalog, hints,
// warnings), then the bases of file names and the invocation. Only the files that could not be read, and how far up file
// names lead, are kept until the end.
//
// A file that the parser refuses is a result: its author can repair it at the line. A file that could not be read at all
// is a notification, and the execution was not successful.
type sarifWriter struct {
	phrasing
	w         *bufio.Writer  // keeps errors of the writer until flush
	err       error          // of encoding
	rules     map[string]int // index by id
	separator string
	failed    []sarifNotification
	ups       map[int]bool // how many folders up file names lead
	absolute  bool
}

const sarifHead = `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [{
    "language": %s,
    "columnKind": "unicodeCodePoints",
    "automationDetails": %s,
    "tool": {"driver": {
      "name": "hegui",%s
      "shortDescription": %s,
      "properties": %s,
      "rules": [`

func newSARIF(w io.Writer, o Options) (*sarifWriter, error) {
	s := &sarifWriter{
		phrasing: newPhrasing(o), w: bufio.NewWriter(w), rules: map[string]int{}, ups: map[int]bool{},
	}
	language := "en-US"
	if o.Lang == catalog.ZH {
		language = "zh-CN"
	}
	version := raw("")
	if o.Engine != "" {
		version = raw(fmt.Sprintf("\n      \"version\": %q,", o.Engine))
	}
	s.format(sarifHead, language,
		// One category per pack and profile, so that runs under several profiles stand side by side (§3.17.3).
		map[string]string{"id": fmt.Sprintf("hegui/%s/%s/", o.Catalog.ID, o.Profile.ID)},
		version, message(o.Catalog.Title.In(o.Lang)),
		sarifDriverBag{Pack: o.Catalog.ID, PackVersion: o.Catalog.Version, PackTitle: o.Catalog.Title, Profile: o.Profile.ID})
	for i, rule := range s.describeRules() {
		s.rules[rule.ID] = i
		s.item("        ", rule)
	}
	s.format("\n      ]\n    }},\n    \"results\": [")
	s.separator = ""
	return s, s.flush()
}

func (s *sarifWriter) Add(a *assess.Assessment) error {
	s.item("      ", s.verdict(a))
	issues := s.issues(a)
	for i := range issues {
		s.item("      ", s.result(a, &issues[i]))
	}
	return s.flush()
}

func (s *sarifWriter) Skip(u *Unreadable) error {
	code, at := unreadableAt(u)
	problem, remedy := unreadableText(u, s.o.Lang)
	text := s.repaired(problem, remedy)
	location := s.location(u.File, assess.Place{Position: at})
	if parseError(u.Err) == nil {
		location.PhysicalLocation.Region = nil
		s.failed = append(s.failed, sarifNotification{
			Descriptor: sarifDescriptor{code}, Level: "error", Message: message(text), Locations: []sarifLocation{location},
		})
		return nil
	}
	as := unreadableJSON(u)
	s.item("      ", sarifResult{
		RuleID: ruleUnreadable + "/" + code, RuleIndex: s.rules[ruleUnreadable], Kind: "fail", Level: "error",
		Message: message(text), Locations: []sarifLocation{location}, Suppressions: []sarifSuppression{},
		Fingerprints: fingerprints(digest(ruleUnreadable, code)),
		Properties:   sarifIssueBag{Code: code, Message: safeText(as.Message), Remedy: ptr(safeText(as.Remedy))},
	})
	return s.flush()
}

func (s *sarifWriter) Close() error {
	bases := map[string]sarifBase{sarifWork: {Description: message(s.formats.baseWork)}}
	if s.absolute {
		bases[sarifRoot] = sarifBase{URI: "file:///", Description: message(s.formats.baseRoot)}
	}
	for _, n := range slices.Sorted(maps.Keys(s.ups)) {
		bases[sarifUp(n)] = sarifBase{Description: message(fmt.Sprintf(s.formats.baseUp, n))}
	}
	s.format("\n    ],\n    \"originalUriBaseIds\": %s,\n    \"invocations\": %s\n  }]\n}\n", bases, []sarifInvocation{{len(s.failed) == 0, list(s.failed)}})
	return s.flush()
}

// item writes one rule or result: a line of its own, so that reports can be compared line by line.
func (s *sarifWriter) item(indent string, v any) {
	s.format("%s\n%s%s", raw(s.separator), raw(indent), v)
	s.separator = ","
}

// raw is text that format writes as it is.
type raw string

// format writes values as JSON. The first error is kept and given by flush.
func (s *sarifWriter) format(format string, values ...any) {
	texts := make([]any, len(values))
	for i, v := range values {
		if text, ok := v.(raw); ok {
			texts[i] = string(text)
			continue
		}
		b, err := compact(v)
		if s.err == nil {
			s.err = err
		}
		texts[i] = b
	}
	fmt.Fprintf(s.w, format, texts...)
}

func (s *sarifWriter) flush() error {
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// verdict says what became of the whole proposal, as a result at its top.
func (s *sarifWriter) verdict(a *assess.Assessment) sarifResult {
	kind, level := "pass", "none" // §3.27.9, §3.27.10
	switch a.Decision.Verdict {
	case assess.VerdictReview:
		kind = "review"
	case assess.VerdictFail, assess.VerdictError:
		kind, level = "fail", "error"
	}
	bag := sarifVerdictBag{
		Verdict: string(a.Decision.Verdict), Score: a.Decision.Score.String(), Statuses: map[string]int{}, Form: len(a.Form),
		SHA256: a.SHA256, ContentSHA256: a.ContentSHA256, PackDigest: a.Pack.Digest, AsOf: a.AsOf,
		Project: Safe(a.Project), Title: Safe(a.Title),
	}
	if a.Unwaived != nil {
		bag.Unwaived = string(a.Unwaived.Verdict)
	}
	for _, status := range assess.Statuses() {
		bag.Statuses[string(status)] = 0
	}
	for i := range a.Results {
		bag.Statuses[string(a.Results[i].Status)]++
	}
	return sarifResult{
		RuleID: ruleVerdict, RuleIndex: s.rules[ruleVerdict], Kind: kind, Level: level, Message: message(s.verdictText(a)),
		Locations: []sarifLocation{s.location(a.File, assess.Place{Position: top})}, Suppressions: []sarifSuppression{},
		Fingerprints: fingerprints(digest(ruleVerdict)), Properties: bag,
	}
}

func (s *sarifWriter) result(a *assess.Assessment, is *issue) sarifResult {
	bag := sarifIssueBag{Code: is.code, Path: Safe(is.Path.String()), Basis: is.basis, Message: safeText(is.message)}
	if is.remedy != (catalog.Text{}) {
		bag.Remedy = ptr(safeText(is.remedy))
	}
	out := sarifResult{
		RuleID: is.rule, RuleIndex: s.rules[is.rule], Kind: "fail", Level: sarifLevel(is.gravity),
		Locations: []sarifLocation{s.location(a.File, is.Place)}, Suppressions: []sarifSuppression{},
		Fingerprints: fingerprints(is.fingerprint),
	}
	if is.result == nil {
		out.RuleID += "/" + is.code // a rule with one child per code, §3.27.5
	} else {
		bag.PointsLost, bag.Vetoes = a.LostShare(is.result).String(), is.result.Vetoes
		if w := is.result.Waiver; w != nil {
			bag.Waived = true
			out.Suppressions = append(out.Suppressions, sarifSuppression{"external", "accepted", Safe(s.waiverText(w))})
		}
	}
	if is.manual {
		out.Kind, out.Level = "review", "none"
	}
	for i, place := range is.related {
		at := s.location(a.File, place)
		at.ID = ptr(i + 1)
		out.RelatedLocations = append(out.RelatedLocations, at)
	}
	out.Message, out.Properties = message(s.repaired(is.message.In(s.o.Lang), is.remedy.In(s.o.Lang))), bag
	return out
}

func sarifLevel(g gravity) string {
	switch g {
	case decisive:
		return "error"
	case serious:
		return "warning"
	default:
		return "note"
	}
}

func fingerprints(hex string) map[string]string { return map[string]string{"hegui/v1": hex} }

func ptr[T any](v T) *T { return &v }

// safeText makes a text of both languages harmless in a viewer.
func safeText(t catalog.Text) catalog.Text { return catalog.Text{ZH: Safe(t.ZH), EN: Safe(t.EN)} }

// message writes plain text so that SARIF reads it as such: braces are doubled (§3.11.5), and what would read as a
// link, "[text](target)", is taken apart (§3.11.6): viewers follow any target.
func message(s string) sarifText {
	return sarifText{Text: sarifPlain.Replace(Safe(s))}
}

var sarifPlain = strings.NewReplacer("{", "{{", "}", "}}", "](", "] (")

// The bases that file names are relative to (§3.14.14).
const (
	sarifWork = "%SRCROOT%" // the name that code scanning knows
	sarifRoot = "FILESYSTEM"
)

func sarifUp(n int) string { return fmt.Sprintf("PARENT%d", n) }

func (s *sarifWriter) location(file string, p assess.Place) sarifLocation {
	out := sarifLocation{PhysicalLocation: sarifPhysical{ArtifactLocation: s.artifact(file)}}
	if !p.Position.IsZero() {
		out.PhysicalLocation.Region = &sarifRegion{p.Position.Line, p.Position.Column}
	}
	if len(p.Path) > 0 {
		out.LogicalLocations = []sarifLogical{{Safe(p.Path.String()), "member"}}
	}
	return out
}

// artifact names a file by a relative reference and its base. A name is never a URI of its own: a colon in it, as all
// that is not plain, is percent-encoded, and folders above the base are a base of their own, because a reference with a
// base must not lead out of it.
func (s *sarifWriter) artifact(file string) sarifArtifact {
	name, base := slashed(file), sarifWork
	if filepath.IsAbs(file) {
		base, s.absolute = sarifRoot, true
		name = strings.TrimLeft(name, "/")
	}
	ups := 0
	for name == ".." || strings.HasPrefix(name, "../") {
		name = strings.TrimPrefix(strings.TrimPrefix(name, ".."), "/")
		ups++
	}
	if ups > 0 {
		base = sarifUp(ups)
		s.ups[ups] = true
	}
	return sarifArtifact{percentEncode(name), base}
}

// percentEncode keeps the unreserved characters of RFC 3986 §2.3 and slashes.
func percentEncode(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~/", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
