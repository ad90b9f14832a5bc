const LONGEST = 200

/** The candidates nearest to what was typed, best first, at most `most`: for "did you mean". */
export function nearest(typed: string, candidates: readonly string[], most = 3): string[] {
  // Nobody mistypes that much, and comparing it takes its time.
  if (typed.length > LONGEST) return []
  const limit = Math.max(1, Math.ceil(typed.length / 2))
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(typed, candidate) }))
    .filter(({ candidate, distance }) => distance <= limit && distance < Math.max(typed.length, candidate.length))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

function distanceTo(typed: string, candidate: string): number {
  const distance = editDistance([...typed.toLowerCase()], [...candidate.toLowerCase()])
  if (typed === '' || !candidate.includes(typed)) return distance
  // A part of a long word is no nearer than one slip in a short one.
  return distance === 1 ? 0.5 : Math.min(distance, 1)
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  let twoAbove = above
  for (const [i, letter] of a.entries()) {
    const row = [i + 1]
    for (const [j, other] of b.entries()) {
      // Two letters in the wrong order are one slip of the finger.
      const swapped = letter === b[j - 1] && other === a[i - 1] ? (twoAbove[j - 1] ?? 0) + 1 : Infinity
      const changed = (above[j] ?? 0) + (letter === other ? 0 : 1)
      row.push(Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, changed, swapped))
    }
    twoAbove = above
    above = row
  }
  return above[b.length] ?? 0
}
