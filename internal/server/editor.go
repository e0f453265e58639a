package server

import "github.com/gin-gonic/gin"

func (s *Server) Diagnose(c *gin.Context) { c.Status(501) }
func (s *Server) Complete(c *gin.Context) { c.Status(501) }
func (s *Server) Hover(c *gin.Context)    { c.Status(501) }
