package receipt_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"testing"

	"hegui/internal/receipt"
)

// The inputs and roots of the reference implementation of Certificate Transparency.
func TestRootsAreThoseOfTheReference(t *testing.T) {
	t.Parallel()
	inputs := []string{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}
	roots := []string{
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
		"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
		"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
		"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	}
	var leaves []receipt.Hash
	for size, want := range roots {
		root := receipt.NewTree(leaves).Root()
		if got := hex.EncodeToString(root[:]); got != want {
			t.Errorf("root of %d leaves: got %s, want %s", size, got, want)
		}
		if size < len(inputs) {
			leaf, err := hex.DecodeString(inputs[size])
			if err != nil {
				t.Fatal(err)
			}
			leaves = append(leaves, receipt.LeafHash(leaf))
		}
	}
}

// definition is MTH of RFC 6962 section 2.1, as it stands there.
func definition(leaves []receipt.Hash) receipt.Hash {
	if len(leaves) == 1 {
		return leaves[0]
	}
	k := 1
	for k*2 < len(leaves) {
		k *= 2
	}
	left, right := definition(leaves[:k]), definition(leaves[k:])
	return sha256.Sum256(slices.Concat([]byte{1}, left[:], right[:]))
}

// Each proof leads to the root from its own place and from no other, whatever the size of the tree.
func TestProofsLeadFromTheirPlaceOnly(t *testing.T) {
	t.Parallel()
	for size := 1; size <= 40; size++ {
		var envelopes []*receipt.Envelope
		var leaves []receipt.Hash
		for i := range size {
			e := sign(t, statement(func(s *receipt.Statement) { s.Subject[0].Name = fmt.Sprint(i) }), key(1))
			envelopes, leaves = append(envelopes, e), append(leaves, e.Leaf())
		}
		tree := receipt.NewTree(leaves)
		if tree.Root() != definition(leaves) {
			t.Fatalf("the root of %d leaves is not that of the definition", size)
		}
		signed, err := receipt.SignRoot(tree, issued, key(1))
		if err != nil {
			t.Fatal(err)
		}
		_, batch, err := receipt.ReadRoot(signed.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range envelopes {
			p := receipt.Prove(tree, i)
			if err := batch.Includes(e, p); err != nil {
				t.Errorf("leaf %d of %d: %v", i, size, err)
			}
			if got := code(batch.Includes(envelopes[(i+1)%size], p)); size > 1 && got != "E_PROOF_LEAF" {
				t.Errorf("leaf %d of %d, another receipt: got %s", i, size, got)
			}
			for other := range size {
				moved := *p
				if moved.Index = other; other != i && batch.Includes(e, &moved) == nil {
					t.Errorf("leaf %d of %d is included at %d, too", i, size, other)
				}
			}
			for _, path := range [][]string{append(slices.Clone(p.Path), p.Leaf), p.Path[:max(len(p.Path)-1, 0)], reversed(p.Path)} {
				changed := *p
				if changed.Path = path; !slices.Equal(path, p.Path) && batch.Includes(e, &changed) == nil {
					t.Errorf("leaf %d of %d is included by another path", i, size)
				}
			}
		}
	}
}

func reversed(in []string) []string {
	out := slices.Clone(in)
	slices.Reverse(out)
	return out
}

func TestBatchesOfAnotherSizeAndEmptyOnesAreRefused(t *testing.T) {
	t.Parallel()
	e := sign(t, statement(nil), key(1))
	tree := receipt.NewTree([]receipt.Hash{e.Leaf(), e.Leaf()})
	signed, err := receipt.SignRoot(tree, issued, key(1))
	if err != nil {
		t.Fatal(err)
	}
	_, batch, err := receipt.ReadRoot(signed.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	p := receipt.Prove(tree, 0)
	p.Size = 3
	if got := code(batch.Includes(e, p)); got != "E_PROOF_SIZE" {
		t.Errorf("got %s", got)
	}
	var refused *receipt.Error
	if _, err := receipt.SignRoot(receipt.NewTree(nil), issued, key(1)); !errors.As(err, &refused) {
		t.Errorf("the root of no receipts is signed: %v", err)
	}
}

// Dropping, doubling and swapping receipts gives another root.
func TestAnotherSetOfReceiptsHasAnotherRoot(t *testing.T) {
	t.Parallel()
	var leaves []receipt.Hash
	for i := range 7 {
		leaves = append(leaves, receipt.LeafHash([]byte{byte(i)}))
	}
	roots := map[receipt.Hash]string{receipt.NewTree(leaves).Root(): "as it is"}
	add := func(what string, changed []receipt.Hash) {
		root := receipt.NewTree(changed).Root()
		if other, ok := roots[root]; ok {
			t.Errorf("%s has the root of: %s", what, other)
		}
		roots[root] = what
	}
	for i := range leaves {
		add(fmt.Sprintf("without %d", i), slices.Delete(slices.Clone(leaves), i, i+1))
		add(fmt.Sprintf("with %d at the end", i), append(slices.Clone(leaves), leaves[i]))
		for k := range i {
			swapped := slices.Clone(leaves)
			swapped[i], swapped[k] = swapped[k], swapped[i]
			add(fmt.Sprintf("%d and %d swapped", i, k), swapped)
		}
	}
}

func BenchmarkTree(b *testing.B) {
	leaves := make([]receipt.Hash, 20_000)
	for i := range leaves {
		leaves[i] = receipt.LeafHash(fmt.Append(nil, i))
	}
	b.ReportAllocs()
	for b.Loop() {
		tree := receipt.NewTree(leaves)
		for i := range leaves {
			tree.Path(i)
		}
	}
}

func BenchmarkSignAndVerify(b *testing.B) {
	s := statement(nil)
	b.ReportAllocs()
	for b.Loop() {
		if err := verified(sign(b, s, key(1)).Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
