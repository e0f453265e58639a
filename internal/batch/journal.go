package batch

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"sync"

	"hegui/internal/filelock"
)

// journalHeader is the first line of a journal; the number changes with the form of the lines.
const journalHeader, journalName = "hegui journal 1\n", "hegui journal "

// A line of a journal is the checksum of what follows it, the key, the payload: "1a2b3c4d 5e6f… payload\n".
const (
	journalSum    = 8  // hexadecimal digits of CRC-32C over "key payload"
	journalKey    = 64 // hexadecimal digits of a SHA-256
	journalPrefix = journalSum + 1 + journalKey + 1
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Journal keeps what was done, so that a run that was ended can go on: one line for each proposal, added when it is done.
// A process that is killed loses at most the line that it was writing; after a loss of power, what the system had not
// written yet is missing too. Either way, what is missing is done again.
//
// All methods may be called concurrently. Only places are held in memory, about a hundred bytes for each key.
type Journal struct {
	mu     sync.RWMutex
	file   *os.File
	places map[[journalKey / 2]byte]place
	end    int64 // where the next line goes
	closed bool
}

// place is where the payload of a key lies.
type place struct {
	at     int64
	length int
}

// OpenJournal opens a journal, or creates one that only the user may read. It leaves out a line that was not finished, and
// passes over lines that are damaged. No other run can open it until it is closed.
//
// The error is of the file system, or an *[Error]: the file is no journal (E_JOURNAL), of another version
// (E_JOURNAL_VERSION), or in use (E_JOURNAL_BUSY); it is then left as it is.
func OpenJournal(name string) (*Journal, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fault("E_JOURNAL")
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|nonBlocking, 0o600)
	if err != nil {
		return nil, err
	}
	j := &Journal{file: file, places: map[[journalKey / 2]byte]place{}}
	if err := j.load(); err != nil {
		file.Close()
		return nil, err
	}
	return j, nil
}

func (j *Journal) load() error {
	if info, err := j.file.Stat(); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return fault("E_JOURNAL")
	}
	if err := filelock.Lock(j.file); errors.Is(err, filelock.ErrHeld) {
		return fault("E_JOURNAL_BUSY").because(err)
	} else if err != nil {
		return fmt.Errorf("lock %s: %w", j.file.Name(), err)
	}
	in := bufio.NewReaderSize(io.NewSectionReader(j.file, 0, 1<<62), 64<<10)
	j.end = int64(len(journalHeader))
	header, err := in.Peek(len(journalHeader))
	if err != nil && err != io.EOF {
		return err
	}
	switch head := string(header); {
	case head == "":
		_, err := j.file.WriteAt([]byte(journalHeader), 0)
		return err
	case head == journalHeader:
	case strings.HasPrefix(head, journalName):
		return fault("E_JOURNAL_VERSION")
	default:
		return fault("E_JOURNAL")
	}
	if _, err := in.Discard(len(journalHeader)); err != nil {
		return err
	}
	for {
		length, key, err := readEntry(in)
		if err == io.EOF {
			return j.file.Truncate(j.end)
		}
		if err != nil {
			return err
		}
		if key != nil {
			j.places[[journalKey / 2]byte(key)] = place{j.end + journalPrefix, length - journalPrefix - 1}
		}
		j.end += int64(length)
	}
}

// readEntry reads one line and gives its length and its key, or no key when it is damaged. The error is io.EOF when no
// whole line is left. A line is never held: it is summed up as it passes.
func readEntry(in *bufio.Reader) (length int, key []byte, err error) {
	var sum, want uint32
	whole := false // the prefix is in form
	for first := true; ; first = false {
		part, err := in.ReadSlice('\n')
		length += len(part)
		if err != nil && err != bufio.ErrBufferFull {
			return 0, nil, err
		}
		body := bytes.TrimSuffix(part, []byte("\n"))
		if first {
			if want, key, whole = parsePrefix(body); whole {
				body = body[journalSum+1:]
			}
		}
		sum = crc32.Update(sum, castagnoli, body)
		if err == nil {
			break
		}
	}
	if !whole || sum != want {
		return length, nil, nil
	}
	return length, key, nil
}

