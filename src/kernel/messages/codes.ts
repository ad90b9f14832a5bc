import type { Word } from '../text.ts'

/** `also`: further words that people and old books use, separated by spaces; read, never written. */
const c = (en: string, zh: string, also = ''): Word => (also === '' ? { en, zh } : { en, zh, also })

/** The closed words of the contract, as people read them in tables and papers. */
export const codeWords = {
  area: { urban: c('urban', '城区', '市区'), township: c('township', '乡镇', '镇 农村') },
  fault_class: {
    line: c('line', '线路', '线路故障 用户线路 用户线路故障 入户线路 入户线故障 线故障'),
    network: c('network', '一般网络', '网络 网络故障 一般网络故障 普通网络 普通网络故障 一般网路 一般网路故障'),
    severe: c('severe', '严重网络', '严重网路 严重网络故障 重大网络 重大网络故障 严重 严重故障 重大故障'),
  },
  service: {
    tv: c('tv', '电视', '有线电视 数字电视 广电 互动电视 高清电视'),
    telecom: c('telecom', '电信', '宽带 电话 固话 固定电话 上网 互联网 电信宽带'),
  },
  intake: {
    desk: c('desk', '客户部接报', '客户部 客服 客服中心 客户服务部'),
    branch: c('branch', '分公司接报', '分公司 本站 广电站 乡镇站'),
  },
  status: {
    open: c('open', '待交接', '未交接 自接待修'),
    handed_over: c('handed over', '已交接'),
    on_hold: c('on hold', '待再上门', '缓修 已预约'),
    repaired: c('repaired', '已修复'),
    closed: c('closed', '已回单', '回单'),
    void: c('void', '作废'),
  },
  hold_reason: {
    absent: c('nobody at home', '家中无人', '无人 无人在家 用户不在家 不在家 户主不在 用户不在'),
    'customer-request': c('customer’s request', '用户要求', '客户要求 用户改约 改约 用户预约 客户改约 用户要求改期'),
    'no-access': c('no access', '进不了门', '无法进入 进不去 无法入户 锁门 门锁 大门锁'),
    parts: c('parts', '缺材料', '缺料 缺件 待料 无材料 等配件 缺配件 无配件 待配件'),
    weather: c('weather', '天气', '天气原因 下雨 大雨 雨雪 雷雨 下雪 大风 雨天'),
    other: c('other', '其他', '其它 其他原因'),
  },
  channel: {
    paper: c('paper', '纸单'),
    phone: c('phone', '电话'),
    'telecom-10000': c('telecom 10000', '电信10000号', '10000 10000号 电信'),
    'mayor-hotline': c('mayor’s hotline', '市长热线', '12345'),
    'bureau-leader': c('bureau leader', '局领导'),
    'company-leader': c('company leader', '公司领导'),
  },
  slot: { morning: c('morning', '上午'), afternoon: c('afternoon', '下午'), notice: c('notice', '通知') },
  kind: {
    overdue: c('overdue', '超时'),
    repeat: c('repeat', '连续报修', '重复报修'),
    complaint: c('complaint', '投诉'),
  },
  fine_status: {
    pending: c('pending', '待核实'),
    confirmed: c('confirmed', '属实'),
    dismissed: c('dismissed', '不处罚', '不罚'),
    reversed: c('reversed', '已冲销'),
  },
  ground: {
    'not-upheld': c('not upheld', '不属实', '查无此事'),
    duplicate: c('duplicate', '重复'),
    excused: c('excused', '免罚', '免责'),
  },
  verdict: { confirm: c('confirmed', '属实'), dismiss: c('dismissed', '不处罚'), correct: c('moved', '更正责任') },
  group: { maintainer: c('maintainer', '维修员'), branch: c('branch', '分公司'), person: c('person', '个人') },
  paper_format: { text: c('text', '文字'), html: c('html', '网页'), raw: c('raw', '针式') },
  screen_format: { table: c('table', '表格'), chart: c('chart', '图') },
  language: { en: c('English', '英文', '英语'), 'zh-CN': c('Chinese', '中文', '简体中文 汉语') },
  header_language: { en: c('English', '英文', '英语'), zh: c('Chinese', '中文', '汉语') },
  when: { auto: c('automatic', '自动'), always: c('always', '总是', '一直'), never: c('never', '从不', '不要') },
  import_kind: {
    tickets: c('tickets', '报修单'),
    returns: c('returns', '回单'),
    branches: c('branches', '分公司'),
    staff: c('staff', '维修员'),
    shifts: c('shifts', '值班'),
  },
  entry: { confirm: c('confirm', '记账'), reverse: c('reverse', '冲销'), correct: c('correct', '更正') },
} satisfies Record<string, Record<string, Word>>
