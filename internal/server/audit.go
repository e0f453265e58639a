package server

import (
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
	"hegui/internal/catalog"
	"hegui/internal/keyring"
	"hegui/internal/store"
)

// ListAudit answers GET /v1/audit.
func (s *Server) ListAudit(c *gin.Context, params ListAuditParams) {
	s.view(c, func(tx *store.Tx) (any, error) {
		list, err := tx.Events(c.Request.Context(), value(params.Object), pageOf(params.After, params.Limit))
		out := AuditList{Rows: []AuditRow{}, Next: next(list)}
		for i := range list.Items {
			e := &list.Items[i]
			out.Rows = append(out.Rows, AuditRow{Seq: int(e.Seq), Time: e.Time, Actor: e.Actor, Action: e.Action, Object: e.Object, Detail: e.Detail, Hash: e.Hash()})
		}
		return out, err
	})
}

// VerifyAudit answers GET /v1/audit/verification. That something is wrong is an answer and not a problem: it is what was asked.
func (s *Server) VerifyAudit(c *gin.Context, params VerifyAuditParams) {
	ctx := c.Request.Context()
	var kept []store.AuditHead
	if params.Head != nil {
		head, err := store.ParseAuditHead(*params.Head)
		if err != nil {
			refuse(c, wrong("head", catalog.Text{ZH: "写作 序号:散列。", EN: "Write it as NUMBER:HASH."}))
			return
		}
		kept = append(kept, head)
	}
	head, err := s.o.Store.VerifyAudit(ctx, nil, kept...)
	if err == nil {
		err = s.o.Store.VerifyRecords(ctx, nil)
	}
	var tampered *store.AuditError
	var record *store.RecordError
	switch {
	case errors.As(err, &tampered):
		fault, row := string(tampered.Fault), int(tampered.Seq)
		c.JSON(http.StatusOK, AuditVerification{Fault: &fault, Row: &row})
	case errors.As(err, &record):
		fault := string(record.Kind)
		c.JSON(http.StatusOK, AuditVerification{Fault: &fault, Record: &record.ID})
	case err != nil:
		answer(c, err)
	default:
		rows, end := int(head.Seq), head.String()
		c.JSON(http.StatusOK, AuditVerification{Intact: true, Rows: &rows, Head: &end})
	}
}

// ListKeys answers GET /v1/keys.
func (s *Server) ListKeys(c *gin.Context, params ListKeysParams) {
	ctx := c.Request.Context()
	s.view(c, func(tx *store.Tx) (any, error) {
		now, err := tx.Now(ctx)
		if err != nil {
			return nil, err
		}
		keys, next, err := keyring.Page(ctx, tx, pageOf(params.After, params.Limit))
		out := KeyList{Keys: []ApiKey{}}
		if next != "" {
			out.Next = &next
		}
		for i := range keys {
			out.Keys = append(out.Keys, keyAnswer(&keys[i], now))
		}
		return out, err
	})
}

// NewKey answers POST /v1/keys. It takes no idempotency key, since the answer is kept nowhere.
func (s *Server) NewKey(c *gin.Context) {
	body, err := bodyOf[NewKey](s, c)
	if err != nil {
		answer(c, err)
		return
	}
	spec := auth.Spec{Name: body.Name, Role: auth.Role(value(body.Role)), Party: value(body.As), Lifetime: auth.DefaultLifetime}
	if body.Days != nil {
		spec.Lifetime = time.Duration(*body.Days) * 24 * time.Hour
	}
	holds := false
	for _, scope := range body.Scopes {
		spec.Scopes = append(spec.Scopes, auth.Scope(scope))
		holds = holds || auth.Scope(scope) == auth.Records
	}
	if spec.Role != "" && !holds {
		spec.Scopes = append(spec.Scopes, auth.Records)
	}
	ring := &keyring.Keyring{Store: s.o.Store, Random: s.o.Random}
	s.change(c, nil, func(tx *store.Tx) (any, error) {
		secret, key, err := ring.Add(c.Request.Context(), tx, spec)
		if errors.Is(err, auth.ErrInvalid) {
			err = wrong("role", catalog.Text{
				ZH: "权限不能重复或为空；records 须写明 role；role 为 applicant、portal、reviewer 时须写明 as，其他角色不写；名称和 as 须为可见字符。",
				EN: "Scopes are at least one and none twice; records needs a role; the roles applicant, portal and reviewer need as, others take none; name and as are characters that can be seen."})
		}
		return KeyMade{Secret: secret, Key: keyAnswer(&key, key.Created)}, err
	})
}

// RevokeKey answers DELETE /v1/keys/{key}.
func (s *Server) RevokeKey(c *gin.Context, id string) {
	s.change(c, nil, func(tx *store.Tx) (any, error) { return done, at("key", tx.RevokeAPIKey(c.Request.Context(), id)) })
}

func keyAnswer(k *auth.Key, now time.Time) ApiKey {
	out := ApiKey{Id: k.ID, Name: k.Name, Scopes: []string{}, State: ApiKeyState(k.State(now)), Created: k.Created, Expires: k.Expires, Revoked: k.Revoked}
	for _, s := range k.Scopes {
		out.Scopes = append(out.Scopes, string(s))
	}
	if k.Role != "" {
		role := string(k.Role)
		out.Role = &role
	}
	if k.Party != "" {
		out.As = &k.Party
	}
	return out
}
