package server_test

import (
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/server"
)

// skeleton gives the files of a small pack that works, with changes in its numbers.
func skeleton(t *testing.T, id string, change *strings.Replacer) fstest.MapFS {
	t.Helper()
	files, err := pack.Skeleton(pack.SkeletonOptions{
		ID: id, File: "doc.txt", Document: "项目单位应当列出措施和负责人。", Title: catalog.Text{ZH: "办法", EN: "Measures"}, Publisher: catalog.Text{ZH: "部门", EN: "Ministry"},
	})
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		if strings.HasSuffix(name, "/pack.yaml") || strings.HasSuffix(name, "/thresholds.yaml") {
			text = []byte(change.Replace(string(text)))
		}
		fsys[name] = &fstest.MapFile{Data: text}
	}
	return fsys
}

// smallProposal passes a skeleton.
const smallProposal = "project: {id: P, title: t}\nmeasures:\n  - {id: M1, text: a, owner: b}\n  - {id: M2, text: a, owner: b}\n"

// Row R17 of docs/packs-under-attack.md: packs are replaced all the time, every other one of them broken or not signed, and
// each verdict is that of the pack that its answer names.
func TestPacksThatAreReplacedUnderLoadNeverMix(t *testing.T) {
	t.Parallel()
	var packs []*pack.Pack
	for _, change := range []*strings.Replacer{
		strings.NewReplacer(), strings.NewReplacer("version: 0.1.0", "version: 0.2.0", "value: 2", "value: 5"),
	} {
		p, err := pack.Open(skeleton(t, "swap", change), "swap")
		if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, p)
	}
	var next atomic.Int64
	s := open(t, func(o *server.Options) {
		o.Packs = []server.PackSource{{ID: "swap", Files: fstest.MapFS{}, Open: func() (*pack.Pack, error) {
			switch n := next.Add(1); n % 4 {
			case 0:
				return nil, errors.New("the bundle is not signed")
			case 1, 2:
				return packs[0], nil
			default:
				return packs[1], nil
			}
		}}}
	})
	want := map[string]string{"swap 0.1.0 sha256:" + packs[0].Ref.Digest: "pass", "swap 0.2.0 sha256:" + packs[1].Ref.Digest: "fail"}
	seen := map[string]int{}
	var mu sync.Mutex
	var clients sync.WaitGroup
	stop := time.Now().Add(2 * time.Second)
	for range 4 {
		clients.Go(func() {
			for time.Now().Before(stop) {
				w := do(s, call{method: http.MethodPost, path: "/v1/assessments", media: "application/yaml", body: smallProposal})
				of, verdict := w.Header().Get("Hegui-Pack"), w.Header().Get("Hegui-Verdict")
				if w.Code != http.StatusOK || want[of] != verdict {
					t.Errorf("%d: pack %q says %q, want %q", w.Code, of, verdict, want[of])
				}
				mu.Lock()
				seen[of]++
				mu.Unlock()
			}
		})
	}
	for time.Now().Before(stop) {
		_ = s.Reload() // every fourth fails
		time.Sleep(20 * time.Millisecond)
	}
	clients.Wait()
	if len(seen) != len(want) {
		t.Errorf("only %v answered", seen)
	}
}
