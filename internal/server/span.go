package server

import (
	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// describe names the span of a request, where there is one, by its route, and ties it to the log by the request's id. A
// path and a query come from the client and may hold the name of a file; neither is in it, and the route takes the place of the path.
func describe(c *gin.Context, r *request) {
	span := trace.SpanFromContext(c.Request.Context())
	if !span.IsRecording() {
		return
	}
	method, route := c.Request.Method, c.FullPath()
	if !knownMethods[method] {
		method = "other"
	}
	if route == "" {
		route = "none"
	}
	span.SetName(method + " " + route)
	span.SetAttributes(attribute.String("http.route", route), attribute.String("url.path", route), attribute.String("hegui.request_id", r.id))
	if r.code != "" {
		span.SetAttributes(attribute.String("hegui.problem", string(r.code)))
	}
}

// traceOf is the id of the trace that a request belongs to; empty without one.
func traceOf(c *gin.Context) string {
	if t := trace.SpanContextFromContext(c.Request.Context()); t.IsSampled() {
		return t.TraceID().String()
	}
	return ""
}
