package batch

import (
	"os"
	"strings"
	"testing"
)

// fuzzLimits are small, so that the limits are met and every input is quick.
var fuzzLimits = Limits{Proposal: 1000, Archive: 64 << 10, Inflated: 20_000, Entries: 20, RatioFrom: 500, NameBytes: 40, NameLevels: 4}

// checkArchive holds what must be true of any bytes that are called an archive: no panic, within the limits, names fit to
// be shown, an error of ours with words where there is an error, the same again a second time, and never nothing at all.
func checkArchive(t *testing.T, name string, content []byte) {
	file := t.TempDir() + "/" + name
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	in := Inputs{Names: []string{file}, Limits: fuzzLimits}
	var got []string
	total, refused := int64(0), false
	for item := range in.Items(t.Context()) {
		if refused {
			t.Errorf("got %s after the archive was refused", line(t, item))
		}
		total += int64(len(item.Src))
		inside, isEntry := strings.CutPrefix(item.Name, file+"!")
		if !isEntry && item.Name != file || isEntry && (!printable(inside) || item.Err == nil && (climbs(inside) || len(inside) > 3*fuzzLimits.NameBytes)) {
			t.Errorf("got name %q", item.Name)
		}
		if int64(len(item.Src)) > fuzzLimits.Proposal+1 {
			t.Errorf("got %d bytes of %s", len(item.Src), item.Name)
		}
		if item.Err != nil {
			e, ok := item.Err.(*Error)
			if !ok || e.Message("zh") == "" || e.Remedy("en") == "" {
				t.Errorf("got error %T %v", item.Err, item.Err)
			}
			refused = !isEntry
		} else if !isEntry {
			t.Errorf("got the archive itself as a proposal")
		}
		got = append(got, line(t, item))
	}
	if len(got) == 0 || len(got) > fuzzLimits.Entries || total > fuzzLimits.Inflated {
		t.Errorf("got %d items of %d bytes", len(got), total)
	}
	if refused && len(got) > 1 {
		t.Errorf("got items before the archive was refused: %q", got)
	}
	check(t, items(t, in), got...)
	if n, known := in.Count(t.Context()); known && n != len(got) && !refused {
		t.Errorf("got count %d of %d items", n, len(got))
	}
}

func fuzzMembers() [][]member {
	return [][]member{
		{}, yamls(2), {{name: "../a.yaml"}, {name: "b.yaml", content: "b"}}, {{name: "a.yaml"}, {name: "A.YAML"}}, {{name: "a\xff\x81.json", content: "{}"}},
		{{name: "a.yaml", content: strings.Repeat(" ", 5000)}}, {{name: "d/"}, {name: "d/readme"}}, yamls(21),
	}
}

func FuzzZip(f *testing.F) {
	for _, members := range fuzzMembers() {
		f.Add(zipOf(members...))
		f.Add(rawStored(members...))
	}
	f.Fuzz(func(t *testing.T, content []byte) { checkArchive(t, "x.zip", content) })
}

func FuzzTar(f *testing.F) {
	for _, members := range fuzzMembers() {
		f.Add(tarOf(members...), false)
		f.Add(gzipOf(tarOf(members...)), true)
	}
	f.Add(sparseTar(member{name: "s.yaml", content: "x"}), false)
	f.Fuzz(func(t *testing.T, content []byte, packed bool) {
		name := "x.tar"
		if packed {
			name = "x.tar.gz"
		}
		checkArchive(t, name, content)
	})
}
