package cli

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/receipt"
	"hegui/internal/report"
)

// verifyOptions are the flags of verify.
type verifyOptions struct {
	proposal   string
	keys       []string
	signatures int
	waivers    string
	proof      string
	root       string

	profile, asOf string // what the receipt must say; "" for whatever it says
	pack          bool   // whether --pack was given
}

func (a *app) verifyCommand() *cobra.Command {
	w := a.words.receipt
	var o verifyOptions
	cmd := &cobra.Command{
		Use: w.verifyUse, Short: w.verifyShort, Long: w.verifyLong, Example: w.verifyExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New(w.oneReceipt))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.pack = cmd.Flags().Changed("pack")
			return a.verify(cmd.Context(), args[0], o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.proposal, "proposal", "", w.flagProposal)
	flags.StringArrayVar(&o.keys, "key", nil, w.flagKey)
	flags.IntVar(&o.signatures, "signatures", 1, w.flagSignatures)
	flags.StringVar(&o.waivers, "waivers", "", a.words.flagWaivers)
	flags.StringVar(&o.proof, "proof", "", w.flagProof)
	flags.StringVar(&o.root, "root", "", w.flagRoot)
	flags.StringVar(&o.profile, "profile", "", w.flagProfile)
	flags.StringVar(&o.asOf, "as-of", "", w.flagAsOf)
	return cmd
}

// verify checks signatures first: nothing that a receipt says counts before.
func (a *app) verify(ctx context.Context, name string, o verifyOptions) error {
	w := a.words.receipt
	switch {
	case o.proposal == "" && o.proof == "":
		return usage(errors.New(w.nothingToVerify))
	case (o.proof == "") != (o.root == ""):
		return usage(errors.New(w.proofAndRoot))
	case o.proposal == "" && o.waivers != "":
		return usage(errors.New(w.waiversWithout))
	case o.signatures < 1:
		return usage(fmt.Errorf(w.badSignatures, o.signatures))
	}
	if _, err := time.Parse(time.DateOnly, o.asOf); o.asOf != "" && err != nil {
		return usage(fmt.Errorf(a.words.badAsOf, o.asOf))
	}
	for key := range strings.SplitSeq(a.env.Getenv("HEGUI_RECEIPT_KEYS"), ",") {
		if key = strings.TrimSpace(key); key != "" {
			o.keys = append(o.keys, key)
		}
	}
	if len(o.keys) == 0 {
		return usage(errors.New(w.noKey))
	}
	trusted, err := a.readPublicKeys(o.keys)
	if err != nil {
		return err
	}
	file, err := readSmall(name)
	if err != nil {
		return err
	}
	e, s, err := receipt.Read(file)
	if err != nil {
		return a.badReceipt(name, err)
	}
	signers, err := e.Verify(trusted, o.signatures)
	if err != nil {
		return a.badReceipt(name, err)
	}
	said := []string{fmt.Sprintf(w.signedBy, report.Safe(name), strings.Join(signers, ", "), s.Predicate.IssuedAt)}
	demanded := *s
	o.demand(&demanded)
	if differences := s.Inputs(&demanded); o.proposal == "" && len(differences) > 0 { // with a proposal, all is compared at once
		return a.differs(name, w.otherInputs, differences)
	}
	if o.proof != "" {
		line, err := a.verifyProof(e, trusted, o)
		if err != nil {
			return err
		}
		said = append(said, line)
	}
	if o.proposal != "" {
		lines, err := a.repeat(ctx, name, s, o)
		if err != nil {
			return err
		}
		said = append(said, lines...)
	}
	_, err = fmt.Fprintln(a.env.Stdout, strings.Join(said, "\n"))
	return err
}

// verifyProof checks that the receipt is one of a batch, whose root is signed by a key that is trusted.
func (a *app) verifyProof(e *receipt.Envelope, trusted []ed25519.PublicKey, o verifyOptions) (string, error) {
	file, err := readSmall(o.root)
	if err != nil {
		return "", err
	}
	root, batch, err := receipt.ReadRoot(file)
	if err != nil {
		return "", a.badReceipt(o.root, err)
	}
	if _, err := root.Verify(trusted, o.signatures); err != nil {
		return "", a.badReceipt(o.root, err)
	}
	if file, err = readSmall(o.proof); err != nil {
		return "", err
	}
	proof, err := receipt.ReadProof(file)
	if err != nil {
		return "", a.badReceipt(o.proof, err)
	}
	if err := batch.Includes(e, proof); err != nil {
		return "", a.badReceipt(o.proof, err)
	}
	return fmt.Sprintf(a.words.receipt.included, proof.Index+1, proof.Size, batch.Subject[0].Digest.Root, batch.Predicate.IssuedAt), nil
}

