import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** For programs of TypeScript, which Node 20 cannot run by itself; one folder below the root, as `test` is. */
export const workshop = join(root, '.build')

/**
 * A TypeScript file with all of ours that it imports as one file that Node runs; answers its path.
 * @param {string} source below the project's root
 */
export async function bundleForNode(source) {
  const bundle = await rolldown({
    cwd: root,
    input: source,
    platform: 'node',
    external: (id) => !/^[./]/.test(id),
    logLevel: 'silent',
  })
  const name = `${basename(source, '.ts')}.mjs`
  mkdirSync(workshop, { recursive: true })
  await bundle.write({ dir: workshop, format: 'esm', entryFileNames: name, codeSplitting: false })
  return join(workshop, name)
}
