import type { DraftPlace } from '../kernel/draft.ts'
import type { World } from './world.ts'

/** The draft of a form; what keeps it is loaded with the first use, because most calls have none. */
export function draftFor(world: World, office: string, form: string): DraftPlace {
  let place: Promise<DraftPlace> | undefined
  const opened = (): Promise<DraftPlace> =>
    (place ??= import('./draft-file-place.ts').then(({ draftPlace }) => draftPlace(world, office, form)))
  return {
    read: async () => (await opened()).read(),
    write: async (draft) => (await opened()).write(draft),
    clear: async () => (await opened()).clear(),
  }
}
