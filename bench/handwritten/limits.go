package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"hegui/internal/catalog"
)

// limit is one threshold of the pack.
type limit struct {
	n   float64
	arg catalog.Arg
}

// limits are the thresholds that the checks compare with, and the text of the document of the pack.
type limits struct {
	agentAutonomy, budgetTolerance, copiesAlike, copiesCompared, copiesLength, copiesSource, deployTRL, drills             limit
	evidenceSections, exitPeople, exitStaff, externalUsers, fallbackExit, fiscal, fiscalPct, fundingCertain, genaiParams   limit
	incomeYear, deviceMax, labelDays, large, levelsMin, leadingMax, roleMin, meetings, microStaff, nativeAutonomy, notice  limit
	onboarding, openReason, ownerFTE, ownerPosts, personYearMax, personYearMin, piFTE, noSharing, usersPerStaff, reviewMax limit
	dataReview, riskAlike, riskCategories, riskCategoriesMicro, risks, risksMicro, riskHigh, contingencyMax                limit
	contingencyMin, roles, rolesMicro, safeBudget, safeBudgetPublic, safeClaims, safeFTE, safeFTEMicro, selfRaised         limit
	trainingHours, trainingAffected, priceMax, priceMin, undeclaredStaff, utilisationMax, utilisationMin                   limit
	bigFloor, bigPeople, bigStaff                                                                                          limit

	source document
}

// newLimits reads them from the documents of the pack, and the text of its document from its Rego.
func newLimits(data map[string]any, source string) (*limits, error) {
	all, ok := data["thresholds"].(map[string]any)
	if !ok {
		return nil, fmt.Errorf("the pack has no thresholds")
	}
	l := &limits{}
	for name, to := range map[string]*limit{
		"agent_autonomy_min": &l.agentAutonomy, "budget_tolerance_wan": &l.budgetTolerance,
		"copies_alike_pct_min": &l.copiesAlike, "copies_compared_max": &l.copiesCompared,
		"copies_length_min": &l.copiesLength, "copies_source_pct_min": &l.copiesSource,
		"deploy_trl_min": &l.deployTRL, "emergency_drills_min": &l.drills,
		"evidence_reuse_sections": &l.evidenceSections, "exit_people_min": &l.exitPeople,
		"exit_staff_pct_min": &l.exitStaff, "comp_external_users_min": &l.externalUsers,
		"fallback_exit_pct_max": &l.fallbackExit, "fiscal_cny_wan_min": &l.fiscal, "fiscal_pct_min": &l.fiscalPct,
		"funding_certain_pct_min": &l.fundingCertain, "genai_params_b_min": &l.genaiParams,
		"inno_income_by_year": &l.incomeYear, "incl_device_cny_max": &l.deviceMax,
		"labelling_log_days_min": &l.labelDays, "large_cny_wan_min": &l.large, "taln_levels_min": &l.levelsMin,
		"taln_leading_share_max": &l.leadingMax, "taln_role_share_min": &l.roleMin, "govn_meetings_min": &l.meetings,
		"micro_staff_max": &l.microStaff, "inno_native_autonomy_min": &l.nativeAutonomy,
		"empl_notice_days_min": &l.notice, "incl_onboarding_hours_max": &l.onboarding,
		"open_reason_length_min": &l.openReason, "owner_fte_min": &l.ownerFTE, "owner_posts_max": &l.ownerPosts,
		"taln_person_year_max": &l.personYearMax, "taln_person_year_min": &l.personYearMin,
		"taln_pi_fte_min": &l.piFTE, "data_no_sharing_reason_length_min": &l.noSharing,
		"public_users_per_staff": &l.usersPerStaff, "govn_review_months_max": &l.reviewMax,
		"data_review_months_max": &l.dataReview, "risk_alike_scores_min": &l.riskAlike,
		"risk_categories_min": &l.riskCategories, "risk_categories_micro_min": &l.riskCategoriesMicro,
		"risks_min": &l.risks, "risks_micro_min": &l.risksMicro, "risk_high_score": &l.riskHigh,
		"risk_contingency_pct_max": &l.contingencyMax, "risk_contingency_pct_min": &l.contingencyMin,
		"taln_roles_max": &l.roles, "taln_roles_micro_max": &l.rolesMicro, "safe_budget_pct_min": &l.safeBudget,
		"safe_budget_public_pct_min": &l.safeBudgetPublic, "safe_claims_wan_min": &l.safeClaims,
		"safe_fte_min": &l.safeFTE, "safe_fte_micro_min": &l.safeFTEMicro, "self_raised_revenue_max": &l.selfRaised,
		"training_hours_min": &l.trainingHours, "training_hours_affected_min": &l.trainingAffected,
		"training_price_max": &l.priceMax, "training_price_min": &l.priceMin, "undeclared_staff_min": &l.undeclaredStaff,
		"comp_utilisation_max": &l.utilisationMax, "comp_utilisation_min": &l.utilisationMin,
		"work_big_people_floor": &l.bigFloor, "work_big_people_min": &l.bigPeople, "work_big_staff_pct_min": &l.bigStaff,
	} {
		entry, _ := all[name].(map[string]any)
		text := fmt.Sprint(entry["value"])
		if n, ok := entry["value"].(json.Number); ok {
			text = n.String()
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil, fmt.Errorf("threshold %s: %w", name, err)
		}
		*to = limit{n, catalog.Arg{Number: text}}
	}
	parts := strings.Split(source, "`")
	if len(parts) != 3 {
		return nil, fmt.Errorf("the document of the pack is not where it was")
	}
	l.source = newDocument(parts[1])
	return l, nil
}
