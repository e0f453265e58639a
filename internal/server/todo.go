package server

import "github.com/gin-gonic/gin"

func (s *Server) Compare(c *gin.Context, _ CompareParams) { c.Status(501) }
func (s *Server) ListProfiles(c *gin.Context, _ PackPath) { c.Status(501) }
func (s *Server) GetDocument(c *gin.Context, _ PackPath)  { c.Status(501) }
func (s *Server) GetDocs(c *gin.Context, _ GetDocsParams) { c.Status(501) }
