package report

import (
	"fmt"
	"reflect"
)

// phrases lists every string of a set of words by the name of its field or map key.
func phrases(w any) map[string]string {
	out := map[string]string{}
	v := reflect.ValueOf(w)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			out[name] = f.String()
		case reflect.Map:
			for _, k := range f.MapKeys() {
				out[fmt.Sprintf("%s/%s", name, k.String())] = f.MapIndex(k).String()
			}
		case reflect.Slice:
			for i := range f.Len() {
				out[fmt.Sprintf("%s/%d", name, i)] = f.Index(i).String()
			}
		}
	}
	return out
}
