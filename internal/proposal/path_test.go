package proposal

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestPathsReadAndWriteTheSame(t *testing.T) {
	for _, row := range []struct {
		path Path
		text string
		json string
	}{
		{nil, "", "[]"},
		{Path{Key("data")}, "data", `["data"]`},
		{Path{Key("data"), Key("datasets"), Index(0), Key("strata")}, "data.datasets[0].strata", `["data","datasets",0,"strata"]`},
		{Path{Index(3), Index(0)}, "[3][0]", "[3,0]"},
		{Path{Index(0), Key("a")}, "[0].a", `[0,"a"]`},
		{Path{Key("a b")}, `["a b"]`, `["a b"]`},
		{Path{Key("a"), Key("b.c"), Key("d")}, `a["b.c"].d`, `["a","b.c","d"]`},
		{Path{Key("a-b"), Key("c_d"), Key("0")}, "a-b.c_d.0", `["a-b","c_d","0"]`},
		{Path{Key("名称")}, `["名称"]`, `["名称"]`},
		{Path{Key("")}, `[""]`, `[""]`},
		{Path{Key("0"), Index(0)}, "0[0]", `["0",0]`},
		{Path{Key(`q"]b`), Key("\n\u202e")}, `["q\"]b"]["\n\u202e"]`, "[\"q\\\"]b\",\"\\n\u202e\"]"},
	} {
		if got := row.path.String(); got != row.text {
			t.Errorf("got text %s, want %s", got, row.text)
		}
		back, err := ParsePath(row.text)
		if err != nil || back.Compare(row.path) != 0 || !slices.Equal(back, row.path) {
			t.Errorf("%s: got %#v and error %v", row.text, back, err)
		}
		encoded, err := json.Marshal(row.path)
		if err != nil || string(encoded) != row.json {
			t.Errorf("%s: got JSON %s and error %v, want %s", row.text, encoded, err, row.json)
		}
		var decoded Path
		if err := json.Unmarshal([]byte(row.json), &decoded); err != nil || !slices.Equal(decoded, row.path) {
			t.Errorf("%s: got %#v and error %v from JSON", row.text, decoded, err)
		}
	}
}

func TestParsePathRefusesWhatStringNeverWrites(t *testing.T) {
	for _, text := range []string{".", ".a", "a.", "a..b", "a b", "a[", "a[]", "a[-1]", "a[+1]", "a[01]", "a[x]", "a[0]b", `a["b`, `a["b"`, `a["b\q"]`, "a]b", "名称", "a[99999999999999999999]", " a"} {
		if p, err := ParsePath(text); err == nil {
			t.Errorf("%q: got %#v, want an error", text, p)
		}
	}
}

func TestPathsFromJSONAreKeysAndIndexes(t *testing.T) {
	for _, text := range []string{`null`, `"a"`, `{}`, `[null]`, `[true]`, `[-1]`, `[1.5]`, `[["a"]]`, `[4294967296]`, `[`} {
		p := Path{Key("before")}
		if err := json.Unmarshal([]byte(text), &p); err == nil && text != "null" {
			t.Errorf("%s: got %#v, want an error", text, p)
		}
	}
}

func TestPathsSort(t *testing.T) {
	var paths []Path
	for _, text := range []string{"b", "a[10]", "a[2].x", "a", "a[2]", "", "a.b"} {
		p, err := ParsePath(text)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	slices.SortFunc(paths, Path.Compare)
	want := []string{"", "a", "a.b", "a[2]", "a[2].x", "a[10]", "b"}
	for i, p := range paths {
		if p.String() != want[i] {
			t.Errorf("place %d: got %s, want %s", i, p, want[i])
		}
	}
}

func TestAppendSharesNoMemory(t *testing.T) {
	p := make(Path, 1, 8)
	p[0] = Key("a")
	b, c := p.Append(Key("b")), p.Append(Key("c"), Index(1))
	if b.String() != "a.b" || c.String() != "a.c[1]" || p.String() != "a" {
		t.Errorf("got %s, %s and %s", p, b, c)
	}
	if same := p.Append(); &same[0] == &p[0] {
		t.Error("Append without steps shares memory")
	}
}

func TestStepsAreKeysOrIndexes(t *testing.T) {
	if k, ok := Key("a").Key(); k != "a" || !ok {
		t.Error("a key is no key")
	}
	if _, ok := Key("a").Index(); ok {
		t.Error("a key is an index")
	}
	if i, ok := Index(0).Index(); i != 0 || !ok {
		t.Error("an index is no index")
	}
	if _, ok := Index(0).Key(); ok {
		t.Error("an index is a key")
	}
}

func TestSuggest(t *testing.T) {
	known := []string{"datasets", "data_security", "title_zh", "kpi_ids", "start", "end", "id", "kpis", "项目名称"}
	for word, want := range map[string]string{
		"dataset": "datasets", "datsets": "datasets", "daatsets": "datasets", "DataSets": "datasets", "data-security": "data_security", "dataSecurity": "data_security",
		"titel_zh": "title_zh", "title-zh": "title_zh", "kpi": "kpis", "kpisd": "kpis", "sart": "start", "ned": "end", "ID": "id", "项目名": "项目名称",
		"budget": "", "x": "", "": "", "datas": "", "governance": "",
	} {
		got, ok := Suggest(word, known)
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q and %v, want %q", word, got, ok, want)
		}
	}
	if got, _ := Suggest("bat", []string{"rat", "cat", "hat"}); got != "cat" {
		t.Errorf("got %q of equally near words, want the first by alphabet", got)
	}
	if _, ok := Suggest("a", nil); ok {
		t.Error("got a suggestion from nothing")
	}
}
