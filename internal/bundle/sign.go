package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
)

// A signature is what OPA makes of it: .signatures.json holds one JWT, EdDSA over Ed25519, whose payload lists the SHA-256
// of every file. So `opa` checks it, too, with --verification-key and --signing-alg EdDSA. It is written and checked here
// with the standard library alone, and more strictly: the algorithm is never taken from the token, the key is named by an
// id that is derived from it, and the list must be the files, no fewer and no more.

type (
	tokenHeader struct {
		Algorithm string `json:"alg"`
		KeyID     string `json:"kid"`
	}
	tokenPayload struct {
		Files []fileDigest `json:"files"`
		KeyID string       `json:"keyid"`
	}
	fileDigest struct {
		Name      string `json:"name"`
		Hash      string `json:"hash"`
		Algorithm string `json:"algorithm"`
	}
	signaturesFile struct {
		Signatures []string `json:"signatures"`
	}
)

// Sign writes a bundle again, with a signature of its files; one that it had is replaced.
func Sign(w io.Writer, b *Bundle, key ed25519.PrivateKey) error {
	id := KeyIDOf(key)
	header, err := json.Marshal(tokenHeader{"EdDSA", id})
	if err != nil {
		return err
	}
	digests, err := b.digests()
	if err != nil {
		return err
	}
	payload, err := json.Marshal(tokenPayload{digests, id})
	if err != nil {
		return err
	}
	signed := encode(header) + "." + encode(payload)
	token := signed + "." + encode(ed25519.Sign(key, []byte(signed)))
	signature, err := json.Marshal(signaturesFile{[]string{token}})
	if err != nil {
		return err
	}
	return write(w, &Bundle{Manifest: b.Manifest, Files: b.Files, manifest: b.manifest, signature: append(signature, '\n')})
}

// Signed says whether the bundle has a signature, good or not.
func (b *Bundle) Signed() bool { return b.signature != nil }

// Verify checks the signature against keys that are trusted and gives the id of the one that made it. Whatever is not in
// order is an *[Error], no signature among it.
func (b *Bundle) Verify(trusted []ed25519.PublicKey) (keyID string, err error) {
	if b.signature == nil {
		return "", refuse("E_UNSIGNED", "规则包没有签名", "the bundle is not signed")
	}
	header, payload, signed, signature, err := b.token()
	if err != nil {
		return "", err
	}
	if header.KeyID == "" || payload.KeyID != header.KeyID {
		return "", refuse("E_KEY_ID", "签名没有写明密钥编号", "the signature does not name its key")
	}
	for _, key := range trusted {
		if KeyID(key) != header.KeyID {
			continue
		}
		if !ed25519.Verify(key, signed, signature) {
			return "", refuse("E_SIGNATURE", "签名不是用密钥 %s 作出的，或签名已被改动", "the signature was not made with key %s, or was changed", header.KeyID)
		}
		return header.KeyID, b.intact(payload)
	}
	return "", refuse("E_KEY_UNKNOWN", "签名所用密钥 %q 不在受信任之列", "the signature names key %q, which is not among those that are trusted", header.KeyID)
}

// Intact checks the list of the signature against the files, without a key: what was damaged on its way is found, what was
// changed on purpose is not. No signature is in order.
func (b *Bundle) Intact() error {
	if b.signature == nil {
		return nil
	}
	_, payload, _, _, err := b.token()
	if err != nil {
		return err
	}
	return b.intact(payload)
}

// token takes the signature apart.
func (b *Bundle) token() (h tokenHeader, p tokenPayload, signed, signature []byte, err error) {
	malformed := refuse("E_SIGNATURE_FORM", ".signatures.json 格式不对：应恰有一个 EdDSA 签名", ".signatures.json is malformed: it must hold exactly one EdDSA signature")
	var file signaturesFile
	if strict(b.signature, &file) != nil || len(file.Signatures) != 1 {
		return h, p, nil, nil, malformed
	}
	parts := strings.Split(file.Signatures[0], ".")
	if len(parts) != 3 {
		return h, p, nil, nil, malformed
	}
	decoded := make([][]byte, 3)
	for i, part := range parts {
		if decoded[i], err = base64.RawURLEncoding.Strict().DecodeString(part); err != nil {
			return h, p, nil, nil, malformed
		}
	}
	if strict(decoded[0], &h) != nil || strict(decoded[1], &p) != nil || h.Algorithm != "EdDSA" {
		return h, p, nil, nil, malformed
	}
	return h, p, []byte(parts[0] + "." + parts[1]), decoded[2], nil
}

func (b *Bundle) intact(p tokenPayload) error {
	digests, err := b.digests()
	if err != nil {
		return err
	}
	listed := map[string]fileDigest{}
	for _, f := range p.Files {
		if _, twice := listed[f.Name]; twice {
			return refuse("E_SIGNATURE_FILES", "签名两次列出 %q", "the signature lists %q twice", f.Name)
		}
		listed[f.Name] = f
	}
	for _, f := range digests {
		if listed[f.Name] != f {
			return refuse("E_SIGNATURE_FILES", "%q 与签名时不同，或签名时没有此文件", "%q is not what was signed", f.Name)
		}
		delete(listed, f.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(listed)) {
		return refuse("E_SIGNATURE_FILES", "缺少签名时有的文件 %q", "%q was signed and is missing", name)
	}
	return nil
}

// digests gives the digest of every file, by name.
func (b *Bundle) digests() ([]fileDigest, error) {
	all := maps.Clone(b.Files)
	all[manifestName] = b.manifest
	var out []fileDigest
	for _, name := range slices.Sorted(maps.Keys(all)) {
		content := all[name]
		if name == manifestName || strings.HasSuffix(name, "/data.json") {
			var err error
			if content, err = canonical(content); err != nil {
				return nil, refuse("E_BUNDLE_DATA", "%q 不是 JSON", "%q is not JSON", name)
			}
		}
		sum := sha256.Sum256(content)
		out = append(out, fileDigest{name, hex.EncodeToString(sum[:]), "SHA-256"})
	}
	return out, nil
}

// canonical writes JSON as OPA does before it takes the digest: keys sorted, no spaces.
func canonical(content []byte) ([]byte, error) {
	dec := json.NewDecoder(bytes.NewReader(content))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("something follows")
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

func strict(b []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("something follows")
	}
	return nil
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
