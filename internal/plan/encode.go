package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// Version names the form of programs. It changes with the format and with what the steps mean.
const Version = "hegui plan 1"

const magic = Version + "\n" // begins an encoded program

// Encode writes a program in a compact form that [Decode] reads: the same program gives the same bytes. They begin with
// a digest of the rest.
func (p *Program) Encode() []byte {
	e := &encoder{}
	e.program(p)
	sum := sha256.Sum256(e.Bytes())
	return append(append([]byte(magic), sum[:]...), e.Bytes()...)
}

type encoder struct{ bytes.Buffer }

func (e *encoder) uint(n uint64) { e.Write(binary.AppendUvarint(e.AvailableBuffer(), n)) }

func (e *encoder) int(n int) { e.Write(binary.AppendVarint(e.AvailableBuffer(), int64(n))) }

func (e *encoder) text(s string) {
	e.uint(uint64(len(s)))
	e.WriteString(s)
}

func (e *encoder) values(list []value) {
	e.uint(uint64(len(list)))
	for _, v := range list {
		e.value(v)
	}
}

// value writes the kind and what it is in one number: small integers may be negative.
func (e *encoder) value(v value) {
	e.uint(uint64(v.kind()))
	if v.kind() == kindInt {
		e.int(int(v.int()))
	} else {
		e.uint(uint64(v.index()))
	}
}

func (e *encoder) texts(list []string) {
	e.uint(uint64(len(list)))
	for _, s := range list {
		e.text(s)
	}
}

func (e *encoder) program(p *Program) {
	t := &p.tables
	strict := 0
	if p.strict {
		strict = 1
	}
	e.uint(uint64(strict))
	e.uint(uint64(t.static))
	e.texts(t.strings)
	e.uint(uint64(len(t.numbers)))
	for i := range t.numbers {
		e.text(t.numberText(at(kindNumber, i)))
	}
	e.uint(uint64(len(t.arrays)))
	e.uint(uint64(len(t.objects)))
	e.uint(uint64(len(t.sets)))
	for _, a := range t.arrays {
		e.values(a)
	}
	for _, o := range t.objects {
		e.values(o.keys)
		e.values(o.vals)
	}
	for _, s := range t.sets {
		e.values(s)
	}
	e.values(p.consts)
	e.value(p.data)
	e.texts(p.names)
	e.uint(uint64(len(p.paths)))
	for _, keys := range p.paths {
		e.values(keys)
	}
	e.uint(uint64(len(p.funcs)))
	for i := range p.funcs {
		f := &p.funcs[i]
		e.text(f.name)
		e.texts(f.path)
		e.uint(uint64(f.params))
		e.uint(uint64(f.locals))
		e.value(f.fixed)
		e.blocks(f.code)
	}
	e.uint(uint64(len(p.plans)))
	for _, pl := range p.plans {
		e.text(pl.name)
		e.uint(uint64(pl.locals))
		e.blocks(pl.code)
	}
}

func (e *encoder) blocks(code []block) {
	e.uint(uint64(len(code)))
	for _, b := range code {
		e.uint(uint64(len(b)))
		for i := range b {
			e.op(&b[i])
		}
	}
}

// op writes a step: its code, which of its fields follow, and those.
func (e *encoder) op(o *op) {
	e.WriteByte(byte(o.code))
	fields := [...]bool{o.a != 0, o.b != 0, o.c != 0, o.n != 0, len(o.args) > 0, len(o.body) > 0}
	var has byte
	for i, there := range fields {
		if there {
			has |= 1 << i
		}
	}
	e.WriteByte(has)
	for i, x := range [...]operand{o.a, o.b, o.c} {
		if fields[i] {
			e.int(int(x))
		}
	}
	if fields[3] {
		e.int(o.n)
	}
	if fields[4] {
		e.uint(uint64(len(o.args)))
		for _, a := range o.args {
			e.int(int(a))
		}
	}
	if fields[5] {
		e.blocks(o.body)
	}
}

// ErrFormat says that bytes are no program of this version, or not whole.
var ErrFormat = errors.New("not a compiled plan of this version")

// Decode reads what [Program.Encode] wrote. Bytes that are anything else are refused with [ErrFormat]: by their digest,
// and what a digest does not tell, such as a step without its operands, by looking.
func Decode(src []byte) (p *Program, err error) {
	rest, ok := bytes.CutPrefix(src, []byte(magic))
	if !ok || len(rest) < sha256.Size {
		return nil, ErrFormat
	}
	sum := sha256.Sum256(rest[sha256.Size:])
	if !bytes.Equal(sum[:], rest[:sha256.Size]) {
		return nil, fmt.Errorf("%w: the digest differs", ErrFormat)
	}
	d := &decoder{src: rest[sha256.Size:]}
	p = d.program()
	if d.bad == "" && len(d.src) > 0 {
		d.bad = "something follows"
	}
	if d.bad == "" {
		d.check(p)
	}
	if d.bad != "" {
		return nil, fmt.Errorf("%w: %s", ErrFormat, d.bad)
	}
	return p, nil
}
