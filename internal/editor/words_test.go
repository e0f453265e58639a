package editor

import (
	"reflect"
	"strings"
	"testing"
)

// Both languages say everything, and each phrase takes the same values in both.
func TestWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	zh, en := reflect.ValueOf(chinese), reflect.ValueOf(english)
	for i := range zh.NumField() {
		name := zh.Type().Field(i).Name
		if name == "kinds" {
			continue
		}
		a, b := zh.Field(i).String(), en.Field(i).String()
		if a == "" || b == "" || strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("%s: %q, %q", name, a, b)
		}
	}
	for kind, name := range chinese.kinds {
		if name == "" || english.kinds[kind] == "" || len(chinese.kinds) != len(english.kinds) {
			t.Errorf("%s: %q, %q", kind, name, english.kinds[kind])
		}
	}
}
