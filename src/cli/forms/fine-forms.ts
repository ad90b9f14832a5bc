import { BACK } from '../../kernel/asker.ts'
import { sayTime } from '../../kernel/time-words.ts'
import { codeWords as w } from '../../kernel/messages/codes.ts'
import { formWords as t } from '../../kernel/messages/forms.ts'
import { yuanText } from '../../kernel/money.ts'
import type { Fine } from '../../fines/fine.ts'
import { readAsOf, readFines } from '../../fines/read-fines.ts'
import type { Form, FormPlan, Question } from './form.ts'
import { keys, line, pick } from './questions.ts'

const SHOWN = 9

/** Art. 3.0: one of those that wait for a person, by its number in the list or by its id. */
function findingQuestion(key: string): Question {
  return {
    key,
    async ask(form) {
      const { asker, tell, ctx } = form
      const all = await ctx.reading(async (db) => readFines(db, await readAsOf(db, ctx.now)))
      const pending = all.filter((fine) => fine.status === 'pending').slice(0, SHOWN)
      const lines = pending.map((fine, index) => `  ${index + 1}  ${inWords(fine, form)}`)
      await asker.tell(lines.length > 0 ? lines : [`  ${tell(t.noFindings)}`])
      const answer = await asker.line(tell(t.finding))
      if (answer === BACK) return BACK
      return answer
        .split(/[\s,，、]+/)
        .filter((word) => word !== '')
        .map((word) =>
          pick(
            pending.map((fine) => fine.fine_id),
            word,
          ),
        )
    },
  }
}

function inWords(fine: Fine, { tell, ctx }: Form): string {
  return [
    tell(w.kind[fine.kind]),
    fine.ticket_no ?? fine.fine_id,
    fine.branch,
    fine.maintainer ?? '',
    sayTime(fine.occurred_at, ctx, ctx.language),
    yuanText(fine.amount),
  ]
    .filter((word) => word !== '')
    .join('  ')
}

export function confirmForm(fines: string): FormPlan {
  return {
    questions: [
      findingQuestion(fines),
      line({ key: 'by', text: t.verifiedBy }),
      line({ key: 'note', text: t.note, blank: true }),
    ],
  }
}

export function dismissForm(fine: string): FormPlan {
  return {
    questions: [
      findingQuestion(fine),
      keys('ground', t.ground),
      line({ key: 'reason', text: t.reason }),
      line({ key: 'by', text: t.verifiedBy }),
    ],
  }
}
