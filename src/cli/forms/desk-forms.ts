import { formWords as t } from '../../kernel/messages/forms.ts'
import { readHandover, readUnsigned } from '../../handover/queries.ts'
import { readStaff } from '../../office/queries.ts'
import { answerTo } from './form.ts'
import type { Form, FormPlan } from './form.ts'
import { deskPeople, onDutyNow } from './known.ts'
import { line, when } from './questions.ts'

/** Batches that nobody has signed for, the oldest first. */
async function unsigned({ ctx }: Form): Promise<string[]> {
  return (await ctx.reading(readUnsigned)).slice(0, 9).map((batch) => batch.handover_no)
}

/** Those who may collect a batch: the maintainers of its branch. */
async function collectors(form: Form): Promise<string[]> {
  const { batch, staff } = await form.ctx.reading(async (db) => ({
    batch: await readHandover(db, answerTo(form, 'handover') ?? ''),
    staff: await readStaff(db),
  }))
  const here = staff.filter((person) => person.retired_at === null && person.branch === batch?.branch)
  return here.slice(0, 9).map((person) => person.name)
}

/** Art. 1.4: the collector signs. */
export const signForm: FormPlan = {
  questions: [
    line({
      key: 'handover',
      text: t.batch,
      offers: unsigned,
      suggestion: async (form) => {
        const [only, another] = await unsigned(form)
        return another === undefined ? only : undefined
      },
    }),
    line({ key: 'by', text: t.collectedBy, offers: collectors }),
    when('at', t.signedAt),
  ],
}

const isUnnamed = (answers: ReadonlyMap<string, readonly string[]>): boolean => (answers.get('name') ?? []).length === 0

/** Art. 1.1. */
export const onForm: FormPlan = {
  isWanted: isUnnamed,
  questions: [line({ key: 'name', text: t.dutyName, offers: deskPeople }), when('at', t.onAt)],
}

export const offForm: FormPlan = {
  isWanted: isUnnamed,
  questions: [line({ key: 'name', text: t.dutyName, offers: deskPeople, suggestion: onDutyNow }), when('at', t.offAt)],
}

export const searchForm: FormPlan = { questions: [line({ key: 'words', text: t.words })] }
