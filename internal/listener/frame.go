package listener

import (
	"io"
	"net"
	"strconv"
	"strings"
)

// framedConn refuses HTTP/1 requests whose end could be read in two ways: with both Content-Length and
// Transfer-Encoding, with folded header lines, with lines that end in LF alone. net/http takes all three, each rightly by
// its reading of RFC 9112, but a proxy in front of it may read them otherwise, and then a caller can hide a request
// inside of another one (request smuggling). It answers nothing by itself: in place of the offending bytes net/http is
// given a line that it refuses with 400 and a closed connection, in its turn.
//
// Where the two would frame a request differently net/http still decides alone; this reader can only refuse more.
type framedConn struct {
	net.Conn
	in      part
	line    []byte // of the head, a chunk's size or a trailer so far, up to maxLine
	long    bool   // the line is longer
	cr      bool   // the last byte of the line was a CR
	old     bool   // HTTP/1.0
	length  int64  // of the body or chunk that is left
	sized   bool   // Content-Length was there
	chunked bool   // Transfer-Encoding was there
	refuse  string // what net/http is given instead of the rest
	refused bool
}

// part of a request.
type part int

const (
	inStart part = iota // request line
	inHead
	inBody
	inSize // of a chunk
	inChunk
	inChunkEnd
	inTrailer
	inUnknown // what net/http refuses by itself
)

// maxLine is as much of a line as is looked at: enough for both headers that say where a request ends.
const maxLine = 64

func (c *framedConn) Read(p []byte) (int, error) {
	if c.refused {
		if c.refuse == "" {
			return 0, io.EOF
		}
		n := copy(p, c.refuse)
		c.refuse = c.refuse[n:]
		return n, nil
	}
	n, err := c.Conn.Read(p)
	good, ok := c.scan(p[:n])
	if ok {
		return n, err
	}
	c.refused, c.refuse = true, "\x00\r\n\r\n"
	if (c.in == inStart || c.in == inHead) && len(c.line) > 0 {
		c.refuse = "\r\n" + c.refuse // a line of its own, so that the line before it is not what is judged
	}
	if good == 0 {
		return c.Read(p)
	}
	return good, nil
}

// scan follows the bytes. It gives how many of them net/http may see, and whether they are good.
func (c *framedConn) scan(p []byte) (n int, good bool) {
	for i := 0; i < len(p); i++ {
		switch c.in {
		case inUnknown:
			return len(p), true
		case inBody, inChunk:
			skip := min(c.length, int64(len(p)-i))
			c.length -= skip
			i += int(skip) - 1
			switch {
			case c.length > 0:
			case c.in == inChunk:
				c.in = inChunkEnd
			default:
				c.next()
			}
		default:
			if ok, whole := c.byte(p[i]); !ok {
				return i, false
			} else if whole && !c.end() {
				return i + 1, false
			}
		}
	}
	return len(p), true
}

// byte adds one to the line. It says whether it may stand there, and whether it ends the line.
func (c *framedConn) byte(b byte) (ok, whole bool) {
	switch {
	case c.cr:
		return b == '\n', true
	case b == '\r':
		c.cr = true
		return true, false
	case b == '\n', len(c.line) == 0 && (b == ' ' || b == '\t'), c.in == inChunkEnd:
		return false, false
	case len(c.line) < maxLine:
		c.line = append(c.line, b)
	default:
		c.long = true
		if c.in == inStart { // of a request line the end counts
			c.line[copy(c.line, c.line[1:])] = b
		}
	}
	return true, false
}

// end judges a whole line and goes on to what follows it.
func (c *framedConn) end() bool {
	line, long := string(c.line), c.long
	c.line, c.long, c.cr = c.line[:0], false, false
	switch c.in {
	case inStart:
		c.old = strings.HasSuffix(line, " HTTP/1.0")
		c.in = inHead
		return line != ""
	case inHead:
		if line != "" {
			return c.header(line, long)
		}
		switch {
		case c.chunked:
			c.in = inSize
		case c.length > 0:
			c.in = inBody
		default:
			c.next()
		}
	case inSize:
		size, _, _ := strings.Cut(line, ";")
		n, err := strconv.ParseUint(strings.TrimRight(size, " \t"), 16, 63)
		if err != nil {
			return false
		}
		c.length, c.in = int64(n), inChunk
		if n == 0 {
			c.in = inTrailer
		}
	case inChunkEnd:
		c.in = inSize
	case inTrailer:
		if line == "" {
			c.next()
		}
	}
	return true
}

// header looks at the two that say where the request ends. One of them may be there, once.
func (c *framedConn) header(line string, long bool) bool {
	name, value, _ := strings.Cut(line, ":")
	value = strings.Trim(value, " \t")
	switch strings.ToLower(name) {
	case "content-length":
		n, err := strconv.ParseUint(value, 10, 63)
		if err != nil || long || c.sized || c.chunked {
			return false
		}
		c.length, c.sized = int64(n), true
	case "transfer-encoding":
		if long || c.sized || c.chunked || c.old {
			return false
		}
		if c.chunked = true; !strings.EqualFold(value, "chunked") {
			c.in = inUnknown
		}
	}
	return true
}

// next begins with another request.
func (c *framedConn) next() {
	c.in, c.length, c.sized, c.chunked, c.old = inStart, 0, false, false, false
}
