package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
	"hegui/internal/similar"
	"hegui/internal/store"
)

// wordsGone is what a report is refused with whose pack is no longer there to word it.
var wordsGone = catalog.Text{
	ZH: "该批次所用的规则包已不在服务中，只能按 ndjson 取得单份结果。",
	EN: "The pack of the batch is no longer loaded; single results can be had as ndjson.",
}

// packOfBatch finds the pack that a batch began with.
func (s *Server) packOfBatch(b *store.Batch) (*pack.Pack, error) {
	p, err := s.shelf.Find(b.Pack)
	if errors.Is(err, jobs.ErrNoPack) {
		err = &refusal{code: codeAcceptable, parameter: "format", detail: wordsGone}
	}
	return p, err
}

// GetItemAssessment answers GET /v1/batches/{batch}/items/{item}/assessment.
func (s *Server) GetItemAssessment(c *gin.Context, id BatchPath, number ItemPath, params GetItemAssessmentParams) {
	format, media, err := formatOf(c, mediaTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	r, err := s.seeItemResult(c, id, number)
	if err != nil {
		answer(c, err)
		return
	}
	out := append(r.line, '\n')
	if format != report.NDJSON {
		if out, err = s.wordItem(&r, format, langOf(c)); err != nil {
			answer(c, err)
			return
		}
	}
	c.Header("Hegui-Verdict", string(r.assessment.Verdict))
	c.Header("Hegui-Score", r.assessment.Score.String())
	c.Data(http.StatusOK, media, out)
}

// wordItem writes a result under the name that the upload gave the proposal.
func (s *Server) wordItem(r *itemResult, format report.Format, lang catalog.Lang) ([]byte, error) {
	p, err := s.packOfBatch(&r.batch)
	if err != nil {
		return nil, err
	}
	as, err := report.Decode(r.line)
	if err != nil {
		return nil, err
	}
	as.File = r.item.Name
	profile, _ := p.Catalog.Profile(as.Profile) // the pack is the one it was assessed with
	var out bytes.Buffer
	w, err := report.New(&out, format, report.Options{Catalog: p.Catalog, Profile: profile, Lang: lang, Engine: as.Engine, AsOf: as.AsOf})
	if err == nil {
		err = errors.Join(w.Add(as), w.Close())
	}
	return out.Bytes(), err
}

// ExportBatch answers GET /v1/batches/{batch}/export. Tables and lines are sent as they come; the other formats need all of the
// batch before their first byte.
func (s *Server) ExportBatch(c *gin.Context, id BatchPath, params ExportBatchParams) {
	format, media, err := formatOf(c, exportTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	f := store.ItemFilter{Verdict: assess.Verdict(value(params.Verdict)), Ranked: value(params.Order) != "number"}
	b, p, err := s.batchWithPack(c.Request.Context(), id)
	if err != nil {
		answer(c, err)
		return
	}
	send := s.sendWhole
	if format == report.CSV || format == report.NDJSON {
		send = s.sendAsItComes
	}
	send(c, media, func(out io.Writer) error { return s.writeBatch(c.Request.Context(), out, format, &b, p, f, langOf(c)) })
}

func (s *Server) batchWithPack(ctx context.Context, id string) (b store.Batch, p *pack.Pack, err error) {
	err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		b, err = tx.Batch(ctx, id)
		return err
	})
	if err != nil {
		return b, nil, at("batch", err)
	}
	p, err = s.packOfBatch(&b)
	return b, p, err
}

// kept is why an item is not in a report, as it is kept.
type kept struct{ jobs.Problem }

func (k kept) Error() string              { return k.Text.EN }
func (k kept) ErrorCode() string          { return k.Code }
func (k kept) Message(lang string) string { return k.Text.In(catalog.Lang(lang)) }
func (k kept) Remedy(lang string) string  { return k.Problem.Remedy.In(catalog.Lang(lang)) }

// exported is what a report says of an item: a result, or its line, or why there is none. One of an item that waits is empty.
type exported struct {
	as   *assess.Assessment
	line []byte
	skip *report.Unreadable
}

func (s *Server) writeBatch(ctx context.Context, out io.Writer, format report.Format, b *store.Batch, p *pack.Pack, f store.ItemFilter, lang catalog.Lang) (err error) {
	profile, _ := p.Catalog.Profile(b.Profile) // the pack is the one it was assessed with
	w, err := report.New(out, format, report.Options{Catalog: p.Catalog, Profile: profile, Lang: lang, Engine: s.o.Version, AsOf: b.AsOf})
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, report.Discard(w))
		}
	}()
	read := func(ctx context.Context, some []store.Item) ([]exported, error) {
		return s.exportSome(ctx, some, func(e *exported, item *store.Item, line []byte) (err error) {
			if format == report.NDJSON {
				e.line, err = report.Rename(line, item.Name, p.Catalog, s.o.Version)
				return err
			}
			e.as, err = decodeFor(w, line, item.Name)
			return err
		})
	}
	for e, err := range ofMany(ctx, s.reading, s.allItems(ctx, b.ID, f), read) {
		switch {
		case err != nil:
		case e.skip != nil:
			err = w.Skip(e.skip)
		case e.line != nil:
			_, err = out.Write(append(e.line, '\n'))
		case e.as != nil:
			err = w.Add(e.as)
		}
		if err != nil {
			return err
		}
	}
	if err := s.stillThere(ctx, b.ID); err != nil {
		return err
	}
	return w.Close()
}

