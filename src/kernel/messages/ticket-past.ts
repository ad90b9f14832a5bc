import type { Text } from '../text.ts'

/** What `fines explain` tells of a report beside the reasons: what was told otherwise before, and what the desk lost. */
export const ticketPastWords = {
  was: (kind: Text, until: string): Text => ({
    en: `was a ${kind.en} fault until ${until}`,
    zh: `${until} 之前登记为${kind.zh}故障`,
  }),
  wasAndHadPassed: (kind: Text, until: string, deadline: string): Text => ({
    en: `was a ${kind.en} fault until ${until}, whose deadline ${deadline} had passed`,
    zh: `${until} 之前登记为${kind.zh}故障，改的时候时限 ${deadline} 已过`,
  }),
  phoneOnly: (now: string, before: string): Text => ({
    en: `only the phone is the same: ${now}, before ${before}; another household?`,
    zh: `只有电话相同：这次 ${now}，上次 ${before}；是不是另一户？`,
  }),
  entered: (at: string, after: Text): Text => ({
    en: `entered only ${at}, ${after.en} after the call`,
    zh: `${at} 才录入，来电后 ${after.zh}`,
  }),
  handedOver: (at: string, after: Text): Text => ({
    en: `first handed over only ${at}, ${after.en} after the call`,
    zh: `${at} 才第一次交接，来电后 ${after.zh}`,
  }),
  moved: (from: string, to: string, at: string, after: Text): Text => ({
    en: `moved from ${from} to ${to} at ${at}, ${after.en} after the call`,
    zh: `${at} 由${from}改派${to}，来电后 ${after.zh}`,
  }),
  assigned: (at: string, after: Text): Text => ({
    en: `somebody was sent only ${at}, ${after.en} after the call`,
    zh: `${at} 才派人，来电后 ${after.zh}`,
  }),
} as const
