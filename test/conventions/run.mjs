import { pathToFileURL } from 'node:url'
import { bundleForNode } from './bundle.mjs'

// `node test/conventions/run.mjs FILE.ts [WORDS]`
const [node = '', , source = '', ...words] = process.argv
const program = await bundleForNode(source)
process.argv = [node, program, ...words]
await import(pathToFileURL(program).href)
