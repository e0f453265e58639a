package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/jobs"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/replay"
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

// ExportBatch answers GET /v1/batches/{batch}/export. Most formats need all of the batch before their first byte, so it is
// written when it is whole, and what goes wrong is a problem.
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
	s.sendWhole(c, media, func(out io.Writer) error { return s.writeBatch(c.Request.Context(), out, format, &b, p, f, langOf(c)) })
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

// sendWhole answers with what do writes, through a file: nothing is sent of what goes wrong.
func (s *Server) sendWhole(c *gin.Context, media string, do func(out io.Writer) error) {
	tmp, err := os.CreateTemp("", "hegui-*")
	if err != nil {
		answer(c, err)
		return
	}
	defer func() { _ = errors.Join(tmp.Close(), os.Remove(tmp.Name())) }()
	size, err := int64(0), do(tmp)
	if err == nil {
		size, err = tmp.Seek(0, io.SeekCurrent)
	}
	if err == nil {
		_, err = tmp.Seek(0, io.SeekStart)
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.DataFromReader(http.StatusOK, size, media, tmp, nil)
}

// kept is why an item is not in a report, as it is kept.
type kept struct{ jobs.Problem }

func (k kept) Error() string              { return k.Text.EN }
func (k kept) ErrorCode() string          { return k.Code }
func (k kept) Message(lang string) string { return k.Text.In(catalog.Lang(lang)) }
func (k kept) Remedy(lang string) string  { return k.Problem.Remedy.In(catalog.Lang(lang)) }

func (s *Server) writeBatch(ctx context.Context, out io.Writer, format report.Format, b *store.Batch, p *pack.Pack, f store.ItemFilter, lang catalog.Lang) error {
	profile, _ := p.Catalog.Profile(b.Profile) // the pack is the one it was assessed with
	w, err := report.New(out, format, report.Options{Catalog: p.Catalog, Profile: profile, Lang: lang, Engine: s.o.Version, AsOf: b.AsOf})
	if err != nil {
		return err
	}
	for item, err := range s.allItems(ctx, b.ID, f) {
		switch {
		case err != nil:
			return err
		case item.Problem != "":
			err = w.Skip(&report.Unreadable{File: item.Name, Err: kept{jobs.ParseProblem(item.Problem)}})
		case item.Assessment != "":
			var as *assess.Assessment
			if as, err = s.assessmentOfItem(ctx, &item); err == nil {
				err = w.Add(as)
			}
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}

// assessmentOfItem reads a result, under the name that the upload gave the proposal.
func (s *Server) assessmentOfItem(ctx context.Context, item *store.Item) (*assess.Assessment, error) {
	var line []byte
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		line, err = tx.Result(ctx, item.Assessment)
		return err
	})
	if err != nil {
		return nil, err
	}
	as, err := report.Decode(line)
	if err == nil {
		as.File = item.Name
	}
	return as, err
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

// GetReplay answers GET /v1/batches/{batch}/replay: it compares what was decided, and assesses nothing again.
func (s *Server) GetReplay(c *gin.Context, id BatchPath, params GetReplayParams) {
	ctx := c.Request.Context()
	format, media, err := formatOf(c, wholeTypes, string(value(params.Format)))
	if err != nil {
		refuse(c, err)
		return
	}
	after, afterPack, err := s.batchWithPack(ctx, id)
	if err != nil {
		answer(c, err)
		return
	}
	before, beforePack, err := s.batchWithPack(ctx, params.Before)
	switch {
	case err != nil:
		err = at("before", err)
	case before.State != store.BatchDone || after.State != store.BatchDone:
		err = store.ErrState
	}
	if err != nil {
		answer(c, err)
		return
	}
	s.sendWhole(c, media, func(out io.Writer) error {
		r := &report.Replay{Before: beforePack.Catalog, After: afterPack.Catalog}
		if err := s.replayInto(ctx, r, before.ID, after.ID); err != nil {
			return err
		}
		return report.WriteReplay(out, report.ReplayFormat(format), r, report.Options{Lang: langOf(c), Engine: s.o.Version})
	})
}

// otherProposals is what two batches are told that are not of the same proposals.
var otherProposals = catalog.Text{
	ZH: "两个批次的申报书不同；用 POST /v1/batches/{batch}/replays 建立可以比较的批次。",
	EN: "The batches are not of the same proposals; POST /v1/batches/{batch}/replays makes one that is.",
}

// replayInto compares the items of two batches by their numbers. Those that were not assessed in both are named.
func (s *Server) replayInto(ctx context.Context, r *report.Replay, before, after string) error {
	traits := replay.Traits()
	all := replay.New(traits)
	old := pull(s.allItems(ctx, before, store.ItemFilter{}))
	defer old.stop()
	for b, err := range s.allItems(ctx, after, store.ItemFilter{}) {
		if err != nil {
			return err
		}
		a, ok, err := old.next()
		if err != nil {
			return err
		}
		if !ok || a.Digest != b.Digest {
			return &refusal{code: codeState, parameter: "before", detail: otherProposals}
		}
		if a.Assessment == "" || b.Assessment == "" {
			why := b.Problem
			if why == "" {
				why = a.Problem
			}
			r.Unreadable = append(r.Unreadable, &report.Unreadable{File: b.Name, Err: kept{jobs.ParseProblem(why)}})
			continue
		}
		if err := s.addPair(ctx, all, traits, &a, &b); err != nil {
			return err
		}
	}
	if _, ok, err := old.next(); ok || err != nil {
		return errors.Join(err, &refusal{code: codeState, parameter: "before", detail: otherProposals})
	}
	r.Result = all.Result()
	return nil
}

func (s *Server) addPair(ctx context.Context, all *replay.Replay, traits []replay.Trait, a, b *store.Item) error {
	doc, err := s.documentOf(ctx, a)
	if err != nil {
		return err
	}
	was, err := s.assessmentOfItem(ctx, a)
	if err != nil {
		return err
	}
	is, err := s.assessmentOfItem(ctx, b)
	if err != nil {
		return err
	}
	all.Add(was, is, replay.GroupsOf(doc, traits))
	return nil
}
