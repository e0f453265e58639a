// Package catalog holds what a pack asks for, as data: requirements, dimensions, profiles, thresholds, flags and the
// words of both languages. It reads nothing and decides nothing; package pack fills it from files and package assess
// reads it. Start at [Catalog].
package catalog

import (
	"slices"
	"strings"
)

// Catalog is everything a pack says that is not a rule.
type Catalog struct {
	ID      string // folder, Rego package and value of --pack, "aiplus"
	Version string // version of the pack, semantic
	Title   Text
	Source  Source

	Sentences    []Sentence    // of the source document, all of them, in order
	Dimensions   []Dimension   // in the order reports use
	Requirements []Requirement // grouped by dimension, in the order of their ids
	Profiles     []Profile     // sorted by id
	Thresholds   []Threshold   // sorted by name
	Grades       []Grade       // highest first
	Flags        []Flag        // sorted by name

	Readings []Reading // of vague clauses, in the order of the document

	Codes  map[string]Code // codes any requirement may raise, such as "missing"
	Hints  map[string]Code // what looks like a slip and costs nothing, by code
	Guards map[string]Text // by the code of the guard
	Terms  map[string]Text // words that findings put into messages
	Labels map[string]Text // names of proposal fields by Pattern, "data.datasets[].strata"

	// Fields of proposals, as paths: what tells projects apart, and what people call them by. Empty means project.id and
	// project.title_zh.
	ProjectID, ProjectTitle string
}

// Source is the document the pack encodes, pinned by its digest.
type Source struct {
	File      string // path inside the pack's file system
	SHA256    string // hex
	Title     Text
	Publisher Text
	Text      string // the document itself, byte for byte
}

// Sentence is one sentence of the source document and what becomes of it. Exactly one of three is true: requirements rule
// it (or a person does), or Reason says why nothing is asked of a project.
type Sentence struct {
	ID         string // "L19-S2": line and sentence of the document
	Start, End int    // in bytes, half-open
	Text       string
	RuledBy    []string // ids of the requirements whose quote stands in it
	HeldBy     []string // ids of requirements that hold it through a quote elsewhere
	Manual     Text     // what a person has to judge; empty for most
	Reason     Text     // why it asks nothing of a project; empty when it asks something
	Todo       bool     // the reason only says that nobody has classified it yet
}

// Dimension is a group of requirements with its own floor.
type Dimension struct {
	ID    string // "DATA"
	Title Text
}

// Severity says what failing a requirement means.
type Severity string

// The severities, heaviest first.
const (
	Veto  Severity = "veto"  // failing it fails the proposal, whatever the score
	Major Severity = "major" // costs its weight
	Minor Severity = "minor" // costs its weight, and is named after the majors
)

// Basis says what stands behind a code or a threshold. It decides whether a finding inside a veto requirement vetoes.
type Basis string

// The bases. Only BasisDefault is hegui's own reading; reports mark it with †.
const (
	BasisSource     Basis = "source"     // the sentence of the document itself
	BasisLaw        Basis = "law"        // a law or regulation
	BasisStandard   Basis = "standard"   // a published standard
	BasisArithmetic Basis = "arithmetic" // the proposal contradicts itself
	BasisDefault    Basis = "default"    // a number hegui chose; may lower a score, never vetoes
)

// Bases lists every basis, for validation and help.
func Bases() []Basis {
	return []Basis{BasisSource, BasisLaw, BasisStandard, BasisArithmetic, BasisDefault}
}

// Requirement is one checkable demand.
type Requirement struct {
	ID        string // "DATA-03"
	Title     Text
	Dimension string
	Severity  Severity
	VetoWhen  []string // flags that turn the requirement into a veto
	Weight    int      // 1..1000; the whole catalogue sums to 1000
	Applies   Condition
	Quote     Quote
	Reading   Text // what hegui reads the quote as asking
	Effort    int  // person-days that the repair takes, hegui's default
	Grounding []string
	Codes     map[string]Code
	Confirm   Text   // what a person should look at although the rule passes; empty when the rule says it all
	Example   Text   // YAML that would satisfy the requirement
	File      string // where it is written, for error messages
}

// Stem is the requirement's name in folders, packages and files: "data_03".
func (r *Requirement) Stem() string { return Stem(r.ID) }

// Stem turns a requirement id into the name of its folder and Rego package: "DATA-03" into "data_03".
func Stem(id string) string {
	return string(AppendStem(make([]byte, 0, 32), id))
}

