import type { Parsed } from './parse.ts'

type Call = Extract<Parsed, { kind: 'call' }>

/** `-o FILE.html` means HTML, where the command prints a paper and no format was given. */
export function withFormatOfFile(call: Call): Call {
  const { verb, typed, globals } = call
  const isHtml = /\.html?$/i.test(globals.output ?? '')
  if (!isHtml || verb.flags['format'] === undefined || (typed.get('format') ?? []).length > 0) return call
  return { ...call, typed: new Map([...typed, ['format', ['html']]]) }
}
