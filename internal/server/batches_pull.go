package server

import (
	"iter"

	"hegui/internal/store"
)

// pulled gives items one by one, for two lists that are read side by side.
type pulled struct {
	more func() (store.Item, error, bool)
	stop func()
}

func pull(items iter.Seq2[store.Item, error]) pulled {
	more, stop := iter.Pull2(items)
	return pulled{more, stop}
}

func (p pulled) next() (store.Item, bool, error) {
	item, err, ok := p.more()
	return item, ok && err == nil, err
}
