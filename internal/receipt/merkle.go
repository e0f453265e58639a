package receipt

import (
	"crypto/sha256"
	"errors"
)

// Hash is a node of a Merkle tree.
type Hash [sha256.Size]byte

// LeafHash is the hash of a leaf, of RFC 6962 section 2.1: its prefix keeps a leaf from passing for a node.
func LeafHash(leaf []byte) Hash {
	h := sha256.New()
	h.Write([]byte{0})
	h.Write(leaf)
	return Hash(h.Sum(nil))
}

func nodeHash(left, right Hash) Hash {
	var b [1 + 2*sha256.Size]byte
	b[0] = 1
	copy(b[1:], left[:])
	copy(b[1+sha256.Size:], right[:])
	return sha256.Sum256(b[:])
}

// Tree is the Merkle tree of RFC 6962 over leaves in their order. The zero value is the empty tree.
type Tree struct {
	levels [][]Hash // the leaves, then ever fewer nodes; one that has no neighbour goes up as it is
}

// NewTree makes the tree of the hashes of leaves, in time proportional to their number.
func NewTree(leaves []Hash) *Tree {
	t := &Tree{}
	for level := leaves; len(level) > 0; {
		t.levels = append(t.levels, level)
		if len(level) == 1 {
			break
		}
		next := make([]Hash, 0, (len(level)+1)/2)
		for i := 0; i+1 < len(level); i += 2 {
			next = append(next, nodeHash(level[i], level[i+1]))
		}
		if len(level)%2 == 1 {
			next = append(next, level[len(level)-1])
		}
		level = next
	}
	return t
}

// Size is the number of leaves.
func (t *Tree) Size() int {
	if len(t.levels) == 0 {
		return 0
	}
	return len(t.levels[0])
}

// Root is the hash of the tree; of the empty tree, that of nothing.
func (t *Tree) Root() Hash {
	if len(t.levels) == 0 {
		return sha256.Sum256(nil)
	}
	return t.levels[len(t.levels)-1][0]
}

// Path gives the inclusion proof of a leaf, from the bottom up: PATH of RFC 6962 section 2.1.1. It panics when there is no
// such leaf.
func (t *Tree) Path(index int) []Hash {
	path := []Hash{}
	for _, level := range t.levels[:len(t.levels)-1] {
		if neighbour := index ^ 1; neighbour < len(level) {
			path = append(path, level[neighbour])
		}
		index /= 2
	}
	return path
}

// errPath says that a path is too long or too short for its place.
var errPath = errors.New("the path does not fit the place")

// rootOf walks from a leaf to the root, as RFC 9162 section 2.1.3.2 verifies an inclusion proof.
func rootOf(leaf Hash, index, size int, path []Hash) (Hash, error) {
	if index < 0 || index >= size {
		return Hash{}, errPath
	}
	at, last, r := index, size-1, leaf
	for _, p := range path {
		if last == 0 {
			return Hash{}, errPath
		}
		if at&1 == 1 || at == last {
			r = nodeHash(p, r)
			for at&1 == 0 && at != 0 {
				at, last = at>>1, last>>1
			}
		} else {
			r = nodeHash(r, p)
		}
		at, last = at>>1, last>>1
	}
	if last != 0 {
		return Hash{}, errPath
	}
	return r, nil
}