// repeat assesses the proposal once more as the receipt says it was, without any fast path, and compares.
func (a *app) repeat(ctx context.Context, name string, s *receipt.Statement, o verifyOptions) ([]string, error) {
	src, err := readFile(o.proposal, a.env.Stdin)
	if err != nil {
		return nil, &exitError{code: ExitInput, err: err}
	}
	p, err := a.openReceiptPack(s, o)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	said := &s.Predicate
	a.profile = said.Profile
	if _, ok := p.Catalog.Profile(a.profile); !ok { // of another pack, or of another version of it
		a.profile = p.Catalog.Profiles[0].ID
	}
	assessor, waivers, err := a.assessorOf(p, checkOptions{asOf: said.AsOf, waivers: o.waivers, reading: said.Readings})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(src)
	now := *s
	now.Subject = []receipt.Subject{{Name: s.Proposal().Name, Digest: receipt.Digest{SHA256: hex.EncodeToString(sum[:])}}}
	now.Predicate.Pack, now.Predicate.WaiversSHA256, now.Predicate.Profile = p.Ref, waivers, a.profile
	o.demand(&now)
	if differences := s.Inputs(&now); len(differences) > 0 {
		return nil, a.differs(name, a.words.receipt.otherInputs, differences)
	}
	again, err := a.assessAgain(ctx, s, src, assessor)
	if err != nil {
		return nil, err
	}
	if differences := s.Outcome(again); len(differences) > 0 {
		phrase := a.words.receipt.otherOutcome
		if said.Engine != a.env.Version {
			phrase = a.words.receipt.otherEngine
		}
		return nil, a.differs(name, phrase, differences, said.Engine, a.env.Version)
	}
	lines := []string{fmt.Sprintf(a.words.receipt.repeated, report.Safe(s.Proposal().Name), p.Ref.ID, p.Ref.Version, said.Profile, said.AsOf,
		a.verdictWord(string(said.Verdict)), said.Score, said.Result.SHA256)}
	if said.Engine != a.env.Version {
		lines = append(lines, fmt.Sprintf(a.words.receipt.engines, report.Safe(said.Engine), a.env.Version))
	}
	return lines, nil
}

// demand puts what the user demands of a receipt into what is held against it.
func (o *verifyOptions) demand(s *receipt.Statement) {
	s.Predicate.Profile, s.Predicate.AsOf = cmp.Or(o.profile, s.Predicate.Profile), cmp.Or(o.asOf, s.Predicate.AsOf)
}

// openReceiptPack opens the pack that --pack names, else the built-in one that the receipt does, without its plan.
func (a *app) openReceiptPack(s *receipt.Statement, o verifyOptions) (*pack.Pack, error) {
	name := a.packName
	if !o.pack {
		if name = s.Predicate.Pack.ID; !builtIn(name) {
			return nil, usage(fmt.Errorf(a.words.receipt.otherPack, name))
		}
	}
	access, err := a.commandAccess()
	if err != nil {
		return nil, err
	}
	access.engine, access.slow = pack.Engine{OPA: true}, true
	p, err := a.openNamed(a.ctx, name, access)
	var missing *pack.NotFoundError
	if errors.As(err, &missing) && !o.pack {
		return nil, usage(fmt.Errorf(a.words.receipt.otherPack, name))
	}
	return p, err
}

// assessAgain gives what a receipt of the proposal would say now. The engine is named as the receipt names it: what is
// compared is what it does.
func (a *app) assessAgain(ctx context.Context, s *receipt.Statement, src []byte, assessor *assess.Assessor) (*receipt.Statement, error) {
	assessor.Engine = s.Predicate.Engine
	doc, err := proposal.ParseSlow(s.Proposal().Name, src, proposal.Limits{})
	if err != nil {
		return nil, &exitError{code: ExitInput, err: a.inputError(err)}
	}
	as, err := assessor.Assess(ctx, doc)
	if err != nil {
		return nil, err
	}
	line, err := report.Encode(as, assessor.Catalog)
	if err != nil {
		return nil, err
	}
	issued, err := time.Parse(time.RFC3339, s.Predicate.IssuedAt)
	if err != nil {
		return nil, err
	}
	return receipt.Of(as, receipt.Result{Version: report.ResultVersion, JSON: line}, receipt.Options{
		WaiversSHA256: s.Predicate.WaiversSHA256, Readings: s.Predicate.Readings, IssuedAt: issued,
	}), nil
}

// differs says what a receipt has otherwise than what was found now.
func (a *app) differs(name, phrase string, all []receipt.Difference, args ...any) error {
	lines := []string{fmt.Sprintf(phrase, append([]any{name}, args...)...)}
	for _, d := range all {
		if d.What == receipt.Verdict() {
			d.Receipt, d.Repeated = a.verdictWord(d.Receipt), a.verdictWord(d.Repeated)
		}
		lines = append(lines, fmt.Sprintf(a.words.receipt.difference, d.What.In(a.lang), shownValue(d.Receipt), shownValue(d.Repeated)))
	}
	return &exitError{code: ExitGate, err: errors.New(strings.Join(lines, "\n"))}
}

// verdictWord gives the user's word for a verdict; one that is none stays as it is.
func (a *app) verdictWord(verdict string) string {
	if word, ok := a.words.receipt.verdict[verdict]; ok {
		return word
	}
	return verdict
}

// shownValue shows that nothing is there.
func shownValue(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
