package report

import "hegui/internal/catalog"

// The parts of SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/) that a report uses. Property names
// and their meaning are those of the standard; the paragraph stands beside what is not plain from the name.
type (
	sarifDriverBag struct { // of the driver, §3.19
		Pack        string       `json:"pack"`
		PackVersion string       `json:"packVersion"`
		PackTitle   catalog.Text `json:"packTitle"`
		Profile     string       `json:"profile"`
	}
	sarifRule struct { // §3.49
		ID                   string             `json:"id"`
		Name                 string             `json:"name"`
		ShortDescription     sarifText          `json:"shortDescription"`
		FullDescription      sarifText          `json:"fullDescription"`
		DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
		Help                 sarifText          `json:"help"`
		Properties           sarifRuleBag       `json:"properties"`
	}
	sarifConfiguration struct { // §3.50
		Enabled bool   `json:"enabled"`
		Level   string `json:"level"`
	}
	// sarifRuleBag holds what SARIF has no words for, and the texts in both languages.
	sarifRuleBag struct {
		Tags      []string         `json:"tags"`
		Title     catalog.Text     `json:"title"`
		Reading   *catalog.Text    `json:"reading,omitempty"`
		Dimension string           `json:"dimension,omitempty"`
		Weight    *int             `json:"weight,omitempty"` // under the profile
		Severity  catalog.Severity `json:"severity,omitempty"`
		VetoWhen  []string         `json:"vetoWhen,omitempty"`
		Quote     *jsonQuote       `json:"quote,omitempty"`
	}
	sarifText struct { // §3.11, §3.12
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct { // §3.27
		RuleID           string             `json:"ruleId"`
		RuleIndex        int                `json:"ruleIndex"`
		Kind             string             `json:"kind"`
		Level            string             `json:"level"` // "none" unless kind is "fail", §3.27.10
		Message          sarifText          `json:"message"`
		Locations        []sarifLocation    `json:"locations"`
		RelatedLocations []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints     map[string]string  `json:"partialFingerprints"`
		Suppressions     []sarifSuppression `json:"suppressions"` // null for all results or for none, §3.27.23
		Properties       any                `json:"properties"`
	}
	sarifIssueBag struct {
		Code       string        `json:"code"`
		Path       string        `json:"path"`
		Basis      catalog.Basis `json:"basis,omitempty"`
		PointsLost string        `json:"pointsLost,omitempty"` // of the score out of 100, by the requirement as a whole
		Vetoes     bool          `json:"vetoes,omitempty"`
		Waived     bool          `json:"waived,omitempty"`
		Message    catalog.Text  `json:"message"`
		Remedy     *catalog.Text `json:"remedy,omitempty"`
	}
	sarifVerdictBag struct {
		Verdict       string         `json:"verdict"`
		Score         string         `json:"score"`
		Unwaived      string         `json:"unwaivedVerdict,omitempty"`
		Statuses      map[string]int `json:"statuses"` // requirements by status; encoding/json sorts the keys
		Form          int            `json:"form"`     // defects of form
		SHA256        string         `json:"sha256"`
		ContentSHA256 string         `json:"contentSha256"`
		PackDigest    string         `json:"packDigest"`
		AsOf          string         `json:"asOf"`
		Project       string         `json:"project"`
		Title         string         `json:"title"`
	}
	sarifSuppression struct { // §3.35
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
	sarifLocation struct { // §3.28
		ID               *int           `json:"id,omitempty"`
		PhysicalLocation sarifPhysical  `json:"physicalLocation"`
		LogicalLocations []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct { // §3.29
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct { // §3.4
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId"`
	}
	sarifRegion struct { // §3.30, in unicodeCodePoints
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	sarifLogical struct { // §3.33
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
	sarifBase struct { // §3.14.14
		URI         string    `json:"uri,omitempty"`
		Description sarifText `json:"description"`
	}
	sarifInvocation struct { // §3.20
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct { // §3.58
		Descriptor sarifDescriptor `json:"descriptor"`
		Level      string          `json:"level"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations"`
	}
	sarifDescriptor struct { // §3.52
		ID string `json:"id"`
	}
)
