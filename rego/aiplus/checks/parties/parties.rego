# METADATA
# title: Parties
# description: >-
#   Who has a part in the data. One party may be named by "applicant", its id or its full name; it is the same party. The
#   applicant's own names are those that the flag `multi` knows.
# custom:
#   title_zh: 各方
#   description_zh: 谁参与了数据。同一方可以用 "applicant"、编号或全称指代，都算同一方。申报单位自己的名称与特征 multi 所用的相同。
package aiplus.checks.parties

# METADATA
# description: >-
#   The one name of a party: "applicant", the id of a partner (its name when it has none), or what is written when it is
#   neither. Of partners that share a name the first id stands for all.
of(name) := "applicant" if {
	trim_space(name) in _applicant
} else := id if {
	id := min({partner.id |
		some partner in input.proposal.partners
		trim_space(name) in {partner.id, partner.name}
	})
} else := trim_space(name)

_applicant := {"applicant", "申报单位", object.get(input.proposal, ["applicant", "name"], "applicant")}

# METADATA
# description: How people know what `of` gave, by the name of a partner or else as it is.
name(party) := known if {
	known := min({partner.name | some partner in input.proposal.partners; partner.id == party})
} else := party

# METADATA
# description: The applicant and its partners.
project := union({
	{"applicant"},
	{of(partner.id) | some partner in input.proposal.partners},
	{of(partner.name) | some partner in input.proposal.partners},
})

# METADATA
# description: Everybody who takes part in the distribution of benefits.
sharing := {of(row.party) | some row in input.proposal.data.benefit_sharing.parties}

# METADATA
# description: Who has a right (hold, use, operate) in a dataset.
holders(dataset, right) := {of(name) | some name in dataset.rights[right]}

# METADATA
# description: >-
#   True for data that the applicant made by itself and alone holds. It may use and license them as it likes, whatever
#   licence it offers to others.
own(dataset) if {
	dataset.source in {"collected", "synthetic"}
	holders(dataset, "hold") == {"applicant"}
}
