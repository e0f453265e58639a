package cli

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// Both languages say everything, and each phrase takes the same values in both.
func TestWordsExistInBothLanguages(t *testing.T) {
	t.Parallel()
	zh, en := map[string]string{}, map[string]string{}
	phrases(zh, "", reflect.ValueOf(chinese))
	phrases(en, "", reflect.ValueOf(english))
	for name, s := range zh {
		if s == "" || en[name] == "" {
			t.Errorf("%s: %q, %q", name, s, en[name])
		}
		if got, want := strings.Count(s, "%"), strings.Count(en[name], "%"); got != want {
			t.Errorf("%s fills %d values in Chinese and %d in English", name, got, want)
		}
	}
	if len(zh) != len(en) {
		t.Errorf("%d phrases in Chinese, %d in English", len(zh), len(en))
	}
}

func phrases(out map[string]string, prefix string, v reflect.Value) {
	for i := range v.NumField() {
		name := prefix + v.Type().Field(i).Name
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			out[name] = f.String()
		case reflect.Struct:
			phrases(out, name+"/", f)
		case reflect.Map:
			for _, k := range f.MapKeys() {
				out[fmt.Sprintf("%s/%s", name, k.String())] = f.MapIndex(k).String()
			}
		}
	}
}
