package server

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// What pages of other origins may send and see. Cookies are not among it: no answer allows credentials, and a key is a
// header that a page must have been given.
const (
	corsRequestHeaders = "Authorization, Content-Type, Accept, Accept-Language, Idempotency-Key"
	corsAnswerHeaders  = "Content-Language, Hegui-Pack, Hegui-Score, Hegui-Verdict, Request-Id, Retry-After"
	corsMaxAge         = "600" // seconds; browsers ask again then, so that an origin that is taken out is out soon
)

// cors lets pages of the configured origins read answers, and answers the question of browsers whether they may
// (preflight). Other origins get what programs get, which browsers do not show to them.
func (s *Server) cors(c *gin.Context) {
	if len(s.o.Origins) == 0 {
		return
	}
	c.Writer.Header().Add("Vary", "Origin")
	origin := c.GetHeader("Origin")
	if origin == "" || !slices.Contains(s.o.Origins, origin) {
		return
	}
	method := c.GetHeader("Access-Control-Request-Method")
	if c.Request.Method != http.MethodOptions || method == "" {
		c.Header("Access-Control-Allow-Origin", origin)
		c.Header("Access-Control-Expose-Headers", corsAnswerHeaders)
		return
	}
	methods := s.operations.methods(c.Request.URL.Path)
	if len(methods) == 0 {
		return // answered as not found
	}
	c.Header("Access-Control-Allow-Origin", origin)
	c.Header("Access-Control-Allow-Methods", strings.Join(methods, ", "))
	c.Header("Access-Control-Allow-Headers", corsRequestHeaders)
	c.Header("Access-Control-Max-Age", corsMaxAge)
	c.AbortWithStatus(http.StatusNoContent)
}

// methods lists those that a path takes, in the order of the alphabet; none when there is no such path.
func (o operations) methods(path string) []string {
	var methods []string
	for name := range o {
		method, route, _ := strings.Cut(name, " ")
		if matches(strings.Split(route, "/"), strings.Split(path, "/")) {
			methods = append(methods, method)
		}
	}
	slices.Sort(methods)
	return methods
}

// matches says whether a path is one of a route, whose parts that begin with a colon stand for any.
func matches(route, path []string) bool {
	return slices.EqualFunc(route, path, func(r, p string) bool {
		return r == p || strings.HasPrefix(r, ":") && p != ""
	})
}
