package server

import (
	"fmt"
	"maps"
	"slices"

	"github.com/gin-gonic/gin"

	"hegui/internal/auth"
	"hegui/internal/catalog"
)

// mayDo says which roles may do each operation on what is kept, by operationId; every operation that asks for the scope
// "records" is in it, and no other. It is the one place that says so. Which submissions a caller sees is said in visible.go.
var mayDo = map[string][]auth.Role{
	"submit":             handsIn,
	"resubmit":           handsIn,
	"listSubmissions":    everyRole,
	"exportSubmissions":  everyRole,
	"getSubmission":      everyRole,
	"listVersions":       everyRole,
	"getProposal":        everyRole,
	"getAssessment":      everyRole,
	"getWaiversUsed":     everyRole,
	"getReceipt":         everyRole,
	"compareVersions":    everyRole,
	"closeSubmission":    {auth.Chair},
	"withdrawSubmission": handsIn,
	"holdSubmission":     {auth.Admin},

	"listAssignments":  {auth.Chair, auth.Admin},
	"assign":           {auth.Chair},
	"unassign":         {auth.Chair},
	"listNotes":        {auth.Reviewer, auth.Chair, auth.Admin},
	"addNote":          {auth.Reviewer},
	"listOverrides":    {auth.Reviewer, auth.Chair, auth.Admin},
	"override":         {auth.Reviewer},
	"withdrawOverride": {auth.Reviewer},
	"getOverview":      {auth.Chair, auth.Admin},
	"getDecision":      {auth.Applicant, auth.Portal, auth.Chair, auth.Admin}, // reviewers do not read what others wrote
	"listInterests":    {auth.Reviewer, auth.Chair, auth.Admin},
	"declareInterest":  {auth.Reviewer, auth.Chair},
	"endInterest":      {auth.Chair},
	"listWaivers":      {auth.Chair, auth.Admin},
	"addWaiver":        {auth.Chair},
	"revokeWaiver":     {auth.Chair},

	"listBatches":       {auth.Reviewer, auth.Chair, auth.Admin},
	"getBatch":          {auth.Reviewer, auth.Chair, auth.Admin},
	"watchBatch":        {auth.Reviewer, auth.Chair, auth.Admin},
	"listItems":         {auth.Reviewer, auth.Chair, auth.Admin}, // a reviewer sees what is of no submission, and of submissions those that are assigned to it
	"getItem":           {auth.Reviewer, auth.Chair, auth.Admin},
	"getItemProposal":   {auth.Reviewer, auth.Chair, auth.Admin},
	"getItemAssessment": {auth.Reviewer, auth.Chair, auth.Admin},
	"getItemWaivers":    {auth.Reviewer, auth.Chair, auth.Admin},
	"getItemReceipt":    {auth.Reviewer, auth.Chair, auth.Admin},
	"getItemProof":      {auth.Reviewer, auth.Chair, auth.Admin},
	"getBatchRoot":      {auth.Reviewer, auth.Chair, auth.Admin},
	"createBatch":       {auth.Chair, auth.Admin},
	"pauseBatch":        {auth.Chair, auth.Admin},
	"resumeBatch":       {auth.Chair, auth.Admin},
	"cancelBatch":       {auth.Chair, auth.Admin},
	"retryBatch":        {auth.Chair, auth.Admin},
	"deleteBatch":       {auth.Chair, auth.Admin},
	"holdBatch":         {auth.Admin},
	"exportBatch":       {auth.Chair, auth.Admin}, // what follows is about all proposals at once
	"similarInBatch":    {auth.Chair, auth.Admin},
	"replayBatch":       {auth.Chair, auth.Admin},
	"getReplay":         {auth.Chair, auth.Admin},

	"whoAmI": everyRole,

	"listAudit":     {auth.Admin},
	"verifyAudit":   {auth.Admin},
	"getCheckpoint": {auth.Admin},
	"listKeys":      {auth.Admin},
	"newKey":        {auth.Admin},
	"revokeKey":     {auth.Admin},
}

var (
	everyRole = auth.Roles()
	handsIn   = []auth.Role{auth.Applicant, auth.Portal}
)

// checkRoles holds the table against the document.
func (o operations) checkRoles() error {
	missing := maps.Clone(mayDo)
	for name, op := range o {
		id := op.route.Operation.OperationID
		roles, ok := mayDo[id]
		if ok != slices.Contains(op.scopes, string(auth.Records)) || ok && len(roles) == 0 {
			return fmt.Errorf("openapi.yaml: %s (%s) asks for the scope %s, or is in the table of roles, but not both", name, id, auth.Records)
		}
		op.roles = roles
		delete(missing, id)
	}
	for id := range missing {
		return fmt.Errorf("the table of roles names %s, which openapi.yaml does not have", id)
	}
	return nil
}

// keepsNothing is what a service without a store says of what would be in it.
var keepsNothing = catalog.Text{
	ZH: "本服务没有保存任何申报或评审：启动时未给出 --store。",
	EN: "This service keeps no submissions or reviews: it was started without --store.",
}

// allow lets a caller through who has one of the operation's roles. It is false for a request that is refused.
func (s *Server) allow(c *gin.Context, op *operation, p auth.Principal) bool {
	switch {
	case op.roles == nil:
		return true
	case s.o.Store == nil:
		refuse(c, &refusal{code: codeNotFound, detail: keepsNothing})
	case !slices.Contains(op.roles, p.Role):
		s.deny(c, refusedRole)
		refuse(c, &refusal{code: codeForbidden})
	default:
		return true
	}
	return false
}

// callerOf is who makes a request of an operation that has roles.
func callerOf(c *gin.Context) auth.Principal { return requestOf(c).principal }
