package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"

	"hegui/internal/batch"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/store"
)

const (
	// storedAtOnce is how many proposals of an upload one transaction stores.
	storedAtOnce = 200
	// mostItems is how many proposals a batch may hold.
	mostItems = 20_000
)

// entry is a proposal of an upload: its name, and its bytes, which are packed when they are stored.
type entry struct {
	name string
	src  []byte
}

// source gives the proposals of an upload, as often as it is asked.
type source func(ctx context.Context) iter.Seq2[entry, error]

// CreateBatch answers POST /v1/batches. All of an upload is read and looked at before anything is kept. Then it is stored in
// parts; what the last one stores is the moment from which the batch counts.
func (s *Server) CreateBatch(c *gin.Context, params CreateBatchParams) {
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
	b := store.NewBatch{Label: value(params.Label), Pack: p.Ref, Profile: assessor.Profile.ID, AsOf: assessor.AsOf}
	media, form, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if err != nil {
		refuse(c, &refusal{code: codeMediaType, parameter: "Content-Type"})
		return
	}
	if media == "application/json" {
		q, err := bodyOf[BatchQuery](s, c)
		var of references
		if err == nil {
			of, err = queried(&q)
		}
		if err != nil {
			answer(c, err)
			return
		}
		s.storeReferences(c, params.IdempotencyKey, b, of)
		return
	}
	from, done, err := s.upload(c, media, form["boundary"])
	if err == nil {
		defer done()
		err = s.checkUpload(c.Request.Context(), from)
	}
	if err != nil {
		answer(c, err)
		return
	}
	s.storeUpload(c, params.IdempotencyKey, b, from)
}

// storeUpload makes a batch of an upload, and answers with it. Whoever finds the one of an idempotency key not complete adds what is
// missing.
func (s *Server) storeUpload(c *gin.Context, key *string, b store.NewBatch, from source) {
	id, err := s.makeBatch(c, key, b, func(*store.Tx, string) error { return nil })
	if err == nil {
		err = s.fillBatch(c.Request.Context(), callerOf(c).ID, id, from)
	}
	s.answerBatch(c, id, err)
}

// makeBatch makes a batch, and does with it what fill does, in one transaction. With an idempotency key there is one batch for the
// request, however often it comes.
func (s *Server) makeBatch(c *gin.Context, key *string, b store.NewBatch, fill func(tx *store.Tx, id string) error) (id string, err error) {
	ctx, who := c.Request.Context(), callerOf(c)
	full := s.o.Store.View(ctx, func(tx *store.Tx) error { return s.room(ctx, tx, who.ID) })
	out, err := s.changed(c, key, func(tx *store.Tx) (any, error) {
		if full != nil { // nobody is kept from asking for what there is
			return nil, full
		}
		made, err := tx.CreateBatch(ctx, b)
		if err == nil {
			err = fill(tx, made.ID)
		}
		return made.ID, err
	})
	if err == nil {
		err = json.Unmarshal(out, &id)
	}
	return id, err
}

// answerBatch answers with a batch that was made, or with what kept it from being made.
func (s *Server) answerBatch(c *gin.Context, id string, err error) {
	ctx := c.Request.Context()
	var out Batch
	if err == nil {
		err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
			out, err = seeBatch(c, tx, id)
			return err
		})
	}
	if err != nil {
		answer(c, err)
		return
	}
	c.Header("Location", "/v1/batches/"+id)
	c.JSON(http.StatusAccepted, out)
}

// fillBatch stores the proposals of a batch and lets it run with the last of them. Proposals that are there already stay.
func (s *Server) fillBatch(ctx context.Context, actor, id string, from source) error {
	var b store.Batch
	err := s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		b, err = tx.Batch(ctx, id)
		return err
	})
	if err != nil || b.State != store.BatchOpen {
		return err
	}
	first := 1
	keep := func(part []store.NewItem, last bool) error {
		err := s.o.Store.Update(ctx, actor, func(tx *store.Tx) error {
			if err := tx.AddItems(ctx, id, first, part...); err != nil || !last {
				return err
			}
			return s.queue.Start(ctx, tx, id)
		})
		first += len(part)
		return err
	}
	var part []store.NewItem
	for item, err := range from(ctx) {
		if err != nil {
			return err
		}
		if len(part) == storedAtOnce {
			if err := keep(part, false); err != nil {
				return err
			}
			part = nil
		}
		part = append(part, store.NewItem{Name: item.name, Proposal: store.NewContent(item.src)})
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return keep(part, true)
}

// nothingIn is what an upload without proposals is told.
var nothingIn = catalog.Text{ZH: "其中没有申报书。", EN: "There is no proposal in it."}

// fits refuses a number of proposals that makes no batch.
func fits(n int) error {
	switch {
	case n > mostItems:
		return &refusal{code: codeTooLarge, detail: catalog.Text{
			ZH: fmt.Sprintf("一个批次最多 %d 份申报书，请分成几个批次。", mostItems), EN: fmt.Sprintf("A batch holds %d proposals at most; make several.", mostItems),
		}}
	case n == 0:
		return &refusal{code: codeUpload, detail: nothingIn}
	}
	return nil
}

