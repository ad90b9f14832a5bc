/** So many, times `$FAULTS_SCALE`: how hard `npm run test:faults` tries. */
export function scaled(count: number): number {
  const scale = Number(process.env['FAULTS_SCALE'] ?? '1')
  return Math.max(1, Math.round(count * (Number.isFinite(scale) && scale > 0 ? scale : 1)))
}
