package server

// Allowance is tested by itself: its figures are minutes.
var Allowance = Pace.allowance

// MayDo is the table of roles.
var MayDo = mayDo
