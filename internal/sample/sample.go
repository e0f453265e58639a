// Package sample writes random but realistic proposals: for measuring speed and memory over many files, and for looking
// at how scores spread. [Write] gives one file; the same seed and index give the same bytes on any machine, so that any
// number of workers may share the work.
//
// A proposal is of one of fourteen kinds of project (see archetypes.go), in Chinese or English, told briefly or at length,
// and prepared with more or less care. Its numbers add up, until defects of known families are put in (see defect.go).
// Of the first 1,000 files of seed 1, 88 % are in the form of the schema; half have fewer than 16 KB, a tenth more than
// 35 KB; by the general profile 13 % pass, 13 % wait for a person and 74 % fail.
package sample

import (
	"fmt"
	"io"
)

// Meta says what was written.
type Meta struct {
	Index     int
	Archetype string   // kind of project, one of Archetypes
	Language  string   // "zh" or "en"
	Style     string   // "block", "mixed" or "flow"
	Size      string   // "brief", "thin", "typical" or "full"
	Care      string   // "careless", "ordinary" or "careful"
	Defects   []string // families of the defects put in, in order; what was left out for want of care is not listed
	OffForm   bool     // a defect is one of form: the schema is violated
	BOM, CRLF bool
	Aliases   int // uses of anchors
	Bytes     int
}

// Archetypes are the ids of all kinds of project.
func Archetypes() []string {
	ids := make([]string, len(archetypes))
	for i, a := range archetypes {
		ids[i] = a.id
	}
	return ids
}

// Name is the file name of proposal i.
func Name(i int) string { return fmt.Sprintf("proposal-%06d.yaml", i) }

// Write writes proposal i of a seed. The error is that of w; i is not negative.
func Write(w io.Writer, seed uint64, i int) (Meta, error) {
	d := newDraft(seed, i)
	d.build()
	offForm := d.spoil()
	e := d.style()
	if e.aliases {
		d.alias()
	}
	d.reorder()
	src := e.write(d.root, d.head(), sectionTitles[d.lang])
	meta := Meta{
		Index: i, Archetype: d.a.id, Language: []string{"zh", "en"}[d.lang], Style: e.name,
		Size: []string{"brief", "thin", "typical", "full"}[d.size], Care: []string{"careless", "ordinary", "careful"}[d.care],
		Defects: d.defects, OffForm: offForm, BOM: e.bom, CRLF: e.crlf, Bytes: len(src),
	}
	d.root.each(func(n *node) { meta.Aliases += b2i(n.alias != "") })
	_, err := w.Write(src)
	return meta, err
}

// newDraft draws what kind of proposal i is.
func newDraft(seed uint64, i int) *draft {
	d := &draft{dice: newDice(seed, i)}
	shares := make([]int, len(archetypes))
	for j, a := range archetypes {
		shares[j] = a.share
	}
	a := archetypes[d.weighted(shares)]
	d.a = &a
	d.lang = b2i(d.chance(a.english))
	d.size = size(d.weighted([]int{56, 19, 16, 9}))
	d.care = care(d.weighted([][]int{{30, 50, 20}, {25, 45, 30}, {20, 40, 40}, {8, 37, 55}}[d.size]))
	if a.faker && d.chance(80) {
		d.care = careless
	}
	return d
}
