package editor

import (
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// maxProof bounds, in bytes, what is parsed to prove the repairs of one text: each by parsing the text it gives. A draft
// of 10 KB may have a hundred repairs, and a proposal of 60 KB sixteen.
const maxProof = 1 << 20

// maxDrafts bounds the findings of one text for which a repair is looked for.
const maxDrafts = 500

// repair adds edits to diagnostics that one can repair. None is offered that does not give a text which parses and holds
// what it held before, but for the field in question.
func (t *Text) repair(o *outline, all []Diagnostic) {
	doc, err := t.parse()
	if err != nil {
		return
	}
	parsed, drafts := 0, 0
	known := map[string]*Edit{} // by path and code: requirements often miss the same field
	for i := range all {
		f := all[i].finding
		if f == nil || drafts == maxDrafts {
			continue
		}
		drafts++
		r := repairer{text: t, doc: doc, outline: o, finding: f}
		if !r.draft() {
			continue
		}
		name := f.Path.String() + "\x00" + r.insert
		edit, done := known[name]
		if size := len(t.lines.text) + len(r.insert); !done && parsed+size <= maxProof {
			parsed += size
			if r.proven() {
				edit = &Edit{Range{t.lines.position(r.start), t.lines.position(r.end)}, r.insert}
			}
			known[name] = edit
		}
		all[i].Edit = edit
	}
}

// repairer drafts and proves the repair of one finding.
type repairer struct {
	text    *Text
	doc     *proposal.Document
	outline *outline
	finding *assess.Finding

	start, end int // offsets that insert replaces
	insert     string
	becomes    proposal.Step // what the last step of the path is afterwards
}

// draft finds a repair that can be written as text; false when there is none.
func (r *repairer) draft() bool {
	p := r.finding.Path
	if len(p) == 0 {
		return false
	}
	r.becomes = p[len(p)-1]
	switch r.finding.Code {
	case "misspelt_key":
		near := r.finding.Args["near"].Text
		r.becomes = proposal.Key(near)
		return r.replaceKey(near)
	case "number_full_width", "number_numeral":
		return r.replaceValue(r.finding.Args["number"].Number)
	case "not_allowed":
		return r.nearestWord()
	case "missing", "missing_key":
		return r.absent()
	}
	return false
}

// node finds the outline's node of a path by its place in the parsed text.
func (r *repairer) node(p proposal.Path) *node {
	n := r.outline.root
	for _, step := range p {
		var next *node
		if i, ok := step.Index(); ok {
			if i < len(n.children) {
				next = n.children[i]
			}
		} else {
			key, _ := step.Key()
			next = n.child(key)
		}
		if n = next; n == nil {
			return nil
		}
	}
	return n
}

func (r *repairer) replaceKey(key string) bool {
	n := r.node(r.finding.Path)
	if n == nil || n.keyStart == n.keyEnd || key == "" {
		return false
	}
	r.start, r.end, r.insert = n.keyStart, n.keyEnd, key
	return true
}

func (r *repairer) replaceValue(value string) bool {
	n := r.node(r.finding.Path)
	if n == nil || n.kind != scalar || n.start == n.end || value == "" {
		return false
	}
	r.start, r.end, r.insert = n.start, n.end, value
	return true
}

// nearestWord replaces a word that is not allowed by the allowed one that looks most like it.
func (r *repairer) nearestWord() bool {
	f := r.text.pack.Schema.Field(r.finding.Path)
	if f == nil {
		return false
	}
	near, ok := proposal.Suggest(r.finding.Args["got"].Text, f.Enum)
	return ok && r.replaceValue(scalarText(near))
}

// absent writes a field that is not there. A requirement's example shows a section or a list that it misses. For a defect
// of form it is the only value that a field may have, or the required fields of a section, still to be filled in.
func (r *repairer) absent() bool {
	p := r.finding.Path
	if _, there := r.doc.At(p); there {
		return false // empty, which a person must fill
	}
	key, ok := p[len(p)-1].Key()
	f := r.text.pack.Schema.Field(p)
	if !ok || f == nil {
		return false
	}
	var lines []string
	if req, known := r.text.pack.Catalog.Requirement(r.finding.Requirement); known {
		if f.List || f.Type == "object" { // a single value would be invented
			lines = exampleOf(req, p)
		}
	} else if f.Type == "object" || !f.List && len(f.Enum) == 1 {
		lines = strings.Split(key+below(f, 0), "\n")
	}
	return len(lines) > 0 && r.insertField(p[:len(p)-1], lines)
}

// insertField writes the lines of a field at the end of the block mapping at a path.
func (r *repairer) insertField(parent proposal.Path, lines []string) bool {
	m := r.node(parent)
	if m == nil || m.kind != mapping || m.flow || len(m.children) == 0 {
		return false
	}
	l, indent := &r.text.lines, strings.Repeat(" ", m.column)
	at := l.end(l.lineAt(m.reach()))
	r.start, r.end = at, at
	for _, line := range lines {
		r.insert += l.lineBreak()
		if line != "" {
			r.insert += indent + line
		}
	}
	return true
}

// exampleOf gives the lines of a field in the example of a requirement, without the indentation that they have there;
// nothing when it shows no such field. For any item of a list it is the first of the example.
func exampleOf(req *catalog.Requirement, p proposal.Path) []string {
	text := req.Example.ZH // the same YAML in both languages, but for its texts; proposals are in Chinese
	o := newOutline(text)
	n := o.root
	for _, step := range p {
		if _, item := step.Index(); item && len(n.children) > 0 {
			n = n.children[0]
		} else if key, _ := step.Key(); true {
			n = n.child(key)
		}
		if n == nil {
			return nil
		}
	}
	if n.parent.flow {
		return strings.Split(text[n.keyStart:n.reach()], "\n")
	}
	l := newLines(text)
	var lines []string
	for line := l.lineAt(n.keyStart); line <= l.lineAt(n.reach()); line++ {
		content := text[l.starts[line]:l.end(line)]
		indent := min(n.parent.column, len(content)-len(strings.TrimLeft(content, " ")))
		lines = append(lines, content[indent:])
	}
	return lines
}

// proven says whether the repair gives a text that parses, has the field, and holds everything else as before.
func (r *repairer) proven() bool {
	text := r.text.lines.text
	doc, err := proposal.Parse(r.doc.Name, []byte(text[:r.start]+r.insert+text[r.end:]), proposal.Limits{})
	if err != nil {
		return false
	}
	p := r.finding.Path
	after := p[:len(p)-1].Append(r.becomes)
	if v, ok := doc.At(after); !ok || v.Kind() == proposal.Null {
		return false
	}
	return sameBut(r.doc.Root(), doc.Root(), p, r.becomes)
}

// sameBut says whether two values are the same but for what stands at a path, whose last step is another in the second.
func sameBut(a, b *proposal.Value, p proposal.Path, becomes proposal.Step) bool {
	if len(p) == 0 {
		return true
	}
	if a.Kind() != b.Kind() || len(a.Items()) != len(b.Items()) {
		return false
	}
	for i := range a.Items() {
		if p[0] != proposal.Index(i) {
			if !same(a.Items()[i], b.Items()[i]) {
				return false
			}
		} else if !sameBut(a.Items()[i], b.Items()[i], p[1:], becomes) {
			return false
		}
	}
	extra := 0 // fields that the change itself may add
	for _, f := range a.Fields() {
		if p[0] == proposal.Key(f.Key) && len(p) == 1 {
			extra--
			continue
		}
		other, ok := b.Get(f.Key)
		switch {
		case !ok:
			return false
		case p[0] == proposal.Key(f.Key):
			if !sameBut(f.Value, other, p[1:], becomes) {
				return false
			}
		case !same(f.Value, other):
			return false
		}
	}
	if key, ok := becomes.Key(); ok && len(p) == 1 {
		if _, added := b.Get(key); added {
			extra++
		}
	}
	return len(b.Fields()) == len(a.Fields())+extra
}

// same says whether two values hold the same.
func same(a, b *proposal.Value) bool {
	if a.Kind() != b.Kind() || a.Text() != b.Text() || a.Bool() != b.Bool() || len(a.Items()) != len(b.Items()) || len(a.Fields()) != len(b.Fields()) {
		return false
	}
	for i := range a.Items() {
		if !same(a.Items()[i], b.Items()[i]) {
			return false
		}
	}
	for i, f := range a.Fields() {
		if b.Fields()[i].Key != f.Key || !same(f.Value, b.Fields()[i].Value) {
			return false
		}
	}
	return true
}
