package store_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"hegui/internal/store"
)

func Example() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "store")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	address := "sqlite:" + filepath.Join(folder, "hegui.db")
	o := store.Options{Now: time.Now, Random: rand.Reader}
	if _, err := store.Migrate(ctx, address, o); err != nil {
		panic(err)
	}
	s, err := store.Open(ctx, address, o)
	if err != nil {
		panic(err)
	}
	defer s.Close()

	// A portal hands in two drafts of a proposal, the second one twice.
	for _, draft := range []string{"title: a\n", "title: b\n", "title: b\n"} {
		proposal := store.NewContent([]byte(draft)) // most of the work, before others have to wait
		var got store.Submitted
		err := s.Update(ctx, "key:gz", func(tx *store.Tx) (err error) {
			got, err = tx.Submit(ctx, store.Upload{Portal: "gz", Reference: "2026-0815", Applicant: "914401", Proposal: proposal})
			return err
		})
		if err != nil {
			panic(err)
		}
		fmt.Println("version", got.Version.Number, "new:", got.New)
	}

	// What was done stands in the audit log.
	err = s.View(ctx, func(tx *store.Tx) error {
		events, err := tx.Events(ctx, "", store.Page{})
		for _, e := range events.Items {
			fmt.Println(e.Seq, e.Actor, e.Action)
		}
		return err
	})
	if err != nil {
		panic(err)
	}
	// Output:
	// version 1 new: true
	// version 2 new: true
	// version 2 new: false
	// 1 key:gz submission.version
	// 2 key:gz submission.version
}
