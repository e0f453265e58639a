package catalog

import (
	"encoding/json"
	"testing"
)

func TestArgsAreReadAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	for name, arg := range map[string]Arg{
		"number":          {Number: "12.50"},
		"negative number": {Number: "-3"},
		"text":            {Text: "华为 <b>&\u2028"},
		"empty text":      {},
		"text of digits":  {Text: "12"},
		"term":            {Term: "group_minors"},
		"words":           {Words: Text{ZH: "预算", EN: "budget"}},
		"list":            {List: []Arg{{Number: "1"}, {Text: "a"}, {List: []Arg{{Term: "t"}}}}},
		"empty list":      {List: []Arg{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			written, err := json.Marshal(arg)
			if err != nil {
				t.Fatal(err)
			}
			var read Arg
			if err := json.Unmarshal(written, &read); err != nil {
				t.Fatal(err)
			}
			again, err := json.Marshal(read)
			if err != nil || string(again) != string(written) {
				t.Errorf("got %s and %v, want %s", again, err, written)
			}
		})
	}
}

func TestArgsRefuseEverythingElse(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		`true`, `{}`, `{"term":""}`, `{"term":"a","zh":"b"}`, `{"zh":"a"}`, `{"zh":"","en":""}`,
		`{"term":1}`, `{"other":"a"}`, `[true]`, `[[{"term":1}]]`,
	} {
		var a Arg
		if err := json.Unmarshal([]byte(in), &a); err == nil {
			t.Errorf("%s is read as %+v", in, a)
		}
	}
}
