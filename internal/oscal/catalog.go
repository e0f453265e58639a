package oscal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hegui/internal/catalog"
)

// Options say how a pack is exported.
type Options struct {
	Digest string       // of the pack, hex
	Lang   catalog.Lang // of titles and prose; the other language stands beside them
	AsOf   string       // YYYY-MM-DD, the date of the document
}

// other is the language that stands beside the one of the document.
func (o *Options) other() catalog.Lang {
	if o.Lang == catalog.ZH {
		return catalog.EN
	}
	return catalog.ZH
}

// StatementID is the id of the part of a control that holds the quote of its source.
func StatementID(requirement string) string { return requirement + "_smt" }

// ObjectiveID is the id of the part of a control that says what is assessed: findings are about it.
func ObjectiveID(requirement string) string { return requirement + "_obj" }

// own is a property of hegui's own.
func own(name, value string) Property {
	return Property{Name: name, NS: Namespace, Value: Line(value)}
}

// Own is a property of hegui's own: one line, never empty.
func Own(name, value string) Property { return own(name, value) }

// titles gives the title in the other language.
func (o *Options) titles(t catalog.Text) Property {
	return o.beside("title", t)
}

// beside gives a text in the other language.
func (o *Options) beside(name string, t catalog.Text) Property {
	return Property{Name: name, NS: Namespace, Class: string(o.other()), Value: Line(t.In(o.other()))}
}

func (o *Options) metadata(kind string, title catalog.Text, c *catalog.Catalog) Metadata {
	return Metadata{
		Title: Line(title.In(o.Lang)), LastModified: Time(o.AsOf), Version: c.Version, OSCALVersion: Version,
		Props: []Property{
			own("kind", kind), own("pack", c.ID), own("pack-digest", o.Digest), own("language", string(o.Lang)), o.titles(title),
		},
	}
}

// Catalog exports a pack: dimensions as groups, requirements as controls, thresholds as parameters. The statement of a
// control is the quote, in the language of the source; its objective is how hegui reads it, in both languages.
func Catalog(c *catalog.Catalog, o Options) *Document {
	source := sourceResource(c, &o)
	out := &CatalogModel{
		UUID:     UUID("catalog", c.ID, o.Digest, string(o.Lang), o.AsOf),
		Metadata: o.metadata("catalog", c.Title, c), BackMatter: &BackMatter{Resources: []Resource{source}},
	}
	for i := range c.Thresholds {
		t := &c.Thresholds[i]
		out.Params = append(out.Params, Parameter{
			ID: t.Name, Label: Line(t.Title.In(o.Lang)), Usage: t.Source.In(o.Lang), Values: []string{t.Value},
			Props: []Property{
				own("unit", t.Unit.In(o.Lang)), o.beside("unit", t.Unit), own("basis", string(t.Basis)), o.beside("usage", t.Source), o.titles(t.Title),
			},
		})
	}
	for _, d := range c.Dimensions {
		g := Group{ID: d.ID, Class: "dimension", Title: Line(d.Title.In(o.Lang)), Props: []Property{o.titles(d.Title)}}
		for i := range c.Requirements {
			if r := &c.Requirements[i]; r.Dimension == d.ID {
				g.Controls = append(g.Controls, o.control(c, r, source.UUID))
			}
		}
		out.Groups = append(out.Groups, g)
	}
	return &Document{Catalog: out}
}

// sourceResource is the document that the pack encodes.
func sourceResource(c *catalog.Catalog, o *Options) Resource {
	return Resource{
		UUID: UUID("source", c.Source.SHA256), Title: Line(c.Source.Title.In(o.Lang)),
		Props:  []Property{own("publisher", c.Source.Publisher.In(o.Lang)), o.titles(c.Source.Title)},
		RLinks: []ResourceLink{{HRef: c.Source.File, Hashes: []Hash{{"SHA-256", c.Source.SHA256}}}},
	}
}

