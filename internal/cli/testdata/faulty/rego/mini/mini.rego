package mini

outcomes.applies[id] := data.mini.rules[id].applies

outcomes.findings[id] := data.mini.rules[id].findings

outcomes.credit[id] := data.mini.rules[id].credit

outcomes.manual[id] := data.mini.rules[id].manual
