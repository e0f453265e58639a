package sample

import (
	"fmt"
	"slices"
	"strings"
)

// style draws how the proposal is written.
func (d *draft) style() *emitter {
	s := style{english: d.lang == en, indent: 2, quote: pick(d.dice, []string{"least", "least", "least", "double", "single"}), notes: pick(d.dice, []int{0, 0, 8, 25, 60}),
		banner: d.in(0, 2), hang: d.chance(30), bom: d.chance(5), crlf: d.chance(7), aliases: d.chance(9)}
	switch d.weighted([][]int{{15, 55, 30}, {40, 42, 18}}[b2i(d.size > brief)]) {
	case 0:
		s.name = "block"
	case 1:
		s.name, s.width = "mixed", d.in(100, 150)
	default:
		s.name, s.width = "flow", d.in(400, 900)
	}
	if d.chance(12) {
		s.indent = 4
	}
	if d.chance(55) {
		s.fold = d.in(88, 130)
	}
	return &emitter{style: s, d: d.dice, remarks: []string{
		d.fill(say{"见附件{1..9}", "see annex {1..9}"}), d.fill(say{"与合同一致", "as in the contract"}), d.fill(say{"待财务复核", "to be checked by finance"}),
		d.fill(say{"{who}提供", "from {who}"}), d.fill(say{"{2025..2026}年口径", "as of {2025..2026}"}), d.fill(say{"现场核实", "checked on site"}), d.fill(say{"第{2..5}稿改", "changed in draft {2..5}"}),
	}}
}

// head are the comments at the top of the file.
func (d *draft) head() []string {
	if d.chance(25) {
		return nil
	}
	lines := []string{d.fill(say{"{0} —— {申报书|项目申报书（第{1..4}稿）}", "{0} -- proposal"}, d.done["project"].get("title_zh").text)}
	if d.chance(60) {
		lines = append(lines, d.fill(say{"金额单位为万元，占比单位为百分数{，日期为年-月-日|}。", "Amounts in 10,000 CNY, shares in per cent."}))
	}
	return lines
}

// alias writes lists that occur more than once as an anchor and aliases.
func (d *draft) alias() {
	first := map[string]*node{}
	uses, anchors := 0, 0
	d.root.each(func(n *node) {
		if n.kind != list || len(n.items) == 0 || n.items[0].kind != leaf {
			return
		}
		texts := []string{}
		for _, item := range n.items {
			texts = append(texts, item.text)
		}
		key := strings.Join(texts, "\x00")
		f := first[key]
		switch {
		case f == nil:
			first[key] = n
		case uses < 20 && d.chance(70):
			if f.anchor == "" {
				anchors++
				f.anchor = fmt.Sprintf("a%d", anchors)
			}
			n.alias = f.anchor
			uses++
		}
	})
}

// reorder changes the order of keys, seldom of all. An anchor has to stand before its aliases, so proposals with aliases
// keep theirs.
func (d *draft) reorder() {
	mode := d.weighted([]int{62, 23, 15})
	aliased := false
	d.root.each(func(n *node) { aliased = aliased || n.alias != "" })
	if mode == 0 || aliased {
		return
	}
	d.root.each(func(n *node) {
		if n.kind != mapping || len(n.fields) < 3 || mode == 1 && !d.chance(20) {
			return
		}
		from := 0
		if n == d.root || n.fields[0].key == "id" {
			from = 1
		}
		if n == d.root {
			from = 2
		}
		rest := slices.Clone(n.fields[from:])
		for i, j := range d.order(len(rest)) {
			n.fields[from+i] = rest[j]
		}
	})
}
