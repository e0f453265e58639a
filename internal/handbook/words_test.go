package handbook

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Both languages say everything, and each phrase takes the same values in both.
func TestWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, set := range []struct{ zh, en any }{{chinese, english}, {chineseTrace, englishTrace}} {
		zh, en := phrases(set.zh), phrases(set.en)
		for _, name := range slices.Sorted(maps.Keys(zh)) {
			if zh[name] == "" || en[name] == "" {
				t.Errorf("%s: %q, %q", name, zh[name], en[name])
			}
			if got, want := verbs(zh[name]), verbs(en[name]); !slices.Equal(got, want) {
				t.Errorf("%s fills %v in Chinese and %v in English", name, got, want)
			}
		}
		if len(zh) != len(en) {
			t.Errorf("%d phrases in Chinese, %d in English", len(zh), len(en))
		}
	}
	for _, w := range []*traceWords{&chineseTrace, &englishTrace} {
		for _, c := range Coverages() {
			if w.coverage[c] == "" || w.meaning[c] == "" || coverageSigns[c] == "" {
				t.Errorf("coverage %s has no words or no sign", c)
			}
		}
		for _, e := range Expectations() {
			if w.expects[e] == "" {
				t.Errorf("expectation %s has no words", e)
			}
		}
		for _, g := range GapKinds() {
			if w.gap[g] == "" {
				t.Errorf("gap %s has no words", g)
			}
		}
	}
}

func phrases(words any) map[string]string {
	out := map[string]string{}
	v := reflect.ValueOf(words)
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		if f.Kind() == reflect.String {
			out[name] = f.String()
			continue
		}
		for _, k := range f.MapKeys() {
			out[fmt.Sprint(name, "/", k)] = f.MapIndex(k).String()
		}
	}
	return out
}

func verbs(s string) []string {
	return regexp.MustCompile(`%[a-z]`).FindAllString(strings.ReplaceAll(s, "%%", ""), -1)
}
