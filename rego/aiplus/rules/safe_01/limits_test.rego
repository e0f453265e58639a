package aiplus.rules.safe_01_test

# Two risks may well be rated alike; three that are have not been rated.
test_risks_rated_alike[n] if {
	some n, want in {2: set(), 3: {"scores_identical"}}
	rated := [object.union(risk, {"likelihood": 2, "impact": 2, "residual_impact": 2}) | some risk in array.slice(_risks, 0, n)]
	{finding.code | some finding in _findings(_with(rated)); finding.code == "scores_identical"} == want
}
