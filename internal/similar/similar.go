// Package similar finds proposals of different applicants that share long passages of prose.
//
// An [Index] takes proposals one at a time and keeps their prose; [Index.Find] compares them all in near-linear time:
// short texts that few applicants use propose pairs, an exact comparison of the two proposals decides. What stands in
// the known documents (the policy itself) and what stands in many proposals of the batch is not anyone's own text and
// does not count. DESIGN.md holds the method, the parameters, what was measured, and what is not found.
package similar

import (
	"strings"

	"hegui/internal/proposal"
)

// Figures of the method, all defaults of this tool. Lengths are in characters: a Chinese character is one, a word or a
// number is two, so that 60 characters are 60 Chinese characters or 30 English words.
const (
	DefaultMinCharacters = 60      // a shared passage of this length is reported
	MinCharacters        = 20      // the least that Options may ask for; a shorter piece counts for nothing
	MaxCharacters        = 100_000 // of one proposal's prose that are compared
	MaxCommon            = 50      // common passages that a result lists

	scattered   = 3 // pieces count together when they sum to this many times the length of a passage
	minFragment = MinCharacters
	minOther    = 30 // a value that is not called prose by its key is prose from this length
)

// Options say what counts. The zero value is the default.
type Options struct {
	MinCharacters int      // length of a passage worth reporting, DefaultMinCharacters when 0, else at least MinCharacters
	Known         []string // documents anyone may quote: the policy text, examples of the pack
}

// Proposal names one proposal of the batch.
type Proposal struct {
	Name      string `json:"name"`      // as given to Add
	Applicant string `json:"applicant"` // applicant.name; "" when missing
	USCC      string `json:"uscc"`      // applicant.uscc, upper case; "" when missing
	Project   string `json:"project"`   // project.id; "" when missing

	// Characters is the length of all prose, 0 to MaxCharacters. Truncated says that there was more, which is not
	// compared.
	Characters int  `json:"characters"`
	Truncated  bool `json:"truncated"`
}

// applicant is the identity by which two proposals come from the same hands; "" when the proposal gives none.
func (p *Proposal) applicant() string {
	if p.USCC != "" {
		return "uscc:" + p.USCC
	}
	if p.Applicant != "" {
		return "name:" + p.Applicant
	}
	return ""
}

// Index holds the prose of a batch. It is not safe for concurrent use.
//
// For each proposal it keeps the prose and one 4-byte unit for each character or word, at most MaxCharacters of them:
// about 36 KB for a proposal of 4,500 characters in 150 values.
type Index struct {
	options Options
	entries []*entry
}

// New makes an empty index.
func New(o Options) *Index {
	if o.MinCharacters == 0 {
		o.MinCharacters = DefaultMinCharacters
	}
	o.MinCharacters = max(o.MinCharacters, MinCharacters)
	return &Index{options: o}
}

// Add takes one proposal in. The name need not be unique. The document is not kept.
func (x *Index) Add(name string, doc *proposal.Document) {
	e := &entry{Proposal: Proposal{
		Name:      strings.Clone(name),
		Applicant: textAt(doc, "applicant", "name"),
		USCC:      strings.ToUpper(textAt(doc, "applicant", "uscc")),
		Project:   textAt(doc, "project", "id"),
	}}
	e.read(doc)
	x.entries = append(x.entries, e)
}

// textAt gives a short text of the proposal without outer spaces, "" when there is none. A number counts as its text: an
// identity written without quotes is still one.
func textAt(doc *proposal.Document, keys ...string) string {
	v := doc.Root()
	for _, k := range keys {
		next, ok := v.Get(k)
		if !ok {
			return ""
		}
		v = next
	}
	return strings.Clone(strings.TrimSpace(v.Text()))
}

// Len says how many proposals the index holds.
func (x *Index) Len() int { return len(x.entries) }

// Result is what Find found, in an order that depends on the proposals alone, not on the order of Add.
type Result struct {
	MinCharacters int `json:"min_characters"`
	Proposals     int `json:"proposals"`

	// Copies are pairs of different applicants, SameApplicant pairs of one. Both are sorted by similarity, the highest
	// first, then by names. Of one applicant's versions each is paired with the next only.
	Copies        []Pair `json:"copies"`
	SameApplicant []Pair `json:"same_applicant"`

	// Common are long passages that stand in the proposals of more than ten applicants, the most frequent first, at
	// most MaxCommon. They count as nobody's copy; a ring of many copiers shows here.
	Common    []Common   `json:"common"`
	Truncated []Proposal `json:"truncated"` // proposals whose prose was longer than what is compared, by name
}

// Pair is two proposals that share text, A before B by name.
type Pair struct {
	A          Proposal  `json:"a"`
	B          Proposal  `json:"b"`
	Similarity int       `json:"similarity"` // per mille of the shorter one's own prose that is shared, 0 to 1000, rounded down
	Shared     int       `json:"shared"`     // characters shared, those of short values that are the same included
	Passages   []Passage `json:"passages"`   // of 20 characters or more, the longest first
}

// Passage is a text that both proposals have, perhaps with edits.
type Passage struct {
	Shared int  `json:"shared"` // characters that are the same and neither quoted nor common
	A      Side `json:"a"`
	B      Side `json:"b"`
}

// Place is a value of a proposal: its path, and the position of its key, or of the item in a list.
type Place struct {
	Path     proposal.Path     `json:"path"`
	Position proposal.Position `json:"position"`
}

// Side is a passage in one of the two proposals.
type Side struct {
	Place
	Parts []Part `json:"parts"` // the whole value, in order: joined they give its text
}

// Part is a stretch of a value.
type Part struct {
	Text   string `json:"text"`
	Shared bool   `json:"shared"` // the other proposal has it too
}

// Common is a passage that many applicants have.
type Common struct {
	Text       string `json:"text"`
	Applicants int    `json:"applicants"` // at least how many have it; proposals without an identity count each
	Name       string `json:"name"`       // the first proposal by name that has it
	Place             // in that proposal
}
