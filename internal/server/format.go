package server

import (
	"mime"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"hegui/internal/report"
)

// representation is a format with the name it has in Accept and Content-Type.
type representation struct {
	format report.Format
	media  string
}

// mediaTypes name the formats of reports in Accept and Content-Type. Formats without one of their own are asked for by
// name; the first of those that share one answers for it.
var mediaTypes = []representation{
	{report.JSON, "application/json"},
	{report.NDJSON, "application/x-ndjson"},
	{report.SARIF, "application/sarif+json"},
	{report.JUnit, "application/xml"},
	{report.Text, "text/plain"},
	{report.Markdown, "text/markdown"},
	{report.CSV, "text/csv"},
	{report.HTML, "text/html"},
	{report.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{report.GitHub, "text/plain"},
	{report.GitLab, "application/vnd.gitlab.codequality+json"},
	{report.OSCAL, "application/oscal+json"},
}

// formatOf picks one of the formats: by name, which the document has checked, else the one that Accept prefers, else the
// first.
func formatOf(c *gin.Context, among []representation, name string) (report.Format, string, error) {
	for _, m := range among {
		if string(m.format) == name {
			return m.format, m.media + charset(m.media), nil
		}
	}
	best, bestQuality := -1, 0.0
	accept := c.GetHeader("Accept")
	if accept == "" {
		accept = "*/*"
	}
	for _, part := range strings.Split(accept, ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		quality := 1.0
		if q, err := strconv.ParseFloat(params["q"], 64); err == nil {
			quality = q
		}
		if i := offered(among, media); i >= 0 && quality > bestQuality {
			best, bestQuality = i, quality
		}
	}
	if best < 0 {
		return "", "", &refusal{code: codeAcceptable, parameter: "Accept"}
	}
	return among[best].format, among[best].media + charset(among[best].media), nil
}

// offered finds the first format that a media range covers.
func offered(among []representation, media string) int {
	for i, m := range among {
		group, _, _ := strings.Cut(m.media, "/")
		if media == m.media || media == "*/*" || media == group+"/*" {
			return i
		}
	}
	return -1
}

func charset(media string) string {
	if strings.HasPrefix(media, "text/") {
		return "; charset=utf-8"
	}
	return ""
}
