package replay

import (
	"slices"
	"strconv"
	"strings"

	"hegui/internal/proposal"
)

// Trait divides proposals into groups by one value of theirs.
type Trait struct {
	ID    string        // stable name, "size"
	Path  proposal.Path // of the value, a text or a number
	Group func(value string) string
}

// Others is the group of those of which the trait is known and that only make up the rest.
const Others = "others"

// GroupsOf gives the group of a proposal by each trait, in their order: "" where the proposal does not hold the value, or
// holds one that belongs to no group.
func GroupsOf(doc *proposal.Document, traits []Trait) []string {
	out := make([]string, len(traits))
	for i, t := range traits {
		v, ok := doc.At(t.Path)
		if ok && (v.Kind() == proposal.String || v.Kind() == proposal.Number) {
			out[i] = strings.Clone(t.Group(v.Text())) // it is kept, the proposal is not
		}
	}
	return out
}

// Traits are the ways to group proposals that packs for projects share: by the applicant's size, headcount and kind, and
// by region, province, industry, type, field and stage of the project. A pack whose proposals do not have a field simply
// has no groups by it.
func Traits() []Trait {
	path := func(keys ...string) proposal.Path {
		p := make(proposal.Path, len(keys))
		for i, k := range keys {
			p[i] = proposal.Key(k)
		}
		return p
	}
	province := path("project", "region", "province_gb2260")
	return []Trait{
		{"small", path("applicant", "size"), smallFirm},
		{"size", path("applicant", "size"), word},
		{"headcount", path("applicant", "employees"), headcount},
		{"organisation", path("applicant", "org_type"), word},
		{"region", province, Region},
		{"province", province, provinceOf},
		{"industry", path("project", "sector_gb4754"), industry},
		{"type", path("project", "type"), word},
		{"field", path("project", "ai_plus_domain"), word},
		{"stage", path("project", "stage"), word},
	}
}

// maxWord bounds a value that names a group: a longer one is prose, which makes no group.
const maxWord = 40

// word takes a value as it is.
func word(value string) string {
	if len(value) > maxWord {
		return ""
	}
	return value
}

// smallFirm puts small and micro enterprises together, against everyone else.
func smallFirm(size string) string {
	switch size {
	case "small", "micro":
		return "small_micro"
	case "":
		return ""
	default:
		return Others
	}
}

// headcountBands are the bounds between micro, small, medium and large industrial enterprises by number of employees
// (MIIT 2011 No. 300, on the classification of small and medium-sized enterprises).
var headcountBands = []struct {
	below int64
	band  string
}{{20, "0-19"}, {300, "20-299"}, {1000, "300-999"}}

func headcount(value string) string {
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < 0 {
		return ""
	}
	for _, b := range headcountBands {
		if n < b.below {
			return b.band
		}
	}
	return "1000+"
}

// provinceOf takes the province of a code of GB/T 2260: its first two digits.
func provinceOf(code string) string {
	if len(code) != 6 || Region(code) == "" {
		return ""
	}
	return code[:2]
}

// regions are the four that the National Bureau of Statistics divides the mainland into (2011), by the first two digits
// of GB/T 2260.
var regions = []struct {
	name      string
	provinces []string
}{
	{"east", []string{"11", "12", "13", "31", "32", "33", "35", "37", "44", "46"}},
	{"central", []string{"14", "34", "36", "41", "42", "43"}},
	{"west", []string{"15", "45", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"}},
	{"northeast", []string{"21", "22", "23"}},
}

// Region finds the region of a code of GB/T 2260; "" for one that is in none.
func Region(code string) string {
	if len(code) < 2 {
		return ""
	}
	for _, r := range regions {
		if slices.Contains(r.provinces, code[:2]) {
			return r.name
		}
	}
	return ""
}

// industry takes the section of a class of GB/T 4754: its letter.
func industry(class string) string {
	if class == "" || class[0] < 'A' || class[0] > 'T' {
		return ""
	}
	return class[:1]
}
