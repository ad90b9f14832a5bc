import { posix } from 'node:path'
import { parseAst } from 'vitest/node'

/** One import of a file: static, `import()` or `import type`. */
export interface Import {
  /** As written: `../kernel/faults.ts`, `node:fs`, `zod`; absent where it is not a literal. */
  readonly from: string | undefined
  /** The file in this project, from its root; absent for packages. */
  readonly file: string | undefined
  readonly kind: 'static' | 'type' | 'dynamic'
  readonly line: number
}

/** A name that is read, with what is done to it: `process`, `Date.now`, `new Date()`, `.pragma()`. */
export interface Use {
  readonly name: string
  readonly line: number
}

/** A string or template of the file; `${…}` stands for what is put into a template. */
export interface Literal {
  readonly text: string
  readonly line: number
}

/** A source file as the rules see it. */
export interface Source {
  /** From the project's root: `src/office/queries.ts`. */
  readonly path: string
  /** `office` of `src/office/queries.ts`. */
  readonly room: string
  readonly imports: readonly Import[]
  readonly uses: readonly Use[]
  readonly literals: readonly Literal[]
  /** Lines where a text in both languages is written down. */
  readonly texts: readonly number[]
  /** Does it hold nothing but re-exports? */
  readonly barrel: boolean
}

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

interface Found {
  readonly imports: Import[]
  readonly uses: Use[]
  readonly literals: Literal[]
  readonly texts: number[]
}

/** Reads TypeScript or JavaScript; the comments are gone after it. */
export function parseSource(path: string, text: string): Source {
  const program = parseAst(text, { lang: 'ts' }) as unknown as Node
  const found: Found = { imports: [], uses: [], literals: [], texts: [] }
  const lineOf = (node: Node): number => text.slice(0, node.start).split('\n').length
  visit(program, undefined, '', (node, parent, key) => look(node, parent, key, path, lineOf(node), found))
  const body = program['body'] as readonly Node[]
  const reexports = body.filter(
    (n) => n.type === 'ExportAllDeclaration' || (n.type === 'ExportNamedDeclaration' && isNode(n['source'])),
  )
  const barrel =
    body.some((n) => n.type === 'ExportAllDeclaration') || (reexports.length > 0 && reexports.length === body.length)
  return { path, room: path.split('/')[1] ?? '', ...found, barrel }
}

type Visitor = (node: Node, parent: Node | undefined, key: string) => void

function visit(node: Node, parent: Node | undefined, key: string, see: Visitor): void {
  see(node, parent, key)
  for (const [name, child] of Object.entries(node)) {
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, node, name, see)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function look(node: Node, parent: Node | undefined, key: string, path: string, line: number, found: Found): void {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const onlyTypes = (node['importKind'] ?? node['exportKind']) === 'type'
      if (isNode(node['source']))
        found.imports.push(importOf(node['source'], path, onlyTypes ? 'type' : 'static', line))
      break
    }
    case 'ImportExpression':
      found.imports.push(importOf(node['source'], path, 'dynamic', line))
      break
    case 'TSImportType':
      found.imports.push(importOf(node['source'], path, 'type', line))
      break
    case 'Literal':
      if (typeof node['value'] === 'string' && key !== 'source') found.literals.push({ text: node['value'], line })
      break
    case 'TemplateLiteral':
      found.literals.push({ text: templateText(node), line })
      break
    case 'ObjectExpression':
      if (isText(node)) found.texts.push(line)
      break
    default:
      found.uses.push(...usesOf(node, parent, key).map((name) => ({ name, line })))
  }
}

function importOf(source: unknown, path: string, kind: Import['kind'], line: number): Import {
  const from = isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined
  const file = from?.startsWith('.') === true ? posix.normalize(posix.join(posix.dirname(path), from)) : undefined
  return { from, file, kind, line }
}

function templateText(node: Node): string {
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  return quasis.map((quasi) => quasi.value.cooked).join('${…}')
}

/** `{ en: '…', zh: '…' }` with words of its own in place. */
function isText(node: Node): boolean {
  const properties = (node['properties'] as readonly Node[]).filter((p) => p.type === 'Property')
  const worded = (name: string): boolean =>
    properties.some((p) => nameOf(p['key']) === name && isNode(p['value']) && /\p{Letter}/u.test(wordsOf(p['value'])))
  return worded('en') && worded('zh')
}

function wordsOf(node: Node): string {
  if (node.type === 'TemplateLiteral') return templateText(node)
  return node.type === 'Literal' ? String(node['value']) : ''
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : undefined
}

function usesOf(node: Node, parent: Node | undefined, key: string): string[] {
  if (node.type === 'Identifier') return isRead(parent, key) ? [String(node['name'])] : []
  if (node.type === 'MemberExpression') {
    const member = nameOf(node['property'])
    return member === undefined || node['computed'] === true ? [] : [`${nameOf(node['object']) ?? ''}.${member}`]
  }
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return []
  const called = nameOf(node['callee'])
  const bare = (node['arguments'] as readonly unknown[]).length === 0
  return called === undefined || !bare ? [] : [`${node.type === 'NewExpression' ? 'new ' : ''}${called}()`]
}

/** Is the name read, rather than the name of a member, a key or something imported? */
function isRead(parent: Node | undefined, key: string): boolean {
  if (parent === undefined) return true
  if (parent.type === 'MemberExpression') return key === 'object' || parent['computed'] === true
  return !(key === 'key' || key === 'imported' || key === 'exported')
}
