import type { Ctx } from './ctx.ts'
import { encodeGb18030 } from './gb18030.ts'
import { htmlPaper } from './paper-html.ts'
import { rawPaper, textPaper } from './paper-text.ts'
import type { Sheet } from './sheet.ts'
import { say } from './text.ts'
import type { Text } from './text.ts'

/** `text` for the eye, `html` for a browser's printer, `raw` for a dot-matrix printer. */
export const PAPER_FORMATS = ['text', 'html', 'raw'] as const
type PaperFormat = (typeof PAPER_FORMATS)[number]

/** The sheets as one paper; text fits the screen, and 80 columns. */
export function printed(
  sheets: readonly Sheet[],
  format: PaperFormat,
  title: Text,
  { language, out }: Pick<Ctx, 'language' | 'out'>,
): string | Uint8Array {
  switch (format) {
    case 'text':
      return textPaper(sheets, Math.min(80, out.columns ?? 80))
    case 'html':
      return htmlPaper(sheets, say(title, language), language)
    case 'raw':
      return encodeGb18030(rawPaper(sheets))
  }
}