// AppendStem is [Stem] behind other bytes: each requirement of each proposal is looked up by it.
func AppendStem(stem []byte, id string) []byte {
	before := len(stem)
	for i := range len(id) {
		switch c := id[i]; {
		case c >= 'A' && c <= 'Z':
			stem = append(stem, c+'a'-'A')
		case c == '-':
			stem = append(stem, '_')
		case c >= 0x80:
			return append(stem[:before], strings.ReplaceAll(strings.ToLower(id), "-", "_")...)
		default:
			stem = append(stem, c)
		}
	}
	return stem
}

// Quote is the sentence of the source document that asks for a requirement.
type Quote struct {
	Sentence string // "L19-S2": line and sentence of the document
	Offset   int    // in code points from the start of the document
	Text     string // verbatim
}

// Code is one way to miss a requirement.
type Code struct {
	Basis   Basis
	Message Text // the defect, with {args}
	Remedy  Text // the cheapest honest repair, with {args}
}

// Reading is a clause of the document that can be read in more than one way, and what the ways are. The requirements judge
// by the first alternative; the others say what would become of them if the clause were read otherwise.
type Reading struct {
	ID           string // and name of its Rego package, "inclusion"
	Quote        Quote
	Requirements []string        // ids of those that the reading decides
	Alternatives []Alternate     // the default first
	Codes        map[string]Code // that alternatives may raise beside those of the requirements
}

// DefaultAlternative is the id of the way in which the requirements themselves read a clause.
const DefaultAlternative = "default"

// Alternate is one way to read a clause.
type Alternate struct {
	ID    string // and name of its Rego package; "default" for the first
	Title Text
}

// Reading finds a reading by id.
func (c *Catalog) Reading(id string) (*Reading, bool) {
	for i := range c.Readings {
		if c.Readings[i].ID == id {
			return &c.Readings[i], true
		}
	}
	return nil, false
}

// Profile says which requirements count for one kind of call, and for how much.
type Profile struct {
	ID            string
	Title         Text
	Reasoning     Text
	PassMark      int            // basis points
	Floor         int            // basis points, for every dimension not in Floors
	Floors        map[string]int // basis points by dimension
	FloorMinShare int            // basis points of the applicable weight below which a dimension's floor is not judged
	Weights       map[string]int // by requirement id, replacing the catalogue's weight
	Exclude       []string       // requirement ids that this kind of call does not ask for
}

// FloorOf gives the floor of a dimension in basis points.
func (p *Profile) FloorOf(dimension string) int {
	if f, ok := p.Floors[dimension]; ok {
		return f
	}
	return p.Floor
}

// WeightOf gives the weight of a requirement under the profile; 0 when the profile leaves it out.
func (p *Profile) WeightOf(r *Requirement) int {
	for _, id := range p.Exclude {
		if id == r.ID {
			return 0
		}
	}
	if w, ok := p.Weights[r.ID]; ok {
		return w
	}
	return r.Weight
}

// Threshold is one number that rules compare with, and where it comes from.
type Threshold struct {
	Name   string
	Value  string // as written in the pack
	Unit   Text   // what stands after the value
	Basis  Basis
	Source Text // where it comes from: an article of law, a standard, a choice of the pack's own
	Title  Text
}

// In gives the value with its unit in a language. Chinese has no space before a percent sign or a bracket.
func (t Threshold) In(lang Lang) string {
	unit := t.Unit.In(lang)
	if lang == ZH && (strings.HasPrefix(unit, "%") || strings.HasPrefix(unit, "（")) {
		return t.Value + unit
	}
	return t.Value + " " + unit
}

// Grade is a band of scores with a name.
type Grade struct {
	ID    string
	From  int // basis points, inclusive
	Title Text
}

// Flag is a trait of a proposal that requirements depend on.
type Flag struct {
	Name  string
	Title Text
	Off   Text // why a requirement that needs the flag does not apply
	On    Text // why a requirement that needs the flag to be off does not apply; empty for flags that none excludes
}

// Requirement finds a requirement by id, in either spelling ("DATA-03", "data_03").
func (c *Catalog) Requirement(id string) (*Requirement, bool) {
	for i := range c.Requirements { // as findings name it: for hundreds of them, making stems takes most of the time
		if c.Requirements[i].ID == id {
			return &c.Requirements[i], true
		}
	}
	stem := Stem(id)
	for i := range c.Requirements {
		if c.Requirements[i].Stem() == stem {
			return &c.Requirements[i], true
		}
	}
	return nil, false
}

