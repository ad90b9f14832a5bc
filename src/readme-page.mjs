const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign])

/**
 * The Chinese part of the README as one page: headings, paragraphs, lists, tables, code and pictures are all it has.
 * @param {string} markdown
 * @param {(path: string) => string} pictureOf the SVG of a picture that the text shows
 */
export function readmePage(markdown, pictureOf) {
  const body = blocksOf(markdown).map((block) => blockHtml(block, pictureOf))
  return `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>报修台使用说明</title>\n<style>${STYLE}</style>\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`
}

/** Pieces with blank lines between them; what stands between fences is one. */
function blocksOf(markdown) {
  const blocks = [[]]
  let fenced = false
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    if (line === '' && !fenced) blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  return blocks.filter((lines) => lines.length > 0)
}

function blockHtml(lines, pictureOf) {
  const [first = ''] = lines
  const heading = /^(#{1,4}) (.*)$/.exec(first)
  if (heading !== null)
    return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>${rest(lines, pictureOf)}`
  const picture = /^!\[([^\]]*)\]\(([^)]*)\)$/.exec(first)
  if (picture !== null)
    return `<figure>${pictureOf(picture[2])}<figcaption>${escaped(picture[1])}</figcaption></figure>${rest(lines, pictureOf)}`
  if (first.startsWith('```')) return `<pre>${escaped(lines.slice(1, -1).join('\n'))}</pre>`
  if (first.startsWith('| ')) return tableHtml(lines)
  if (/^(?:- |\d+\. )/.test(first)) return listHtml(lines)
  return `<p>${inline(lines.join('\n'))}</p>`
}

/** What follows in the next line without a blank one between. */
const rest = (lines, pictureOf) => (lines.length > 1 ? `\n${blockHtml(lines.slice(1), pictureOf)}` : '')

function tableHtml([head = '', , ...rows]) {
  const cells = (row, tag) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => `<${tag}>${inline(cell.trim().replaceAll('\\|', '|'))}</${tag}>`)
      .join('')
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table>`
}

function listHtml(lines) {
  const tag = lines[0]?.startsWith('- ') === true ? 'ul' : 'ol'
  const items = []
  for (const line of lines) {
    if (/^(?:- |\d+\. )/.test(line)) items.push(line.replace(/^(?:- |\d+\. )/, ''))
    else items.push(`${items.pop()} ${line.trim()}`)
  }
  return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('\n')}</${tag}>`
}

/** Code, bold and links; links within the page lose nothing by being words. */
function inline(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? `<code>${escaped(piece.slice(1, -1))}</code>` : words(piece)))
    .join('')
}

const words = (text) =>
  escaped(text)
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')

const STYLE = `
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 16px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #1b1f24 }
h1, h2, h3 { color: #12304d; line-height: 1.3 } h2 { border-bottom: 1px solid #9aa7b3; margin-top: 2em }
pre { background: #f3f5f7; padding: .8em 1em; overflow-x: auto; font: 14px/1.5 Consolas, NSimSun, monospace }
code { background: #f3f5f7; padding: .1em .3em; font: .9em Consolas, NSimSun, monospace }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #c9d1d8; padding: .3em .6em; text-align: left; vertical-align: top }
figure { margin: 1.5em 0 } figure svg { max-width: 100%; height: auto; border: 1px solid #c9d1d8 } figcaption { color: #4a5560; font-size: .9em }
@media print { body { margin: 0; font-size: 10.5pt } pre, table, figure { break-inside: avoid } }
`.trim()
