package sample

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestQuick(t *testing.T) {
	dir := os.Getenv("OUT")
	n := 0
	fmt.Sscan(os.Getenv("N"), &n)
	if dir == "" {
		t.Skip()
	}
	for i := range n {
		var b bytes.Buffer
		m, err := Write(&b, 1, i)
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, Name(i)), b.Bytes(), 0o644)
		fmt.Println(Name(i), m.Archetype, m.Language, m.Style, m.Size, m.Care, m.Bytes)
	}
}