// decodeFor reads of a kept result what a report needs, under the name that it has there.
func decodeFor(w report.Writer, line []byte, name string) (*assess.Assessment, error) {
	decode := report.Decode
	if report.Enough(w) {
		decode = report.DecodeKept
	}
	as, err := decode(line)
	if err == nil {
		as.File = name
	}
	return as, err
}

// results reads kept results in one look at the store.
func (s *Server) results(ctx context.Context, keys []string) (all map[string]store.KeptResult, err error) {
	err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		all, err = tx.Results(ctx, keys...)
		return err
	})
	return all, err
}

// exportSome reads what a report says of some items; decode makes of a line what the format needs.
func (s *Server) exportSome(ctx context.Context, some []store.Item, decode func(e *exported, item *store.Item, line []byte) error) ([]exported, error) {
	var keys []string
	for i := range some {
		if some[i].Problem == "" && some[i].Assessment != "" {
			keys = append(keys, some[i].Assessment)
		}
	}
	results, err := s.results(ctx, keys)
	out := make([]exported, len(some))
	for i := range some {
		if err != nil {
			return nil, err
		}
		switch item := &some[i]; {
		case item.Problem != "":
			out[i].skip = &report.Unreadable{File: item.Name, Err: kept{jobs.ParseProblem(item.Problem)}}
		case item.Assessment != "":
			err = decode(&out[i], item, results[item.Assessment].JSON)
		}
	}
	return out, err
}

// stillThere holds that a batch was not removed while it was read: what came of it would not be all of it.
func (s *Server) stillThere(ctx context.Context, id string) error {
	return at("batch", s.o.Store.View(ctx, func(tx *store.Tx) error {
		_, err := tx.Batch(ctx, id)
		return err
	}))
}

// documentOf reads the proposal of an item.
func (s *Server) documentOf(ctx context.Context, item *store.Item) (*proposal.Document, error) {
	var src []byte
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		src, err = tx.Proposal(ctx, item.Digest)
		return err
	})
	if err != nil {
		return nil, err
	}
	return proposal.Parse(item.Name, src, proposal.Limits{})
}

// wholeTypes name the formats of reports about a batch as a whole.
var wholeTypes = []representation{
	{report.JSON, "application/json"}, {report.HTML, "text/html"}, {report.Text, "text/plain"},
}

// mostSimilar is how many proposals are compared with each other in one request; `hegui similar` compares more.
const mostSimilar = 2000

// SimilarInBatch answers GET /v1/batches/{batch}/similar.
func (s *Server) SimilarInBatch(c *gin.Context, id BatchPath, params SimilarInBatchParams) {
	ctx := c.Request.Context()
	format, media, err := formatOf(c, wholeTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	b, p, err := s.batchWithPack(ctx, id)
	if err == nil && b.Items > mostSimilar {
		err = &refusal{code: codeTooLarge, detail: catalog.Text{
			ZH: "批次超过 2000 份，请用命令行的 hegui similar 比对。", EN: "The batch has more than 2,000 proposals; compare them with hegui similar on the command line."}}
	}
	if err != nil {
		answer(c, err)
		return
	}
	release, err := s.slot(ctx, p) // it takes a processor for a while
	if err != nil {
		answer(c, err)
		return
	}
	defer release()
	s.sendWhole(c, media, func(out io.Writer) error {
		index := similar.New(similar.Options{Known: p.Catalog.Quotable()})
		var r report.Similar
		for item, err := range s.allItems(ctx, id, store.ItemFilter{}) {
			if err != nil {
				return err
			}
			doc, err := s.documentOf(ctx, &item)
			var unreadable *proposal.ParseError
			switch {
			case errors.As(err, &unreadable):
				r.Unreadable = append(r.Unreadable, &report.Unreadable{File: item.Name, Err: err})
			case err != nil:
				return err
			default:
				index.Add(item.Name, doc)
			}
		}
		if r.Result, err = index.Find(ctx); err != nil {
			return err
		}
		return report.WriteSimilar(out, report.SimilarFormat(format), r, report.Options{Catalog: p.Catalog, Lang: langOf(c), Engine: s.o.Version})
	})
}
