import { basename } from 'node:path'
import type { Ctx } from '../kernel/ctx.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { viewSheet } from '../kernel/view-sheet.ts'
import { workbookBytes } from '../store/workbook-bytes.ts'
import { eachBlock } from './each-block.ts'

type Written = Exclude<Outcome, { kind: 'nothing' }>

/** The sheets that a verb made itself, else its list on one sheet that is called as the file. */
export async function workbookOf(file: string, outcome: Written, ctx: Ctx, headers: 'en' | 'zh'): Promise<Uint8Array> {
  if (outcome.kind === 'paper' && outcome.workbook !== undefined) return await workbookBytes(outcome.workbook)
  const rows: unknown[] = []
  if (outcome.kind === 'record') rows.push(outcome.row)
  else
    await eachBlock(outcome, ctx, async (block) => {
      rows.push(...block)
    })
  const name = basename(file).replace(/\.xlsx$/i, '')
  const form = { zone: ctx.zone, headers, sums: outcome.kind !== 'record' }
  return await workbookBytes([viewSheet(name, outcome.view, rows as never[], form)])
}
