import { benchBooks } from './books.ts'
import { benchFines } from './fines.ts'
import { benchOffice } from './office.ts'
import { benchStartup } from './startup.ts'

/** Each part prints its own figures, as ratios to something measured in the same run; name one to run only that. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  startup: benchStartup,
  office: benchOffice,
  fines: benchFines,
  books: benchBooks,
}

const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await bench()
