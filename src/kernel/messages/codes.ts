import type { Text } from '../text.ts'

const c = (en: string, zh: string): Text => ({ en, zh })

/** The closed words of the contract, as people read them in tables and papers. */
export const codeWords = {
  area: { urban: c('urban', '城区'), township: c('township', '乡镇') },
  fault_class: { line: c('line', '线路'), network: c('network', '一般网络'), severe: c('severe', '严重网络') },
  service: { tv: c('tv', '电视'), telecom: c('telecom', '电信') },
  intake: { desk: c('desk', '客户部接报'), branch: c('branch', '分公司接报') },
  status: {
    open: c('open', '待交接'),
    handed_over: c('handed over', '已交接'),
    on_hold: c('on hold', '缓修'),
    repaired: c('repaired', '已修复'),
    closed: c('closed', '已回单'),
    void: c('void', '作废'),
  },
  hold_reason: {
    absent: c('nobody at home', '家中无人'),
    'customer-request': c('customer’s request', '用户要求'),
    'no-access': c('no access', '无法进入'),
    parts: c('parts', '缺料'),
    weather: c('weather', '天气'),
    other: c('other', '其他'),
  },
  channel: {
    paper: c('paper', '纸单'),
    phone: c('phone', '电话'),
    'telecom-10000': c('telecom 10000', '电信10000号'),
    'mayor-hotline': c('mayor’s hotline', '市长热线'),
    'bureau-leader': c('bureau leader', '局领导'),
    'company-leader': c('company leader', '公司领导'),
  },
  slot: { morning: c('morning', '上午'), afternoon: c('afternoon', '下午'), notice: c('notice', '通知') },
  kind: { overdue: c('overdue', '超时'), repeat: c('repeat', '连续报修'), complaint: c('complaint', '投诉') },
  fine_status: {
    pending: c('pending', '待核实'),
    confirmed: c('confirmed', '属实'),
    dismissed: c('dismissed', '不处罚'),
    reversed: c('reversed', '已冲销'),
  },
  ground: { 'not-upheld': c('not upheld', '不属实'), duplicate: c('duplicate', '重复'), excused: c('excused', '免罚') },
  verdict: { confirm: c('confirmed', '属实'), dismiss: c('dismissed', '不处罚'), correct: c('moved', '更正责任') },
  import_kind: {
    tickets: c('tickets', '报修单'),
    returns: c('returns', '回单'),
    branches: c('branches', '分公司'),
    staff: c('staff', '维护人'),
    shifts: c('shifts', '值班'),
  },
  entry: { confirm: c('confirm', '记账'), reverse: c('reverse', '冲销'), correct: c('correct', '更正') },
} satisfies Record<string, Record<string, Text>>
