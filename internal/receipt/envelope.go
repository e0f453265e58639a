package receipt

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hegui/internal/bundle"
)

// payloadType is what DSSE envelopes call an in-toto statement.
const payloadType = "application/vnd.in-toto+json"

// The bounds of what is read. A receipt has about 1.5 kB.
const (
	maxEnvelope   = 64 << 10 // bytes of a file
	maxSignatures = 16
	maxProof      = 16 << 10
)

// Envelope is a DSSE envelope that was read or signed. Nothing is known of its signatures before [Envelope.Verify].
type Envelope struct {
	payload    []byte
	signatures []signature
}

type signature struct {
	keyID string
	sig   []byte
}

// The form in a file. The order of the fields is the order in which they are written.
type (
	envelopeFile struct {
		PayloadType string          `json:"payloadType"`
		Payload     string          `json:"payload"` // base64, standard alphabet, padded
		Signatures  []signatureFile `json:"signatures"`
	}
	signatureFile struct {
		KeyID string `json:"keyid"`
		Sig   string `json:"sig"`
	}
)

// PAE is the pre-authentication encoding of DSSE v1: what a signature is made of. It binds the type of the payload, and
// cannot be mistaken for what other signatures of the same key are made of.
func PAE(payloadType string, payload []byte) []byte {
	out := make([]byte, 0, len(payload)+len(payloadType)+32)
	out = append(out, "DSSEv1 "...)
	out = strconv.AppendInt(out, int64(len(payloadType)), 10)
	out = append(out, ' ')
	out = append(out, payloadType...)
	out = append(out, ' ')
	out = strconv.AppendInt(out, int64(len(payload)), 10)
	out = append(out, ' ')
	return append(out, payload...)
}

// Sign puts a statement into an envelope that all the keys sign. The error is a statement that [Read] would refuse, or no
// key, or more than 16.
func Sign(s *Statement, keys ...ed25519.PrivateKey) (*Envelope, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	return seal(s, keys)
}

func seal(content any, keys []ed25519.PrivateKey) (*Envelope, error) {
	payload, err := compact(content)
	if err != nil {
		return nil, err
	}
	e := &Envelope{payload: payload}
	for _, key := range keys {
		if err := e.Add(key); err != nil {
			return nil, err
		}
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("sign: no key")
	}
	if size := len(e.Bytes()); size > maxEnvelope {
		return nil, tooLarge(size, maxEnvelope)
	}
	return e, nil
}

// Add signs an envelope once more, with another key. The error is a key that has signed, or one signature too many.
func (e *Envelope) Add(key ed25519.PrivateKey) error {
	id := bundle.KeyIDOf(key)
	if len(e.signatures) == maxSignatures || slices.ContainsFunc(e.signatures, func(s signature) bool { return s.keyID == id }) {
		return refuse("E_RECEIPT_SIGNERS", "密钥 %s 已签过名，或签名已有 %d 个", "key %s has signed already, or there are %d signatures", id, len(e.signatures))
	}
	e.signatures = append(e.signatures, signature{id, ed25519.Sign(key, PAE(payloadType, e.payload))})
	return nil
}

// Bytes is the file of an envelope: one line of JSON. An envelope has exactly one form; [Read] refuses any other.
func (e *Envelope) Bytes() []byte {
	file := envelopeFile{PayloadType: payloadType, Payload: base64.StdEncoding.EncodeToString(e.payload), Signatures: []signatureFile{}}
	for _, s := range e.signatures {
		file.Signatures = append(file.Signatures, signatureFile{s.keyID, base64.StdEncoding.EncodeToString(s.sig)})
	}
	line, err := compact(file)
	if err != nil {
		panic(fmt.Sprintf("an envelope is plain data: %v", err))
	}
	return append(line, '\n')
}

// Payload is what is signed, byte for byte: the statement. The caller must not write to it.
func (e *Envelope) Payload() []byte { return e.payload }

// KeyIDs names the keys whose signatures it bears, in their order.
func (e *Envelope) KeyIDs() []string {
	ids := make([]string, len(e.signatures))
	for i, s := range e.signatures {
		ids[i] = s.keyID
	}
	return ids
}

