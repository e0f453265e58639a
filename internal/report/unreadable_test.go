package report

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// refusedArchive stands for an error with words of its own that is not the parser's.
type refusedArchive struct{}

func (refusedArchive) Error() string     { return "internal words" }
func (refusedArchive) ErrorCode() string { return "E_RATIO" }
func (refusedArchive) Message(lang string) string {
	return map[string]string{"zh": "压缩炸弹", "en": "a bomb"}[lang]
}
func (refusedArchive) Remedy(lang string) string {
	return map[string]string{"zh": "检查内容。", "en": "Look inside."}[lang]
}

func TestUnreadableInBothLanguages(t *testing.T) {
	_, parse := proposal.Parse("a.yaml", nil, proposal.Limits{})
	archive := jsonUnreadable{
		File: "x", Code: "E_RATIO",
		Message: catalog.Text{ZH: "压缩炸弹", EN: "a bomb"}, Remedy: catalog.Text{ZH: "检查内容。", EN: "Look inside."},
	}
	tests := []struct {
		name string
		err  error
		want jsonUnreadable
	}{
		{"an error with words of its own", refusedArchive{}, archive},
		{"wrapped", fmt.Errorf("read: %w", refusedArchive{}), archive},
		{"the parser's, with its place", parse, jsonUnreadable{
			File: "x", Code: "E_EMPTY", Position: &proposal.Position{Line: 1, Column: 1},
			Message: catalog.Text{ZH: "文件里没有内容", EN: "the file has no content"},
			Remedy:  catalog.Text{ZH: "用 hegui init 生成初稿，再逐项填写。", EN: "Write a first draft with hegui init and fill it in."},
		}},
		{"of the file system", &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}, jsonUnreadable{
			File: "x", Code: "unreadable",
			Message: catalog.Text{ZH: "文件不存在", EN: "the file does not exist"},
			Remedy:  catalog.Text{ZH: "核对文件名和所在目录。", EN: "Check the name and the folder."},
		}},
		{"any other", errors.New("odd"), jsonUnreadable{File: "x", Code: "unreadable", Message: catalog.Text{ZH: "odd", EN: "odd"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			u := &Unreadable{File: "x", Err: test.err}
			if diff := cmp.Diff(test.want, unreadableJSON(u)); diff != "" {
				t.Errorf("want -, got +:\n%s", diff)
			}
			for lang, want := range map[catalog.Lang]string{catalog.ZH: test.want.Message.ZH, catalog.EN: test.want.Message.EN} {
				var out bytes.Buffer
				w, err := New(&out, Text, Options{Catalog: &catalog.Catalog{}, Lang: lang})
				if err != nil {
					t.Fatal(err)
				}
				if err := errors.Join(w.Skip(u), w.Close()); err != nil {
					t.Fatal(err)
				}
				if !bytes.Contains(out.Bytes(), []byte(want)) {
					t.Errorf("got %q, want %q in it", out.String(), want)
				}
			}
		})
	}
}
