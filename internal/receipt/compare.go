package receipt

import (
	"strconv"

	"hegui/internal/catalog"
)

// Difference is one thing that a receipt says and a repetition does not.
type Difference struct {
	What     catalog.Text
	Receipt  string // what the receipt says
	Repeated string // what came now
}

// Verdict is the What of a difference between verdicts.
func Verdict() catalog.Text { return catalog.Text{ZH: "结论", EN: "verdict"} }

// Inputs gives what differs between a receipt and a repetition in what decides a result: proposal, pack, profile, date,
// waivers, readings. The engine is not among them: another version that gives the same result confirms it all the better.
func (s *Statement) Inputs(repeated *Statement) []Difference {
	a, b := &s.Predicate, &repeated.Predicate
	return differing([]Difference{
		{catalog.Text{ZH: "申报书的 SHA-256", EN: "SHA-256 of the proposal"}, s.Proposal().Digest.SHA256, repeated.Proposal().Digest.SHA256},
		{catalog.Text{ZH: "规则包", EN: "pack"}, a.Pack.ID, b.Pack.ID},
		{catalog.Text{ZH: "规则包版本", EN: "version of the pack"}, a.Pack.Version, b.Pack.Version},
		{catalog.Text{ZH: "规则包摘要", EN: "digest of the pack"}, a.Pack.Digest, b.Pack.Digest},
		{catalog.Text{ZH: "评审方案", EN: "profile"}, a.Profile, b.Profile},
		{catalog.Text{ZH: "评估日期", EN: "date of the assessment"}, a.AsOf, b.AsOf},
		{catalog.Text{ZH: "豁免文件的 SHA-256", EN: "SHA-256 of the waiver file"}, a.WaiversSHA256, b.WaiversSHA256},
		{catalog.Text{ZH: "其他读法", EN: "alternative readings"}, strconv.FormatBool(a.Readings), strconv.FormatBool(b.Readings)},
	})
}

// Outcome gives what differs in what came of it: content, score, verdict, and the result byte for byte.
func (s *Statement) Outcome(repeated *Statement) []Difference {
	a, b := &s.Predicate, &repeated.Predicate
	return differing([]Difference{
		{catalog.Text{ZH: "申报书内容的摘要", EN: "digest of the proposal's content"}, a.ContentSHA256, b.ContentSHA256},
		{catalog.Text{ZH: "得分", EN: "score"}, a.Score.String(), b.Score.String()},
		{Verdict(), string(a.Verdict), string(b.Verdict)},
		{catalog.Text{ZH: "结果的格式版本", EN: "version of the result's form"}, a.Result.Version, b.Result.Version},
		{catalog.Text{ZH: "结果的 SHA-256", EN: "SHA-256 of the result"}, a.Result.SHA256, b.Result.SHA256},
	})
}

func differing(all []Difference) []Difference {
	var out []Difference
	for _, d := range all {
		if d.Receipt != d.Repeated {
			out = append(out, d)
		}
	}
	return out
}
