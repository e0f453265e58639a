package pack

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// Files gives everything that a pack is loaded from, by path, as it is: nothing of it is looked into.
func Files(fsys fs.FS, id string) (map[string][]byte, error) {
	all, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte, len(all))
	for name, text := range all {
		out[name] = []byte(text)
	}
	return out, nil
}

// Contents gives the files of a pack by path, as a bundle has them: those that it is loaded from and, at dataName, the
// thresholds as a document for programs that know OPA's bundles and no thresholds.yaml. The pack need not be valid.
func Contents(fsys fs.FS, id, dataName string) (map[string][]byte, error) {
	all, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, all)
	var p packFile
	var raw map[string]any
	if !l.decode(l.path("pack.yaml"), &p) || !l.decode(l.path("thresholds.yaml"), &raw) {
		return nil, l.invalid()
	}
	doc, err := jsonValue(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.path("thresholds.yaml"), err)
	}
	data, err := json.Marshal(doc)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", l.path("thresholds.yaml"), err)
	}
	out := map[string][]byte{dataName: append(data, '\n')}
	for name, text := range all {
		if !strings.HasPrefix(name, "seeds/") || name == p.Source.File {
			out[name] = []byte(text)
		}
	}
	return out, nil
}
