package bundle

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"io"
)

// KeyID is the id of a key: 16 hex digits of the SHA-256 of its public half. It is derived, so that no two files can claim
// one id for different keys.
func KeyID(key ed25519.PublicKey) string {
	sum := sha256.Sum256(key)
	return hex.EncodeToString(sum[:8])
}

// GenerateKey makes a key pair from a source of randomness, as PEM: PKCS #8 and PKIX, which openssl and opa read, too.
func GenerateKey(random io.Reader) (private, public []byte, id string, err error) {
	seed := make([]byte, ed25519.SeedSize) // not ed25519.GenerateKey: it may ignore its reader
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, nil, "", fmt.Errorf("generate key: %w", err)
	}
	key := ed25519.NewKeyFromSeed(seed)
	pub := key.Public().(ed25519.PublicKey)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, nil, "", fmt.Errorf("generate key: %w", err)
	}
	shown, err := x509.MarshalPKIXPublicKey(pub)
	if err != nil {
		return nil, nil, "", fmt.Errorf("generate key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: shown}), KeyID(pub), nil
}

// ParsePrivateKey reads the private half; another kind of key is an *[Error], whose text never repeats what it read.
func ParsePrivateKey(text []byte) (ed25519.PrivateKey, error) {
	if block, _ := pem.Decode(text); block != nil && block.Type == "PRIVATE KEY" {
		if key, err := x509.ParsePKCS8PrivateKey(block.Bytes); err == nil {
			if key, ok := key.(ed25519.PrivateKey); ok {
				return key, nil
			}
		}
	}
	return nil, refuse("E_KEY", "不是 Ed25519 私钥（PEM，PKCS #8）；用 hegui key pair 生成", "not an Ed25519 private key (PEM, PKCS #8); hegui key pair makes one")
}

// ParsePublicKey reads the public half; another kind of key is an *[Error].
func ParsePublicKey(text []byte) (ed25519.PublicKey, error) {
	if block, _ := pem.Decode(text); block != nil && block.Type == "PUBLIC KEY" {
		if key, err := x509.ParsePKIXPublicKey(block.Bytes); err == nil {
			if key, ok := key.(ed25519.PublicKey); ok {
				return key, nil
			}
		}
	}
	return nil, refuse("E_KEY", "不是 Ed25519 公钥（PEM，PKIX）；应是与私钥一同写出的 .pub 文件", "not an Ed25519 public key (PEM, PKIX); it is the .pub file that was written beside the private key")
}

// KeyIDOf is the id of the key that a private half belongs to.
func KeyIDOf(key ed25519.PrivateKey) string { return KeyID(key.Public().(ed25519.PublicKey)) }
