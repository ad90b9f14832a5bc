import { visible } from './display.ts'
import type { Language } from './text.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Stored text as it may stand in HTML, between tags or in a quoted attribute; controls become visible. */
export function escaped(text: string): string {
  return visible(text, true).replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)
}

/** A whole page for the printer; `title` is text, `body`, `style` and what else the head holds are markup of ours. */
export function page(title: string, language: Language, style: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
${
  head === ''
    ? ''
    : `${head}
`
}<style>
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`
}
