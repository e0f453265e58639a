package server

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/receipt"
	"hegui/internal/report"
	"hegui/internal/store"
)

// signsNothing is what a service without a key says of its receipts.
var signsNothing = catalog.Text{
	ZH: "本服务不签署回执：启动时未给出 --receipt-key。",
	EN: "This service signs no receipts: it was started without --receipt-key.",
}

// GetReceipt answers GET /v1/submissions/{submission}/versions/{version}/receipt.
func (s *Server) GetReceipt(c *gin.Context, id SubmissionPath, number VersionPath) {
	r, ok := s.result(c, id, number)
	if !ok {
		return
	}
	if len(s.o.ReceiptKeys) == 0 {
		refuse(c, &refusal{code: codeNotFound, detail: signsNothing})
		return
	}
	as, err := report.Decode(r.line)
	if err != nil {
		answer(c, err)
		return
	}
	o := receipt.Options{IssuedAt: s.o.Now()}
	if file := waiverFile(as); file != nil {
		o.WaiversSHA256 = store.Digest(file)
	}
	e, err := receipt.Sign(receipt.Of(as, receipt.Result{Version: report.ResultVersion, JSON: r.line}, o), s.o.ReceiptKeys...)
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", e.Bytes())
}

// GetWaiversUsed answers GET /v1/submissions/{submission}/versions/{version}/waivers.
func (s *Server) GetWaiversUsed(c *gin.Context, id SubmissionPath, number VersionPath) {
	if r, ok := s.result(c, id, number); ok {
		answerWaivers(c, r.line)
	}
}

// answerWaivers answers with the file of the waivers that a result was made with, which a receipt has the digest of. Its list is
// empty when there were none.
func answerWaivers(c *gin.Context, line []byte) {
	as, err := report.Decode(line)
	if err != nil {
		answer(c, err)
		return
	}
	file := waiverFile(as)
	if file == nil {
		file = []byte(`{"waivers":[]}` + "\n")
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", file)
}

// waiverFile writes the waivers of an assessment as a file that `hegui check --waivers` reads: what the assessment names are all
// that it was made with, since only those for its project were given to it. It is nil when there were none. The same waivers are the same bytes.
func waiverFile(as *assess.Assessment) []byte {
	if len(as.Waivers) == 0 {
		return nil
	}
	var file struct {
		Waivers []assess.Waiver `json:"waivers"`
	}
	for _, use := range as.Waivers {
		file.Waivers = append(file.Waivers, use.Waiver)
	}
	out, _ := json.Marshal(file) // of texts, always
	return append(out, '\n')
}

// GetCheckpoint answers GET /v1/audit/checkpoint.
func (s *Server) GetCheckpoint(c *gin.Context) {
	if len(s.o.ReceiptKeys) == 0 {
		refuse(c, &refusal{code: codeNotFound, detail: signsNothing})
		return
	}
	_, e, err := s.checkpoint(c.Request.Context())
	if err != nil {
		answer(c, err)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", e.Bytes())
}

// checkpoint signs where the audit log ends.
func (s *Server) checkpoint(ctx context.Context) (head store.AuditHead, e *receipt.Envelope, err error) {
	err = s.o.Store.View(ctx, func(tx *store.Tx) error {
		head, err = tx.AuditHead(ctx)
		return err
	})
	if err == nil && len(s.o.ReceiptKeys) > 0 {
		e, err = receipt.SignCheckpoint(head.Seq, head.Hash, s.o.Now(), s.o.ReceiptKeys...)
	}
	return head, e, err
}

// checkpointRows is after how many rows the log is told where the audit log ends, however soon that is.
const checkpointRows = 1000

// Checkpoints writes into the log where the audit log ends, signed when there is a key, so that it stands in a second place: as
// often as ticks come when it has moved by 1,000 rows, at every tenth tick when it has moved at all, and when the context ends.
func (s *Server) Checkpoints(ctx context.Context, ticks <-chan time.Time) {
	said := store.AuditHead{}
	for n, last := 1, false; !last; n++ {
		select {
		case <-ticks:
		case <-ctx.Done():
			last = true
		}
		head, e, err := s.checkpoint(context.WithoutCancel(ctx))
		switch {
		case err != nil:
			s.o.Log.Error("where the audit log ends cannot be read", "error", err.Error())
		case head != said && (last || n%10 == 0 || head.Seq >= said.Seq+checkpointRows):
			attrs := []any{"head", head.String()}
			if e != nil {
				attrs = append(attrs, "signed", string(bytes.TrimSpace(e.Bytes())))
			}
			s.o.Log.Info("audit checkpoint", attrs...)
			said = head
		}
	}
}
