package server

import (
	"context"
	"fmt"
	"net/http"
	"regexp"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
)

// operation is what the document says of one method on one route.
type operation struct {
	route  *routers.Route
	scopes []string    // that credentials must hold; nil when anybody may call it
	roles  []auth.Role // one of which they must have; nil when none is needed
}

// operations are those of the document, by method and gin's route, "POST /v1/assessments".
type operations map[string]*operation

var pathParameter = regexp.MustCompile(`\{([a-z_]+)\}`)

// loadOperations reads the document. Every operation names its scopes or says that it has none.
func loadOperations(spec []byte) (operations, error) {
	doc, err := openapi3.NewLoader().LoadFromData(spec)
	if err != nil {
		return nil, err
	}
	if err := doc.Validate(context.Background()); err != nil {
		return nil, err
	}
	known := operations{}
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			security := doc.Security
			if op.Security != nil {
				security = *op.Security
			}
			var scopes []string
			for _, alternative := range security {
				scopes = append(scopes, alternative["bearer"]...)
			}
			if _, guarded := security[0]["bearer"]; guarded && len(scopes) == 0 {
				return nil, fmt.Errorf("openapi.yaml: %s %s names no scope", method, path)
			}
			known[method+" "+pathParameter.ReplaceAllString(path, ":$1")] = &operation{
				route:  &routers.Route{Spec: doc, Path: path, PathItem: item, Method: method, Operation: op},
				scopes: scopes,
			}
		}
	}
	return known, known.checkRoles()
}

// of finds the operation of a request; nil when the document has none.
func (o operations) of(c *gin.Context) *operation {
	method := c.Request.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	return o[method+" "+c.FullPath()]
}
