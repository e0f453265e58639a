package client_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"time"

	"hegui"
	client "hegui/examples/clients/go"
	"hegui/internal/server"
)

// service starts the real service on the loopback address.
func service() *httptest.Server {
	s, err := server.New(server.Options{
		Packs: []server.PackSource{{Files: hegui.Files, ID: "aiplus"}}, Version: "test",
		Now: time.Now, Log: slog.New(slog.DiscardHandler),
		Limits: server.Limits{Evaluation: time.Minute}, // a machine that runs many tests at once is slow
	})
	if err != nil {
		panic(err)
	}
	return httptest.NewServer(s)
}

func Example() {
	running := service()
	defer running.Close()

	hegui, err := client.New(running.URL, client.Options{Language: "en"})
	if err != nil {
		panic(err)
	}
	content, err := os.ReadFile("../../proposals/f12-ai-customer-service/proposal.yaml")
	if err != nil {
		panic(err)
	}
	a, err := hegui.Assess(context.Background(), client.Proposal{Name: "proposal.yaml", Content: content}, client.Query{AsOf: "2026-11-01"})
	if err != nil {
		panic(err)
	}
	fmt.Println(a.Decision.Verdict, a.Decision.Score)
	for _, reason := range a.Decision.Reasons {
		fmt.Println("because of", reason.Code, reason.IDs)
	}
	for _, step := range a.Repair.Steps {
		fmt.Println("repair", step.Requirement)
	}
	// Output:
	// fail 80.88
	// because of veto [EMPL-01 EMPL-04]
	// because of floor [EMPL]
	// repair EMPL-01
	// repair EMPL-04
	// repair EMPL-09
}