func (o *Options) control(c *catalog.Catalog, r *catalog.Requirement, source string) Control {
	out := Control{
		ID: r.ID, Class: "requirement", Title: Line(r.Title.In(o.Lang)),
		Props: []Property{
			{Name: "label", Value: r.ID}, own("severity", string(r.Severity)), own("weight", strconv.Itoa(r.Weight)),
			own("effort-days", strconv.Itoa(r.Effort)), own("sentence", r.Quote.Sentence), own("sentence-offset", strconv.Itoa(r.Quote.Offset)),
			o.titles(r.Title),
		},
		Links: []Link{{HRef: "#" + source, Rel: "reference", Text: r.Quote.Sentence}},
	}
	for _, flag := range r.VetoWhen {
		out.Props = append(out.Props, own("veto-when", flag))
	}
	for _, g := range r.Grounding {
		out.Props = append(out.Props, own("grounding", g))
	}
	out.Parts = []Part{
		{ID: StatementID(r.ID), Name: "statement", Class: "source", Prose: r.Quote.Text},
		o.both(Part{ID: ObjectiveID(r.ID), Name: "assessment-objective"}, r.Reading),
	}
	if r.Confirm != (catalog.Text{}) {
		out.Parts = append(out.Parts, o.both(Part{ID: r.ID + "_gdn", Name: "guidance"}, r.Confirm))
	}
	codes := make([]string, 0, len(r.Codes))
	for code := range r.Codes {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		found := r.Codes[code]
		p := o.both(Part{ID: fmt.Sprintf("%s_code.%s", r.ID, code), Name: "defect", NS: Namespace, Title: code, Props: []Property{own("basis", string(found.Basis))}}, found.Message)
		p.Parts = append(p.Parts, o.both(Part{ID: fmt.Sprintf("%s_code.%s.remedy", r.ID, code), Name: "remedy", NS: Namespace}, found.Remedy))
		out.Parts = append(out.Parts, p)
	}
	out.Parts = append(out.Parts, o.both(Part{ID: r.ID + "_exm", Name: "example", NS: Namespace}, catalog.Text{ZH: fenced(r.Example.ZH), EN: fenced(r.Example.EN)}))
	return out
}

// fenced marks YAML in prose, which is Markdown.
func fenced(s string) string {
	if s == "" {
		return ""
	}
	return "```yaml\n" + strings.TrimRight(s, "\n") + "\n```"
}

// both fills a part with prose in the language of the document; the other language is a part of it.
func (o *Options) both(p Part, t catalog.Text) Part {
	p.Class, p.Prose = string(o.Lang), t.In(o.Lang)
	p.Parts = append(p.Parts, Part{ID: p.ID + "." + string(o.other()), Name: "translation", NS: Namespace, Class: string(o.other()), Prose: t.In(o.other())})
	return p
}

// Profile exports one profile of a pack: the requirements that it asks for, and the weights that differ from the
// catalog's. Pass mark and floors are properties, in basis points. It imports the document that [Catalog] gives for the
// same options, from the file name given.
func Profile(c *catalog.Catalog, p *catalog.Profile, file string, o Options) *Document {
	resource := Resource{
		UUID: UUID("catalog", c.ID, o.Digest, string(o.Lang), o.AsOf), Title: Line(c.Title.In(o.Lang)),
		RLinks: []ResourceLink{{HRef: file, MediaType: "application/oscal.catalog+json"}},
	}
	out := &ProfileModel{
		UUID: UUID("profile", c.ID, p.ID, o.Digest, string(o.Lang), o.AsOf), Metadata: o.metadata("profile", p.Title, c),
		Merge: &Merge{AsIs: true}, BackMatter: &BackMatter{Resources: []Resource{resource}},
	}
	m := &out.Metadata
	m.Remarks = p.Reasoning.In(o.Lang)
	m.Props = append(m.Props, own("profile", p.ID), own("pass-mark", strconv.Itoa(p.PassMark)), own("floor-min-share", strconv.Itoa(p.FloorMinShare)),
		o.beside("reasoning", p.Reasoning))
	for _, d := range c.Dimensions {
		m.Props = append(m.Props, Property{Name: "floor", NS: Namespace, Class: d.ID, Value: strconv.Itoa(p.FloorOf(d.ID))})
	}
	var ids []string
	modify := &Modify{}
	for i := range c.Requirements {
		r := &c.Requirements[i]
		weight := p.WeightOf(r)
		if weight == 0 {
			continue
		}
		ids = append(ids, r.ID)
		if weight != r.Weight {
			modify.Alters = append(modify.Alters, Alter{ControlID: r.ID, Adds: []Addition{{
				Position: "ending", Props: []Property{own("profile-weight", strconv.Itoa(weight))},
			}}})
		}
	}
	out.Imports = []Import{{HRef: "#" + resource.UUID, IncludeControls: []SelectControl{{WithIDs: ids}}}}
	if len(modify.Alters) > 0 {
		out.Modify = modify
	}
	return &Document{Profile: out}
}
