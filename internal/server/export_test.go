package server

// Allowance is tested by itself: its figures are minutes.
var Allowance = Pace.allowance
