package server

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/store"
)

// formOverhead is what a form may hold beside its files: boundaries and headers.
const formOverhead = 64 << 10

// file is one file of a request.
type file struct {
	name string
	src  []byte
}

// proposalOf reads the proposal of a request.
func proposalOf(c *gin.Context) (file, error) {
	limit := int64(proposal.DefaultLimits().Bytes)
	media, params, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if err != nil {
		return file{}, &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	if media == "multipart/form-data" {
		files, err := formOf(c, params["boundary"], "proposal")
		if err != nil {
			return file{}, err
		}
		requestOf(c).content = store.Digest(files[0].src)
		return files[0], nil
	}
	src, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, limit))
	requestOf(c).content = store.Digest(src)
	if err == nil && media == "application/json" {
		err = isJSON(src)
	}
	return file{"proposal.yaml", src}, err
}

// isJSON refuses what says to be JSON and is not: it may be YAML by another mistake. Keys that are given twice are for the reader of
// proposals to name, with both lines.
func isJSON(src []byte) error {
	var value jsontext.Value
	if err := json.Unmarshal(src, &value, jsontext.AllowDuplicateNames(true)); err != nil {
		return malformed(src, err)
	}
	return nil
}

// formOf reads a form that holds each of the named files once and nothing else, in any order; it gives them in the order
// of the names. Nothing is written to disk.
func formOf(c *gin.Context, boundary string, names ...string) ([]file, error) {
	each := int64(proposal.DefaultLimits().Bytes)
	body := http.MaxBytesReader(c.Writer, c.Request.Body, int64(len(names))*each+formOverhead)
	form := multipart.NewReader(body, boundary)
	files := make([]file, len(names))
	seen := make([]bool, len(names))
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, formError(err, names[0])
		}
		i := slices.Index(names, part.FormName())
		if i < 0 {
			return nil, wrong(shown(part.FormName()), catalog.Text{ZH: "表单没有这一项。", EN: "The form has no such field."})
		}
		if seen[i] {
			return nil, wrong(names[i], catalog.Text{ZH: "此项只能给出一次。", EN: "Give the field once."})
		}
		seen[i] = true
		src, err := io.ReadAll(io.LimitReader(part, each+1))
		if err != nil {
			return nil, formError(err, names[i])
		}
		if int64(len(src)) > each {
			return nil, &refusal{code: codeTooLarge, parameter: names[i]}
		}
		files[i] = file{part.FileName(), src}
		if files[i].name == "" {
			files[i].name = names[i] + ".yaml"
		}
	}
	if i := slices.Index(seen, false); i >= 0 {
		return nil, wrong(names[i], catalog.Text{ZH: "表单缺少此项。", EN: "The form lacks this field."})
	}
	return files, nil
}

// formError tells a form that is too large and one that did not arrive from one that is not a form.
func formError(err error, field string) error {
	var large *http.MaxBytesError
	var broken *bodyError
	if errors.As(err, &large) || errors.As(err, &broken) {
		return err
	}
	return wrong(field, catalog.Text{ZH: "表单（multipart/form-data）不完整。", EN: "The form (multipart/form-data) is incomplete."})
}