// Profile finds a profile by id.
func (c *Catalog) Profile(id string) (*Profile, bool) {
	for i := range c.Profiles {
		if c.Profiles[i].ID == id {
			return &c.Profiles[i], true
		}
	}
	return nil, false
}

// Sentence finds a sentence of the source document by id.
func (c *Catalog) Sentence(id string) (*Sentence, bool) {
	for i := range c.Sentences {
		if c.Sentences[i].ID == id {
			return &c.Sentences[i], true
		}
	}
	return nil, false
}

// Around gives what stands in the sentence of a quote before it and after it. Both are empty when the quote does not
// stand where it says.
func (c *Catalog) Around(q Quote) (before, after string) {
	s, ok := c.Sentence(q.Sentence)
	if !ok {
		return "", ""
	}
	// The offset counts code points of the document; a quote may stand in its sentence more than once.
	start, n := -1, 0
	for at := range c.Source.Text {
		if n == q.Offset {
			start = at - s.Start
			break
		}
		n++
	}
	if start >= 0 && start+len(q.Text) <= len(s.Text) && s.Text[start:start+len(q.Text)] == q.Text {
		return s.Text[:start], s.Text[start+len(q.Text):]
	}
	return "", ""
}

// ReadingsOf gives the clauses with several readings that decide a requirement.
func (c *Catalog) ReadingsOf(r *Requirement) []Reading {
	var found []Reading
	for _, reading := range c.Readings {
		if slices.Contains(reading.Requirements, r.ID) {
			found = append(found, reading)
		}
	}
	return found
}

// Flag finds a flag by name.
func (c *Catalog) Flag(name string) (*Flag, bool) {
	for i := range c.Flags {
		if c.Flags[i].Name == name {
			return &c.Flags[i], true
		}
	}
	return nil, false
}

// Code finds what a code means inside a requirement: its own codes first, then the codes that all share, then those of
// alternative readings of its clause.
func (c *Catalog) Code(r *Requirement, code string) (Code, bool) {
	if found, ok := r.Codes[code]; ok {
		return found, true
	}
	if found, ok := c.Codes[code]; ok {
		return found, true
	}
	for i := range c.Readings {
		if found, ok := c.Readings[i].Codes[code]; ok && slices.Contains(c.Readings[i].Requirements, r.ID) {
			return found, true
		}
	}
	return Code{}, false
}

// Grade gives the band that a score in basis points falls into; the lowest band when it is below all.
func (c *Catalog) Grade(score int) Grade {
	for _, g := range c.Grades {
		if score >= g.From {
			return g
		}
	}
	if n := len(c.Grades); n > 0 {
		return c.Grades[n-1]
	}
	return Grade{}
}

// FormCode finds what a defect of form means.
func FormCode(code string) (Code, bool) {
	found, ok := formCodes[code]
	return found, ok
}

// Label gives the name of the field at a path as proposal.Path writes it, "data.datasets[0].strata". A field without a
// name of its own is called by its key.
func (c *Catalog) Label(path string) Text {
	plain := withoutIndexes(path)
	if t, ok := c.Labels[plain]; ok {
		return t
	}
	key := plain[strings.LastIndex(plain, ".")+1:]
	return Text{ZH: key, EN: key}
}

// withoutIndexes takes [0] and [] out of a path.
func withoutIndexes(path string) string {
	at := strings.IndexByte(path, '[')
	if at < 0 {
		return path
	}
	out := append(make([]byte, 0, len(path)), path[:at]...)
	for at < len(path) {
		if path[at] == '[' {
			end := at + 1
			for end < len(path) && path[end] >= '0' && path[end] <= '9' {
				end++
			}
			if end < len(path) && path[end] == ']' {
				at = end + 1
				continue
			}
		}
		out = append(out, path[at])
		at++
	}
	return string(out)
}

// Quotable lists the texts that any proposal may hold without copying another one: the source document, and the examples that
// the requirements offer.
func (c *Catalog) Quotable() []string {
	texts := []string{c.Source.Text}
	for i := range c.Requirements {
		texts = append(texts, c.Requirements[i].Example.ZH, c.Requirements[i].Example.EN)
	}
	return texts
}
