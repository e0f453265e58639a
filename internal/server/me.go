package server

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

// WhoAmI answers GET /v1/me, from the table of roles that decides.
func (s *Server) WhoAmI(c *gin.Context) {
	who := callerOf(c)
	out := Me{Role: MeRole(who.Role), Name: who.Name, Operations: []string{}}
	if who.Party != "" {
		out.Party = &who.Party
	}
	for id, roles := range mayDo {
		if slices.Contains(roles, who.Role) {
			out.Operations = append(out.Operations, id)
		}
	}
	slices.Sort(out.Operations)
	c.JSON(http.StatusOK, out)
}
