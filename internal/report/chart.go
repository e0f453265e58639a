package report

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"hegui/internal/assess"
)

// Charts are inline SVG, drawn here and nowhere else: no text of a proposal enters them, and every text is escaped. Each
// has a name and a description for those who do not see it, and stands beside a table of its numbers. Colours come from
// the page's style sheet by class; what a colour says, a shape or a number says too.

// drawing collects the elements of one chart.
type drawing struct{ b strings.Builder }

func (d *drawing) add(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

// text writes a label; anchor is start, middle or end.
func (d *drawing) text(x, y int, anchor, class, s string) {
	d.add(`<text x="%d" y="%d" text-anchor="%s" class="%s">%s</text>`, x, y, anchor, class, template.HTMLEscapeString(s))
}

// svg closes the drawing. The id must be unique in the page.
func (d *drawing) svg(id, class string, width, height int, title, description string) template.HTML {
	return template.HTML(fmt.Sprintf(
		`<svg class="chart %s" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-t %s-d"><title id="%s-t">%s</title><desc id="%s-d">%s</desc>%s</svg>`,
		class, width, height, id, id, id, template.HTMLEscapeString(title), id, template.HTMLEscapeString(description), d.b.String()))
}

// decoration closes a drawing that only repeats the numbers beside it, stretched to the width it is given.
func (d *drawing) decoration(class string, width, height int) template.HTML {
	return template.HTML(fmt.Sprintf(`<svg class="chart %s" viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true" focusable="false">%s</svg>`,
		class, width, height, d.b.String()))
}

// axis is one spoke of a radar.
type axis struct {
	label        string
	score, floor assess.Score
	judged       bool // whether the floor is
}

// radar draws scores on spokes, the first one up, clockwise; a dot for each, hollow and larger where it is below a floor
// that is judged. It needs three spokes.
func radar(id, title, description string, axes []axis) template.HTML {
	const width, height, cx, cy, r = 400, 340, 200, 170, 122
	var d drawing
	at := func(i int, score int) (int, int) {
		angle := 2 * math.Pi * float64(i) / float64(len(axes))
		length := float64(r*score) / 10000
		return cx + int(math.Round(length*math.Sin(angle))), cy - int(math.Round(length*math.Cos(angle)))
	}
	polygon := func(class string, score func(i int) int) {
		d.add(`<polygon class="%s" points="`, class)
		for i := range axes {
			x, y := at(i, score(i))
			d.add("%d,%d ", x, y)
		}
		d.add(`"/>`)
	}
	for _, ring := range []int{2500, 5000, 7500, 10000} {
		polygon("grid", func(int) int { return ring })
	}
	for i := range axes {
		x, y := at(i, 10000)
		d.add(`<line class="grid" x1="%d" y1="%d" x2="%d" y2="%d"/>`, cx, cy, x, y)
	}
	polygon("floor", func(i int) int { return int(axes[i].floor) })
	polygon("area", func(i int) int { return int(axes[i].score) })
	for i, a := range axes {
		x, y := at(i, int(a.score))
		if a.judged && a.score < a.floor {
			d.add(`<circle class="low" cx="%d" cy="%d" r="6"/>`, x, y)
		} else {
			d.add(`<circle class="dot" cx="%d" cy="%d" r="4"/>`, x, y)
		}
		x, y = at(i, 11300)
		anchor := "middle"
		switch {
		case x > cx+r/4:
			anchor = "start"
		case x < cx-r/4:
			anchor = "end"
		}
		d.text(x, y+5, anchor, "label", a.label)
	}
	return d.svg(id, "radar", width, height, title, description)
}

// bar draws one horizontal bar of a score, with a mark where the floor is. The number stands beside it.
func bar(score, floor assess.Score, low bool) template.HTML {
	var d drawing
	d.add(`<rect class="track" x="0" y="2" width="1000" height="12"/>`)
	class := "fill"
	if low {
		class = "fill lowfill"
	}
	d.add(`<rect class="%s" x="0" y="2" width="%d" height="12"/>`, class, int(score)/10)
	if floor > 0 {
		d.add(`<line class="mark" x1="%d" x2="%d" y1="0" y2="16"/>`, int(floor)/10, int(floor)/10)
	}
	return d.decoration("bar", 1000, 16)
}

// portion draws one horizontal bar of a part of a unbroken.
func portion(part, whole int) template.HTML {
	var d drawing
	d.add(`<rect class="track" x="0" y="2" width="1000" height="12"/>`)
	d.add(`<rect class="fill lowfill" x="0" y="2" width="%d" height="12"/>`, int(share(part, whole))/10)
	return d.decoration("bar", 1000, 16)
}

// box draws the spread of scores between 0 and 100: whiskers to the lowest and the highest, a box between the quartiles, a
// line at the median.
func box(s *spread) template.HTML {
	var d drawing
	x := func(v assess.Score) int { return 2 + int(v)*996/10000 }
	d.add(`<line class="grid" x1="2" x2="998" y1="12" y2="12"/>`)
	for _, tick := range []assess.Score{0, 2500, 5000, 7500, 10000} {
		d.add(`<line class="grid" x1="%d" x2="%d" y1="8" y2="16"/>`, x(tick), x(tick))
	}
	d.add(`<line class="whisker" x1="%d" x2="%d" y1="12" y2="12"/>`, x(s.Min), x(s.Max))
	for _, end := range []assess.Score{s.Min, s.Max} {
		d.add(`<line class="whisker" x1="%d" x2="%d" y1="6" y2="18"/>`, x(end), x(end))
	}
	d.add(`<rect class="box" x="%d" y="4" width="%d" height="16"/>`, x(s.Q1), max(x(s.Q3)-x(s.Q1), 2))
	d.add(`<line class="median" x1="%d" x2="%d" y1="2" y2="22"/>`, x(s.Median), x(s.Median))
	return d.decoration("box", 1000, 24)
}

// columns draws a histogram: one column for each count, its number above it, bounds below.
func columns(id, title, description string, counts []int, bounds []string) template.HTML {
	const width, height, left, top, floor = 480, 260, 16, 26, 226
	var d drawing
	most := 1
	for _, n := range counts {
		most = max(most, n)
	}
	step := (width - 2*left) / len(counts)
	for i, n := range counts {
		tall := (floor - top) * n / most
		if n > 0 {
			tall = max(tall, 2)
		}
		x := left + i*step
		d.add(`<rect class="fill" x="%d" y="%d" width="%d" height="%d"/>`, x+3, floor-tall, step-6, tall)
		if n > 0 {
			d.text(x+step/2, floor-tall-7, "middle", "number", fmt.Sprint(n))
		}
	}
	d.add(`<line class="axis" x1="%d" x2="%d" y1="%d" y2="%d"/>`, left, left+step*len(counts), floor, floor)
	for i, s := range bounds {
		d.text(left+i*step, floor+20, "middle", "label", s)
	}
	return d.svg(id, "histogram", width, height, title, description)
}
