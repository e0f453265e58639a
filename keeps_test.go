package hegui_test

import (
	"context"
	"reflect"
	"testing"
	"unsafe"

	"hegui/internal/proposal"
)

// Values of a document are parts of its source; an assessment holds copies, or many kept ones would keep as many sources.
func TestAssessmentsKeepNothingOfTheSource(t *testing.T) {
	t.Parallel()
	a := assessor(t)
	_, off := proposalFile(t, "f03-checkbox-smart-city")
	off = append(off, "\nunknown_key: x\nother: {z: [1, {y: 2}]}\n"...)
	for name, src := range map[string][]byte{"a proposal": second(proposalFile(t, "f02-typical-county-imaging")), "one off form": off} {
		doc, err := proposal.Parse(name, src, proposal.Limits{})
		if err != nil || !doc.Fast {
			t.Fatalf("%s: %v", name, err)
		}
		as, err := a.Assess(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		begin := uintptr(unsafe.Pointer(unsafe.StringData(doc.Line(1))))
		all := 0
		eachString(reflect.ValueOf(as), as.File, func(path, s string) {
			all++
			if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); s != "" && at >= begin && at < begin+uintptr(len(src)) {
				t.Errorf("%s: %s is a part of the source: %q", name, path, s)
			}
		})
		if all < 100 {
			t.Errorf("%s: found %d texts", name, all)
		}
	}
}

func second(_ string, src []byte) []byte { return src }

// eachString visits all strings below a value, unexported ones, too.
func eachString(v reflect.Value, path string, visit func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachString(v.Elem(), path, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			eachString(v.Index(i), path+"[]", visit)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			eachString(it.Key(), path+".key", visit)
			eachString(it.Value(), path, visit)
		}
	}
}
