package server

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/receipt"
	"hegui/internal/report"
	"hegui/internal/store"
)

// signsNothing is what a service without a key says of its receipts.
var signsNothing = catalog.Text{
	ZH: "本服务不签发收据：启动时未给出 --receipt-key。",
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
	r, ok := s.result(c, id, number)
	if !ok {
		return
	}
	as, err := report.Decode(r.line)
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
