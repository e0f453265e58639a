package proposal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
)

// ContentSHA256 is the digest of the values alone, in hex: the same whatever the order of keys, the comments, the layout,
// aliases and the spelling of numbers. Without does not change it. It is computed on every call.
func (d *Document) ContentSHA256() string {
	c := canonical{hash: sha256.New()}
	c.value(d.whole)
	c.flush()
	return hex.EncodeToString(c.hash.Sum(nil))
}

// canonical writes values with a kind and a length in front of each, so that no two values share a serialisation. The
// buffer is small and flushed: aliases make the serialisation larger than the source.
type canonical struct {
	hash   hash.Hash
	buffer [4096]byte
	used   int
}

func (c *canonical) flush() {
	c.hash.Write(c.buffer[:c.used])
	c.used = 0
}

func (c *canonical) head(kind byte, n int) {
	if c.used+9 > len(c.buffer) {
		c.flush()
	}
	head := c.buffer[c.used : c.used+9]
	head[0] = kind
	binary.BigEndian.PutUint64(head[1:], uint64(n))
	c.used += 9
}

func (c *canonical) text(kind byte, s string) {
	c.head(kind, len(s))
	if len(s) <= len(c.buffer)-c.used {
		c.used += copy(c.buffer[c.used:], s)
		return
	}
	for len(s) > 0 {
		if c.used == len(c.buffer) {
			c.flush()
		}
		n := copy(c.buffer[c.used:], s)
		c.used += n
		s = s[n:]
	}
}

func (c *canonical) value(v *Value) {
	switch v.kind {
	case Null:
		c.head('z', 0)
	case Bool:
		if v.bool {
			c.head('b', 1)
		} else {
			c.head('b', 0)
		}
	case Number:
		c.text('n', v.text)
	case String:
		c.text('s', v.text)
	case Sequence:
		c.head('l', len(v.items))
		for _, item := range v.items {
			c.value(item)
		}
	case Mapping:
		c.head('m', len(v.fields))
		for i := range v.fields {
			c.text('k', v.fields[i].Key)
			c.value(v.fields[i].Value)
		}
	}
}