// parsePrefix takes a line's checksum and key; it is false when they are not in form.
func parsePrefix(line []byte) (sum uint32, key []byte, ok bool) {
	if len(line) < journalPrefix || line[journalSum] != ' ' || line[journalPrefix-1] != ' ' {
		return 0, nil, false
	}
	digits, err := hex.DecodeString(string(line[:journalSum]))
	if err != nil {
		return 0, nil, false
	}
	key, err = parseKey(string(line[journalSum+1 : journalPrefix-1]))
	if err != nil {
		return 0, nil, false
	}
	return uint32(digits[0])<<24 | uint32(digits[1])<<16 | uint32(digits[2])<<8 | uint32(digits[3]), key, true
}

// parseKey checks a key: 64 hexadecimal digits in lower case.
func parseKey(key string) ([]byte, error) {
	bytes, err := hex.DecodeString(key)
	if err != nil || len(key) != journalKey || strings.ToLower(key) != key {
		return nil, fmt.Errorf("journal: key %q is not a SHA-256 in lower-case hexadecimal digits", key)
	}
	return bytes, nil
}

// Get gives what was put under a key, and whether anything was. The error is of the file system, or E_JOURNAL_DAMAGED when
// another program has changed the file since it was opened.
func (j *Journal) Get(key string) ([]byte, bool, error) {
	k, err := parseKey(key)
	if err != nil {
		return nil, false, err
	}
	j.mu.RLock()
	defer j.mu.RUnlock()
	if j.closed {
		return nil, false, os.ErrClosed
	}
	p, ok := j.places[[journalKey / 2]byte(k)]
	if !ok {
		return nil, false, nil
	}
	line := make([]byte, journalPrefix+p.length)
	if _, err := j.file.ReadAt(line, p.at-journalPrefix); err != nil && err != io.EOF {
		return nil, false, err
	}
	if sum, got, ok := parsePrefix(line); !ok || !bytes.Equal(got, k) || sum != crc32.Checksum(line[journalSum+1:], castagnoli) {
		return nil, false, fault("E_JOURNAL_DAMAGED")
	}
	return line[journalPrefix:], true, nil
}

// Put adds a payload, in one write. The last one put under a key counts. The key is 64 hexadecimal digits in lower case,
// the payload has no line break; anything else is an error of the caller. After an error of the file system the journal
// is as it was before, and Put may be tried again.
func (j *Journal) Put(key string, payload []byte) error {
	k, err := parseKey(key)
	if err != nil {
		return err
	}
	if bytes.IndexByte(payload, '\n') >= 0 {
		return errors.New("journal: the payload has a line break")
	}
	line := make([]byte, journalSum+1, journalPrefix+len(payload)+1)
	line = append(line, key...)
	line = append(line, ' ')
	line = append(line, payload...)
	copy(line, fmt.Sprintf("%08x ", crc32.Checksum(line[journalSum+1:], castagnoli)))
	line = append(line, '\n')

	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return os.ErrClosed
	}
	// The next line is written over one that failed halfway; what may remain of that at the end of the file has no line
	// break and is left out when the journal is opened.
	if _, err := j.file.WriteAt(line, j.end); err != nil {
		return err
	}
	j.places[[journalKey / 2]byte(k)] = place{j.end + journalPrefix, len(payload)}
	j.end += int64(len(line))
	return nil
}

// Len says how many keys the journal holds.
func (j *Journal) Len() int {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return len(j.places)
}

// Close makes sure that all is on the disk and lets others open the journal. Closing again does nothing.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return nil
	}
	j.closed = true
	return errors.Join(j.file.Sync(), j.file.Close())
}
