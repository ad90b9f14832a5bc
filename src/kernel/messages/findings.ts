import type { Text } from '../text.ts'

/** What a change of a ticket or a complaint means for fines (3.0). */
export const findingWords = {
  made: (fine: string, yuan: string, who: string): Text => ({
    en: `makes a finding, to be verified: ${fine}, ${yuan} yuan, ${who}`,
    zh: `新增一项待核实：${fine}，${yuan} 元，${who}`,
  }),
  gone: (fine: string, yuan: string, who: string): Text => ({
    en: `unmakes a pending finding: ${fine}, ${yuan} yuan, ${who}`,
    zh: `一项待核实的不再成立：${fine}，${yuan} 元，${who}`,
  }),
  contradicted: (fine: string, yuan: string, who: string, said: Text): Text => ({
    en: `contradicts a confirmed fine: ${fine}, ${yuan} yuan, ${who}: ${said.en}; it stands until \`fines correct\` or \`fines dismiss\``,
    zh: `与已记账的处罚不符：${fine}，${yuan} 元，${who}：${said.zh}；照旧有效，要改用 \`fines correct\` 或 \`fines dismiss\``,
  }),
  noGround: { en: 'the records do not say so any more', zh: '按现有记录已不该罚' } as Text,
} as const
