package listener

import (
	"crypto/tls"
	"sync/atomic"
)

// Certificate is a chain and its key in two PEM files, which can be read again while connections are taken.
type Certificate struct {
	chain, key string
	current    atomic.Pointer[tls.Certificate]
}

// OpenCertificate reads the files. The error names the one that cannot be read, or says why they do not belong together.
func OpenCertificate(chain, key string) (*Certificate, error) {
	c := &Certificate{chain: chain, key: key}
	return c, c.Reload()
}

// Reload reads the files again. After an error the certificate stays as it was.
func (c *Certificate) Reload() error {
	pair, err := tls.LoadX509KeyPair(c.chain, c.key)
	if err == nil {
		c.current.Store(&pair)
	}
	return err
}

func (c *Certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	return c.current.Load(), nil
}
