package server_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"hegui/internal/auth"
	"hegui/internal/server"
)

// A caller is told its role and just the operations that the table gives to it: what is in the answer is let through, what is
// not is refused.
func TestWhoAmI(t *testing.T) {
	k := openKept(t, "sqlite", nil)
	for _, role := range auth.Roles() {
		token := tokens[role][0]
		me := read[server.Me](k, token, call{path: "/v1/me"})
		if string(me.Role) != string(role) || me.Name != "named "+token {
			t.Errorf("%s is told to be %s, %q", token, me.Role, me.Name)
		}
		if (me.Party != nil) != role.NeedsParty() || me.Party != nil && token != string(role)+":"+*me.Party {
			t.Errorf("%s is told to stand for %v", token, me.Party)
		}
		for operation, roles := range server.MayDo {
			if may := slices.Contains(roles, role); may != slices.Contains(me.Operations, operation) {
				t.Errorf("%s: %s is %v in the table and not so in the answer", token, operation, may)
			}
		}
	}
	if w := k.as("reader", call{path: "/v1/me"}); w.Code != http.StatusForbidden {
		t.Errorf("without a role: %d, want 403", w.Code)
	}
}

// Where nothing is kept, nobody is anything to it.
func TestWhoAmIWithoutStore(t *testing.T) {
	s := open(t, nil)
	if w := do(s, call{path: "/v1/me"}); w.Code != http.StatusNotFound {
		t.Errorf("without a store: %d, want 404", w.Code)
	}
}

// leaving is an authenticator whose store stops looking because the client left.
type leaving struct{ leave func() }

func (l leaving) Authenticate(ctx context.Context, _ string) (auth.Principal, error) {
	l.leave()
	return auth.Principal{}, fmt.Errorf("%w: %w", auth.ErrUnavailable, ctx.Err())
}

// A client that leaves while its credentials are looked up is no fault of the service: browsers do so with every page that is
// left early.
func TestTheClientLeavesWhileItsCredentialsAreChecked(t *testing.T) {
	g := guard(t, nil)
	ctx, leave := context.WithCancel(t.Context())
	s := guard(t, func(o *server.Options) { o.Auth, o.Log = leaving{leave}, slog.New(slog.NewJSONHandler(g, nil)) })
	r := httptest.NewRequestWithContext(ctx, "GET", "/v1/packs", http.NoBody)
	r.Header.Set("Authorization", "Bearer any")
	s.ServeHTTP(httptest.NewRecorder(), r)
	if log := g.logged(); !strings.Contains(log, `"status":499`) || strings.Contains(log, `"level":"ERROR"`) {
		t.Errorf("the log says %s", log)
	}
}
