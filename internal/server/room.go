package server

import (
	"context"
	"errors"
	"fmt"

	"hegui/internal/catalog"
	"hegui/internal/store"
)

// What must be free on the disk of the store for anything more to be taken in: what runs and what people write still needs room.
const (
	leastFree  = 512 << 20 // bytes
	leastShare = 20        // one part in so many of the disk
)

// errSpace says that less than that is free.
var errSpace = errors.New("too little is free on the disk of the store")

// spaceWords tell who hands in.
var spaceWords = catalog.Text{
	ZH: "存储所在磁盘的剩余空间不足 512 MiB 或 5%，暂不接收新内容，本次没有保存任何内容；读取和评审不受影响。请告知服务管理员。",
	EN: "Less than 512 MiB or 5 % is free on the disk of the store, so nothing more is taken in and nothing of this was kept; reading and reviewing go on. Tell whoever runs the service.",
}

// space refuses what is handed in while the disk of the store is nearly full. Where nothing is known of the disk, nothing is refused.
func (s *Server) space() error {
	free, size, known := s.o.Disk()
	if known && (free < leastFree || free < size/leastShare) {
		return fmt.Errorf("%w: %d of %d bytes", errSpace, free, size)
	}
	return nil
}

// room refuses more work for an actor than can be done in a while, or is fair to others.
func (s *Server) room(ctx context.Context, tx *store.Tx, actor string) error {
	if err := s.space(); err != nil {
		return err
	}
	all, err := tx.Pending(ctx, "")
	if err != nil {
		return err
	}
	if all >= s.o.Limits.Pending {
		return &refusal{code: codeOverloaded, retry: 60}
	}
	own, err := tx.Pending(ctx, actor)
	if err == nil && own >= s.o.Limits.PendingOfOne {
		err = &refusal{code: codeTooMany, retry: 60, detail: catalog.Text{
			ZH: fmt.Sprintf("您的批次中已有 %d 份申报书等待评估。请按 Retry-After 所示秒数稍后再试，或者取消不再需要的批次。", own),
			EN: fmt.Sprintf("%d proposals in your batches wait to be assessed already. Try again after the seconds in Retry-After, or cancel a batch that is not needed.", own),
		}}
	}
	return err
}
