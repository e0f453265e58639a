package cli

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/receipt"
	"hegui/internal/report"
)

// receiptIndexVersion names the form of the index of a folder of receipts.
const receiptIndexVersion = "hegui/receipt-index/v1"

// receipts is the folder of receipts that a run writes. It appears whole or not at all. A nil one takes no receipts.
type receipts struct {
	app     *app
	catalog *catalog.Catalog
	options receipt.Options
	keys    []ed25519.PrivateKey
	target  string
	tmp     string // the folder while it is not whole; "" afterwards
	leaves  []receipt.Hash
	index   []indexedReceipt
}

// indexedReceipt says which files are about which proposal.
type indexedReceipt struct {
	Receipt string `json:"receipt"`
	Proof   string `json:"proof"`
	File    string `json:"file"`
	SHA256  string `json:"sha256"`
}

// openReceipts begins the folder that --receipts names; it is nil when none is named. The folder must not be there.
func (a *app) openReceipts(o checkOptions, waivers string, c *catalog.Catalog) (*receipts, error) {
	w := a.words.receipt
	switch {
	case o.receipts == "" && len(o.receiptKeys) == 0:
		return nil, nil
	case o.receipts == "":
		return nil, usage(errors.New(w.noFolder))
	case len(o.receiptKeys) == 0:
		return nil, usage(errors.New(w.noSigningKey))
	}
	r := &receipts{
		app: a, catalog: c, target: filepath.Clean(o.receipts),
		options: receipt.Options{WaiversSHA256: waivers, Readings: o.reading, IssuedAt: a.env.Now()},
	}
	for _, name := range o.receiptKeys {
		key, err := a.readPrivateKey(name)
		if err != nil {
			return nil, err
		}
		r.keys = append(r.keys, key)
	}
	if _, err := os.Lstat(r.target); !errors.Is(err, fs.ErrNotExist) {
		return nil, &exitError{code: ExitInput, err: errors.Join(fmt.Errorf(w.folderExists, r.target), err)}
	}
	var err error
	r.tmp, err = os.MkdirTemp(filepath.Dir(r.target), "."+filepath.Base(r.target)+".*.tmp") // 0700: who applied is in it
	return r, known(r.target, err)
}

// add writes the receipt of an assessment; one that is nil, of what could not be read, has none.
func (r *receipts) add(as *assess.Assessment) error {
	if r == nil || as == nil {
		return nil
	}
	line, err := report.Encode(as, r.catalog)
	if err != nil {
		return err
	}
	e, err := receipt.Sign(receipt.Of(as, receipt.Result{Version: report.ResultVersion, JSON: line}, r.options), r.keys...)
	if err != nil {
		return r.app.badReceipt(as.File, err)
	}
	n := len(r.leaves) + 1
	entry := indexedReceipt{fmt.Sprintf("%06d.receipt.json", n), fmt.Sprintf("%06d.proof.json", n), as.File, as.SHA256}
	r.leaves, r.index = append(r.leaves, e.Leaf()), append(r.index, entry)
	return createNew(filepath.Join(r.tmp, entry.Receipt), e.Bytes(), 0o600)
}

// close writes proofs, root and index, and puts the folder in its place. A run that could read nothing leaves none.
func (r *receipts) close() error {
	if r == nil {
		return nil
	}
	if len(r.leaves) == 0 {
		_, err := fmt.Fprintf(r.app.env.Stderr, r.app.words.receipt.none, report.Safe(r.target))
		return err
	}
	tree := receipt.NewTree(r.leaves)
	for i := range r.index {
		if err := createNew(filepath.Join(r.tmp, r.index[i].Proof), receipt.Prove(tree, i).Bytes(), 0o600); err != nil {
			return err
		}
	}
	root, err := receipt.SignRoot(tree, r.options.IssuedAt, r.keys...)
	if err != nil {
		return err
	}
	index, err := json.MarshalIndent(struct {
		Version  string           `json:"version"`
		Receipts []indexedReceipt `json:"receipts"`
	}{receiptIndexVersion, r.index}, "", "  ")
	if err != nil {
		return err
	}
	err = errors.Join(
		createNew(filepath.Join(r.tmp, "index.json"), append(index, '\n'), 0o600),
		createNew(filepath.Join(r.tmp, "root.json"), root.Bytes(), 0o600))
	if err != nil {
		return err
	}
	syncFolder(r.tmp)
	if err := os.Rename(r.tmp, r.target); err != nil {
		return known(r.target, err)
	}
	r.tmp = ""
	syncFolder(filepath.Dir(r.target))
	hash := tree.Root()
	_, err = fmt.Fprintf(r.app.env.Stderr, r.app.words.receipt.written, len(r.index), report.Safe(r.target), hash[:], root.KeyIDs())
	return err
}

// discard drops a folder that is not whole.
func (r *receipts) discard() {
	if r != nil && r.tmp != "" {
		_ = os.RemoveAll(r.tmp)
		r.tmp = ""
	}
}

// badReceipt words why a receipt, a root or a proof is refused.
func (a *app) badReceipt(name string, err error) error {
	var bad *receipt.Error
	if !errors.As(err, &bad) {
		return err
	}
	code := ExitGate
	if bad.Malformed() {
		code = ExitInput
	}
	return &exitError{code: code, err: fmt.Errorf("%s: %s", name, bad.In(a.lang))}
}
