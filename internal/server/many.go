package server

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/batch"
	"hegui/internal/pack"
	"hegui/internal/report"
)

// AssessMany answers POST /v1/assessments/stream. What is wrong with the request is a problem; from the first line on,
// what is wrong with a proposal is a line.
func (s *Server) AssessMany(c *gin.Context, params AssessManyParams) {
	p, err := s.packOf(value(params.Pack))
	if err != nil {
		refuse(c, err)
		return
	}
	assessor, err := s.assessor(p, value(params.Profile), value(params.AsOf))
	if err != nil {
		refuse(c, err)
		return
	}
	in, rename, done, err := s.inputs(c, value(params.Name))
	if err != nil {
		refuse(c, err)
		return
	}
	defer done()
	ctx := c.Request.Context()
	work := func(ctx context.Context, item batch.Item) line { return s.line(ctx, p, assessor, item, rename) }
	c.Header("Content-Type", "application/x-ndjson")
	out, err := report.New(c.Writer, report.NDJSON, report.Options{Catalog: p.Catalog, Profile: assessor.Profile, Engine: s.o.Version})
	if err != nil {
		refuse(c, err)
		return
	}
	for l := range batch.Run(ctx, in.Items, s.o.Limits.Slots, work) {
		if l.skip != nil {
			err = out.Skip(l.skip)
		} else {
			err = out.Add(l.as)
		}
		if err != nil { // the client left
			return
		}
		c.Writer.Flush()
	}
}

// line is what became of one proposal of many.
type line struct {
	as   *assess.Assessment
	skip *report.Unreadable
}

func (s *Server) line(ctx context.Context, p *pack.Pack, assessor *assess.Assessor, item batch.Item, rename func(string) string) line {
	name := rename(item.Name)
	skip := func(err error) line { return line{skip: &report.Unreadable{File: name, Err: err}} }
	if item.Err != nil {
		return skip(item.Err)
	}
	release, err := s.turnsOf(p).takeAtLast(ctx)
	if err != nil {
		return skip(err)
	}
	defer release()
	doc, err := s.parse(name, item.Src)
	if err != nil {
		return skip(err)
	}
	as, err := s.timed(ctx, assessor, doc)
	if err != nil {
		return skip(err)
	}
	return line{as: as}
}

// extensions name what holds many proposals by media type.
var extensions = map[string]string{"application/x-ndjson": ".ndjson", "application/zip": ".zip", "application/gzip": ".tar.gz"}

// inputs reads what holds the proposals through a temporary file, which done removes; rename shows the name of the request
// in its place. The body is read to its end before the first line is answered: what HTTP/1.1 has not read by then, the
// server throws away, and lines with it.
func (s *Server) inputs(c *gin.Context, name string) (in batch.Inputs, rename func(string) string, done func(), err error) {
	body := http.MaxBytesReader(c.Writer, c.Request.Body, s.o.Limits.Archive)
	media, _, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	extension, ok := extensions[media]
	if err != nil || !ok {
		return in, nil, nil, &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	if name == "" {
		name = "proposals" + extension
	}
	tmp, err := os.CreateTemp("", "hegui-*"+extension)
	if err != nil {
		return in, nil, nil, err
	}
	done = func() { _ = os.Remove(tmp.Name()) }
	_, err = io.Copy(tmp, body)
	if err = errors.Join(err, tmp.Close()); err != nil {
		done()
		return in, nil, nil, err
	}
	rename = func(item string) string { return strings.Replace(item, tmp.Name(), name, 1) }
	return batch.Inputs{Names: []string{tmp.Name()}}, rename, done, nil
}
