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

	"hegui/internal/assess"
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

// entry is a proposal of an upload: its bytes, which are packed when they are stored, or the digest of one that is there.
type entry struct {
	store.NewItem
	src []byte
}

// source gives the proposals of a batch, as often as it is asked.
type source func(ctx context.Context) iter.Seq2[entry, error]

// CreateBatch answers POST /v1/batches. All of the upload is read and looked at before anything is kept. Then it is stored in
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
	from, done, err := s.upload(c)
	if err == nil {
		defer done()
		err = s.checkUpload(c.Request.Context(), from)
	}
	if err != nil {
		answer(c, err)
		return
	}
	s.storeBatch(c, params.IdempotencyKey, store.NewBatch{Label: value(params.Label), Pack: p.Ref, Profile: assessor.Profile.ID, AsOf: assessor.AsOf}, from)
}

// storeBatch makes a batch, and answers with it. With an idempotency key there is one batch for the request, however often it
// comes: whoever finds it not complete adds what is missing.
func (s *Server) storeBatch(c *gin.Context, key *string, b store.NewBatch, from source) {
	ctx, who := c.Request.Context(), callerOf(c)
	request := store.Request{Caller: who.ID, Key: value(key), Digest: requestDigest(c)}
	var id string
	full := s.o.Store.View(ctx, func(tx *store.Tx) error { return s.room(ctx, tx, who.ID) })
	err := s.o.Store.Update(ctx, who.ID, func(tx *store.Tx) error {
		if key != nil {
			before, done, err := tx.Claim(ctx, request)
			if err != nil || done {
				return errors.Join(err, json.Unmarshal(orNull(before), &id))
			}
		}
		if full != nil {
			return full
		}
		made, err := tx.CreateBatch(ctx, b)
		if err != nil {
			return err
		}
		id = made.ID
		if key == nil {
			return nil
		}
		name, err := json.Marshal(id)
		if err != nil {
			return err
		}
		return tx.Answer(ctx, request, name)
	})
	if err == nil {
		err = s.fillBatch(ctx, who.ID, id, from)
	}
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

func orNull(answer []byte) []byte {
	if answer == nil {
		return []byte("null")
	}
	return answer
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
		if item.src != nil {
			item.Proposal = store.NewContent(item.src)
		}
		part = append(part, item.NewItem)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return keep(part, true)
}

// nothingIn is what an upload without proposals is told.
var nothingIn = catalog.Text{ZH: "其中没有申报书。", EN: "There is no proposal in it."}

// checkUpload reads all of an upload, so that nothing is kept of one that cannot be read to its end.
func (s *Server) checkUpload(ctx context.Context, from source) error {
	n := 0
	for _, err := range from(ctx) {
		if err != nil {
			return err
		}
		if n++; n > mostItems {
			return &refusal{code: codeTooLarge, detail: catalog.Text{
				ZH: fmt.Sprintf("一个批次最多 %d 份申报书，请分成几个批次。", mostItems), EN: fmt.Sprintf("A batch holds %d proposals at most; make several.", mostItems),
			}}
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if n == 0 {
		return &refusal{code: codeUpload, detail: nothingIn}
	}
	return nil
}

// upload gives the proposals of a request; done ends what that takes.
func (s *Server) upload(c *gin.Context) (from source, done func(), err error) {
	media, params, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if err != nil {
		return nil, nil, &refusal{code: codeMediaType, parameter: "Content-Type"}
	}
	switch media {
	case "application/json":
		q, err := bodyOf[BatchQuery](s, c)
		return s.stored(c, &q), func() {}, err
	case "multipart/form-data":
		return s.formFiles(c, params["boundary"])
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
				if !yield(entry{store.NewItem{Name: name}, item.Src}, nil) {
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
				if !yield(entry{store.NewItem{Name: p.name}, item.Src}, nil) {
					return
				}
			}
		}
	}, done, nil
}

// stored gives the current versions of submissions. Of those that were withdrawn there is none; one that is named is refused.
func (s *Server) stored(c *gin.Context, q *BatchQuery) source {
	if ids := q.Submissions.Ids; ids != nil {
		return func(ctx context.Context) iter.Seq2[entry, error] {
			return func(yield func(entry, error) bool) {
				for _, id := range *ids {
					var item store.NewItem
					err := s.o.Store.View(ctx, func(tx *store.Tx) error {
						is, err := tx.Submission(ctx, id)
						if err == nil && is.Withdrawn != nil {
							return &refusal{code: codeWithdrawn, parameter: shown(id)}
						}
						if err == nil {
							item, err = current(ctx, tx, is)
						}
						return err
					})
					if errors.Is(err, store.ErrNotFound) {
						err = at(shown(id), &refusal{code: codeNotFound})
					}
					if !yield(entry{NewItem: item}, err) || err != nil {
						return
					}
				}
			}
		}
	}
	f := store.SubmissionFilter{Applicant: value(q.Submissions.Applicant), Portal: value(q.Submissions.Portal), State: store.SubmissionStanding}
	return func(ctx context.Context) iter.Seq2[entry, error] {
		return func(yield func(entry, error) bool) {
			for p := (store.Page{Limit: storedAtOnce}); ; {
				var items []store.NewItem
				err := s.o.Store.View(ctx, func(tx *store.Tx) error {
					list, err := tx.Submissions(ctx, f, p)
					for i := range list.Items {
						if err == nil {
							var item store.NewItem
							item, err = current(ctx, tx, list.Items[i])
							items = append(items, item)
						}
					}
					p.After = list.Next
					return err
				})
				if err != nil {
					yield(entry{}, err)
					return
				}
				for _, item := range items {
					if !yield(entry{NewItem: item}, nil) {
						return
					}
				}
				if p.After == "" {
					return
				}
			}
		}
	}
}

// current is the version of a submission that counts, as an item that is called what its portal calls it.
func current(ctx context.Context, tx *store.Tx, is store.Submission) (store.NewItem, error) {
	v, err := tx.Version(ctx, is.ID, is.Versions)
	return store.NewItem{Name: is.Reference, Digest: v.Digest, Submission: is.ID}, err
}

// ReplayBatch answers POST /v1/batches/{batch}/replays.
func (s *Server) ReplayBatch(c *gin.Context, id BatchPath, params ReplayBatchParams) {
	ctx := c.Request.Context()
	asked, err := bodyOf[NewReplay](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	var b store.Batch
	err = s.o.Store.View(ctx, func(tx *store.Tx) (err error) {
		b, err = tx.Batch(ctx, id)
		return at("batch", err)
	})
	if err == nil && b.State == store.BatchOpen {
		err = store.ErrState
	}
	var assessor *assess.Assessor
	if err == nil {
		assessor, err = s.replayAssessor(&b, &asked)
	}
	if err != nil {
		answer(c, err)
		return
	}
	n := store.NewBatch{Label: b.Label, Pack: assessor.Pack, Profile: assessor.Profile.ID, AsOf: assessor.AsOf}
	if asked.Label != nil {
		n.Label = *asked.Label
	}
	s.storeBatch(c, params.IdempotencyKey, n, s.itemsOf(id))
}

// replayAssessor is that of a batch with what is to be other. The pack that the batch began with may have been replaced: without
// a name of another one it is the one of its id that is in use now.
func (s *Server) replayAssessor(b *store.Batch, asked *NewReplay) (*assess.Assessor, error) {
	packID, profile, asOf := b.Pack.ID, b.Profile, b.AsOf
	for _, v := range []struct{ into, from *string }{{&packID, asked.Pack}, {&profile, asked.Profile}, {&asOf, asked.AsOf}} {
		if v.from != nil {
			*v.into = *v.from
		}
	}
	p, err := s.packOf(packID)
	if err != nil {
		return nil, at("pack", err)
	}
	return s.assessor(p, profile, asOf)
}

// itemsOf gives the proposals of a batch under their numbers.
func (s *Server) itemsOf(id string) source {
	return func(ctx context.Context) iter.Seq2[entry, error] {
		return func(yield func(entry, error) bool) {
			for item, err := range s.allItems(ctx, id, store.ItemFilter{}) {
				if !yield(entry{NewItem: store.NewItem{Name: item.Name, Digest: item.Digest, Submission: item.Submission, Submitted: item.Submitted}}, err) || err != nil {
					return
				}
			}
		}
	}
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