// checkUpload reads all of an upload, so that nothing is kept of one that cannot be read to its end.
func (s *Server) checkUpload(ctx context.Context, from source) error {
	n := 0
	for _, err := range from(ctx) {
		if err != nil {
			return err
		}
		if n++; n > mostItems {
			break
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return fits(n)
}

// upload gives the proposals of a request; done ends what that takes.
func (s *Server) upload(c *gin.Context, media, boundary string) (from source, done func(), err error) {
	if media == "multipart/form-data" {
		return s.formFiles(c, boundary)
	}
	sum := sha256.New()
	c.Request.Body = &summed{c.Request.Body, io.TeeReader(c.Request.Body, sum)}
	in, rename, done, err := s.inputs(c, "")
	if err != nil {
		return nil, nil, err
	}
	requestOf(c).content = hex.EncodeToString(sum.Sum(nil))
	return func(ctx context.Context) iter.Seq2[entry, error] {
		return func(yield func(entry, error) bool) {
			for item := range in.Items(ctx) {
				name := rename(item.Name)
				if err := readable(name, item); err != nil {
					yield(entry{}, err)
					return
				}
				if _, entry, ok := strings.Cut(name, "!"); ok { // the name of the archive says nothing
					name = entry
				}
				if !yield(entry{name, item.Src}, nil) {
					return
				}
			}
		}
	}, done, nil
}

// summed is a body that is summed up while it is read.
type summed struct {
	io.Closer
	io.Reader
}

// readable says why there is no proposal where there should be one.
func readable(name string, item batch.Item) error {
	var known *batch.Error
	switch {
	case errors.As(item.Err, &known):
		return &refusal{code: codeUpload, parameter: shown(name), detail: catalog.Text{
			ZH: known.Message("zh") + "。" + known.Remedy("zh"), EN: known.Message("en") + ". " + known.Remedy("en"),
		}}
	case item.Err != nil:
		return item.Err
	case len(item.Src) == 0:
		return &refusal{code: codeUpload, parameter: shown(name), detail: catalog.Text{ZH: "这份申报书是空的，请从中去掉。", EN: "This proposal is empty; leave it out."}}
	case int64(len(item.Src)) > int64(proposal.DefaultLimits().Bytes):
		return &refusal{code: codeTooLarge, parameter: shown(name)}
	}
	return nil
}

// formFiles keeps the files of a form in a temporary one, each once its length is known.
func (s *Server) formFiles(c *gin.Context, boundary string) (source, func(), error) {
	form := multipart.NewReader(http.MaxBytesReader(c.Writer, c.Request.Body, s.o.Limits.Archive), boundary)
	tmp, err := os.CreateTemp("", "hegui-*")
	if err != nil {
		return nil, nil, err
	}
	done := func() { _ = errors.Join(tmp.Close(), os.Remove(tmp.Name())) }
	type part struct {
		name     string
		at, size int64
	}
	var parts []part
	sum, at := sha256.New(), int64(0)
	for {
		p, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil && p.FormName() != "proposal" {
			err = wrong(shown(p.FormName()), catalog.Text{ZH: "表单没有这一项；每份申报书都写作 proposal。", EN: "The form has no such field; each proposal is a field proposal."})
			done()
			return nil, nil, err
		}
		var n int64
		if err == nil {
			fmt.Fprintf(sum, "%q ", p.FileName())
			n, err = io.Copy(io.MultiWriter(tmp, sum), p)
		}
		if err != nil {
			done()
			return nil, nil, formError(err, "proposal")
		}
		name := p.FileName()
		if name == "" {
			name = fmt.Sprintf("proposal-%d.yaml", len(parts)+1)
		}
		parts = append(parts, part{name, at, n})
		at += n
		fmt.Fprintf(sum, " %d\n", n)
	}
	requestOf(c).content = hex.EncodeToString(sum.Sum(nil))
	return func(context.Context) iter.Seq2[entry, error] {
		return func(yield func(entry, error) bool) {
			for _, p := range parts {
				item := batch.Item{Name: p.name, Src: make([]byte, min(p.size, int64(proposal.DefaultLimits().Bytes)+1))}
				_, err := tmp.ReadAt(item.Src, p.at)
				if err == nil || errors.Is(err, io.EOF) {
					err = readable(p.name, item)
				}
				if err != nil {
					yield(entry{}, err)
					return
				}
				if !yield(entry{p.name, item.Src}, nil) {
					return
				}
			}
		}
	}, done, nil
}

// allItems gives all items of a batch, a page at a time. Ranked ones are read to the last in one look at the store, since one that is
// assessed between two looks changes its place; for the sake of memory without the requirements that they fail.
func (s *Server) allItems(ctx context.Context, id string, f store.ItemFilter) iter.Seq2[store.Item, error] {
	return func(yield func(store.Item, error) bool) {
		for p, more := (store.Page{Limit: storedAtOnce}), true; more; more = p.After != "" {
			var items []store.Item
			err := s.o.Store.View(ctx, func(tx *store.Tx) error {
				for {
					list, err := tx.Items(ctx, id, f, p)
					for _, item := range list.Items {
						item.Failed = nil
						items = append(items, item)
					}
					if p.After = list.Next; err != nil || p.After == "" || !f.Ranked {
						return err
					}
				}
			})
			if err != nil {
				yield(store.Item{}, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}