// Verify checks the signatures against keys that are trusted and gives the ids of those that signed. Those of keys that are
// not among them are not counted. The error is an *[Error]: a signature of a trusted key that is not good, or fewer than
// need (at least one) good ones.
func (e *Envelope) Verify(trusted []ed25519.PublicKey, need int) (signers []string, err error) {
	signed := PAE(payloadType, e.payload)
	for _, s := range e.signatures {
		at := slices.IndexFunc(trusted, func(key ed25519.PublicKey) bool { return bundle.KeyID(key) == s.keyID })
		if at < 0 {
			continue
		}
		if !ed25519.Verify(trusted[at], signed, s.sig) {
			return nil, refuse("E_RECEIPT_SIGNATURE", "密钥 %s 的签名无效：内容或签名已被改动", "the signature of key %s is not good: content or signature was changed", s.keyID)
		}
		signers = append(signers, s.keyID)
	}
	if len(signers) < max(need, 1) {
		return nil, refuse("E_RECEIPT_KEY", "签名所用密钥为 %s；其中受信任的有 %d 个，需要 %d 个", "it is signed with keys %s; %d of them are trusted, and %d must be", strings.Join(e.KeyIDs(), ", "), len(signers), max(need, 1))
	}
	return signers, nil
}

// Read reads a receipt: its envelope and what it says. Nothing is known of its signatures yet. The error is an *[Error].
//
// It is read strictly: an envelope and a statement have exactly one form each, that of [Envelope.Bytes], so unknown fields,
// fields that are there twice or in another case, other spaces and other base64 are refused, and no byte of it can be
// changed unseen.
func Read(file []byte) (*Envelope, *Statement, error) {
	var s Statement
	e, err := open(file, &s)
	if err != nil {
		return nil, nil, err
	}
	if err := s.check(); err != nil {
		return nil, nil, err
	}
	if err := canonical(e.payload, &s); err != nil {
		return nil, nil, err
	}
	return e, &s, nil
}

// open reads an envelope and decodes its payload.
func open(file []byte, into any) (*Envelope, error) {
	if len(file) > maxEnvelope {
		return nil, tooLarge(len(file), maxEnvelope)
	}
	var f envelopeFile
	if err := strict(file, &f); err != nil {
		return nil, err
	}
	if f.PayloadType != payloadType {
		return nil, refuse("E_RECEIPT_TYPE", "payloadType 是 %.80q，应为 %q", "the payloadType is %.80q, not %q", f.PayloadType, payloadType)
	}
	if len(f.Signatures) == 0 || len(f.Signatures) > maxSignatures {
		return nil, form("signatures", fmt.Sprint(len(f.Signatures)))
	}
	e := &Envelope{}
	var err error
	if e.payload, err = base64.StdEncoding.Strict().DecodeString(f.Payload); err != nil {
		return nil, form("payload", f.Payload)
	}
	for _, s := range f.Signatures {
		sig, err := base64.StdEncoding.Strict().DecodeString(s.Sig)
		if err != nil || len(sig) != ed25519.SignatureSize {
			return nil, form("sig", s.Sig)
		}
		if slices.ContainsFunc(e.signatures, func(other signature) bool { return other.keyID == s.KeyID }) {
			return nil, refuse("E_RECEIPT_FORM", "密钥 %q 签了两次", "key %q signs twice", s.KeyID)
		}
		e.signatures = append(e.signatures, signature{s.KeyID, sig})
	}
	if !bytes.Equal(e.Bytes(), file) {
		return nil, otherForm()
	}
	return e, strict(e.payload, into)
}

// canonical says whether JSON is what its content is written as.
func canonical(content []byte, v any) error {
	again, err := compact(v)
	if err != nil || !bytes.Equal(again, content) {
		return otherForm()
	}
	return nil
}

// strict decodes one JSON value without unknown fields.
func strict(content []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(content))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return refuse("E_RECEIPT_FORM", "不是本程序所写的 JSON：%v", "not the JSON that this program writes: %v", err)
	}
	return nil // what follows the value is found when it is written again
}

// compact writes one line of JSON without its break.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func otherForm() *Error {
	return refuse("E_RECEIPT_FORM", "与 hegui 所写的形式不符：已被改动或重新排版；请索取原件", "not in the form that hegui writes: it was changed or formatted anew; ask for the original")
}

func tooLarge(size, limit int) *Error {
	return refuse("E_RECEIPT_SIZE", "%d 字节，超过 %d", "%d bytes are more than %d", size, limit)
}
