// The score of a dimension as a bar, red where its floor is judged and not reached; the number beside it is for everyone.
export function ScoreBar({ of: d }: { of: { score: number; possible: number; floor: number; floor_holds: boolean } }) {
  if (d.possible === 0) return null;
  return <span className="bar" aria-hidden="true"><span className={d.floor_holds && d.score < d.floor ? 'low' : undefined} style={{ inlineSize: `${d.score / 100}%` }} /></span>;
}
