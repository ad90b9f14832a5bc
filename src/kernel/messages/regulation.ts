import type { Text } from '../text.ts'

/** An article of the regulation, in our words, and how the program answers it. */
interface Article {
  readonly article: string
  readonly says: Text
  readonly does: Text
}

/** A question that the regulation leaves open, and how we read it. */
interface Reading {
  readonly question: Text
  readonly answer: Text
}

const t = (en: string, zh: string): Text => ({ en, zh })
const a = (article: string, says: Text, does: Text): Article => ({ article, says, does })

export const regulation = {
  title: t('The regulation, article by article', '用户维护管理规范（逐条）'),
  readingsTitle: t('How we read what it leaves open', '规范未写明之处，本程序这样理解'),
  seeOffice: t(
    'What has a number is a setting: see `baoxiu office show`.',
    '带数字的都是设置项，见 `baoxiu office show`。',
  ),
  articles: [
    a(
      '1.1',
      t('Calls are answered around the clock, with no gap between shifts.', '客户部全天候值班，不脱岗、不漏岗。'),
      t('duty on, duty off, duty coverage', 'duty on 签到、duty off 签退、duty coverage 查空档'),
    ),
    a(
      '1.2',
      t('Speak politely; never quarrel with a caller.', '接听说话和气，不与用户争吵、谩骂。'),
      t('conduct inspect', 'conduct inspect 检查'),
    ),
    a(
      '1.3',
      t(
        'Fill in the slip fully: name, address, phone, symptom, time of the report, who took it. Every caller has a record.',
        '认真填写报修单：姓名、地址、电话、故障现象、接报时间、接报人；所有报修都有记录且内容齐全。',
      ),
      t('log asks for all of them; numbers have no gaps', 'log 逐项必填；单号连续无缺'),
    ),
    a(
      '1.4',
      t(
        'At 08:00 and at the start of the afternoon the slips go to the branch; the collector signs.',
        '每天 8:00 和下午上班时交接报修单，取单人签字。',
      ),
      t('handover print, handover sign', 'handover print 打印、handover sign 签收'),
    ),
    a('2.1', t('The branch sends a maintainer promptly.', '分公司及时派人维修。'), t('assign', 'assign 派修')),
    a(
      '2.2',
      t('A line fault is repaired within 24 hours of the report.', '线路故障自报修起 24 小时内修复。'),
      t('deadline = report + 24 h', '时限 = 接报 + 24 小时'),
    ),
    a(
      '2.3',
      t('An ordinary network fault within 36 hours.', '一般网络故障 36 小时内修复。'),
      t('deadline = report + 36 h', '时限 = 接报 + 36 小时'),
    ),
    a(
      '2.4',
      t('A severe network fault within the time that leadership approves.', '严重网络故障在公司领导批准的时间内修复。'),
      t('approve; until then there is no deadline', 'approve 登记批准；未批准前没有时限'),
    ),
    a(
      '2.5',
      t(
        'After the repair the slip goes back with what was done and both signatures; a stub is kept.',
        '修完送回维修单，填写存根，用户和维护人签名。',
      ),
      t('repair, close, slip; board shows slips that are out', 'repair 修复、close 回单、slip 打印；board 列出未回单'),
    ),
    a(
      '2.6',
      t(
        'Nobody at home, or another reason: phone for an appointment, and report the reason.',
        '家中无人等原因不能及时维护的，电话预约，并向客户部反馈原因备案。',
      ),
      t('hold', 'hold 登记原因和预约'),
    ),
    a(
      '2.7',
      t(
        'Townships: the branch takes the call itself, or the desk takes it.',
        '乡镇：分公司自接自修，或客户部接报、分公司维修。',
      ),
      t('--intake branch, --intake desk', '--intake branch 自接，--intake desk 客户部接'),
    ),
    a(
      '2.8',
      t('The township branch keeps a phone and a registration book.', '分公司设报修电话和登记本。'),
      t('import tickets reads the books', 'import tickets 读入登记本'),
    ),
    a(
      '2.9',
      t(
        'Relayed reports are phoned to the branch at the hand-over times, or at any time.',
        '乡镇报修按交接时间电话通知分公司，也可随时通知。',
      ),
      t('the phone list of handover print; notify', 'handover print 的电话通知单；notify 随时通知'),
    ),
    a(
      '2.10',
      t('The branch feeds the result back, and the desk registers it.', '分公司必须反馈维护信息，客户部登记备查。'),
      t(
        'repair, close, hold, import returns; board shows what is missing',
        'repair、close、hold、import returns；board 列出未反馈',
      ),
    ),
    a(
      '3.0',
      t('Fines only where poor work caused the case and it was verified.', '因工作不力造成且经查属实的，才予处罚。'),
      t(
        'findings are computed; a person confirms or dismisses each',
        '程序只列出应核实的，由人逐项 fines confirm 或 fines dismiss',
      ),
    ),
    a('3.1', t('Repair overdue: 10 yuan each time.', '维护超时，每次 10 元。'), t('kind overdue', '类别 overdue')),
    a(
      '3.2',
      t('Poor work makes the customer report again: 20 yuan each time.', '维护不到位造成连续报修，每次 20 元。'),
      t('kind repeat, blamed on the earlier repair', '类别 repeat，责任归前一次修复'),
    ),
    a(
      '3.3',
      t(
        'Complaints, no excuses accepted: telecom 10000: 100 yuan; mayor’s hotline or bureau leader: 30; company leader: 20.',
        '造成投诉（不讲任何理由）：电信 10000 号 100 元；市长热线、局领导 30 元；公司领导 20 元。',
      ),
      t('complaint add; it can only be found untrue', 'complaint add 登记；只能核实为不属实'),
    ),
    a(
      '4',
      t('Conduct of customer-service staff.', '客服人员行为规范。'),
      t('conduct items, conduct report', 'conduct items 条目、conduct report 月报'),
    ),
  ] as readonly Article[],
  readings: [
    {
      question: t('Which batch takes a call at 03:00?', '凌晨 3 点的报修归哪一批？'),
      answer: t(
        'The next cut-off: a batch takes everything reported before it and not handed over yet.',
        '归下一次交接：每批包含截止前所有尚未交接的报修，不会落在两批之间。',
      ),
    },
    { question: t('When does the afternoon start?', '下午上班是几点？'), answer: t('14:00.', '14:00。') },
    {
      question: t('Does the clock wait for the hand-over?', '时限从交接时起算吗？'),
      answer: t('No, it counts from the report.', '不，自接报时起算。'),
    },
    { question: t('Repaired exactly at the deadline?', '正好在时限那一刻修复？'), answer: t('On time.', '不算超时。') },
    {
      question: t('Still not repaired days after the deadline?', '超时后又拖了几天？'),
      answer: t('One fine for the ticket.', '每张单只罚一次。'),
    },
    {
      question: t('Does a customer’s absence move the deadline?', '用户不在家，时限顺延吗？'),
      answer: t(
        'Never; it is shown beside the finding, and whoever verifies may excuse it.',
        '不顺延；核实时列在旁边，可由核实人免责。',
      ),
    },
    {
      question: t('What is a repeat?', '怎样算连续报修？'),
      answer: t(
        'Same customer and class, reported within 30 days after an earlier repair. Asking about an open ticket is a chase, never a repeat.',
        '同一用户、同类故障，在前一次修复后 30 天内再报。未修复前再来电是催修，不是连续报修。',
      ),
    },
    {
      question: t('Who pays for a repeat?', '连续报修罚谁？'),
      answer: t('Whoever did the earlier repair.', '罚前一次修复的人。'),
    },
    {
      question: t('Who is the same customer?', '怎样算同一用户？'),
      answer: t(
        'Same account; where either has none, any shared phone; where either has none, same name and address.',
        '用户编号相同；有一方没有编号的，电话相同；有一方没有电话的，姓名和地址都相同。',
      ),
    },
    { question: t('Maintainer unknown?', '不知道维护人是谁？'), answer: t('The branch.', '由分公司承担。') },
    {
      question: t('One event, two complaint channels?', '一件事投诉到两处？'),
      answer: t('Two complaints, two fines.', '算两次投诉，罚两次。'),
    },
    {
      question: t('Which month does a fine belong to?', '处罚归哪个月？'),
      answer: t(
        'The month it occurred: of the deadline, the repeat report, the complaint.',
        '归发生的月份：时限届满、再次报修或投诉的那一刻。',
      ),
    },
    {
      question: t('Are delays in old books fined?', '旧登记本里的超时罚不罚？'),
      answer: t(
        'No: nothing before fines_from. An old repair can still be the earlier one of a repeat.',
        '不罚：fines_from 之前的都不罚；但旧的修复可以是连续报修的前一次。',
      ),
    },
    {
      question: t('Severe, approved too late or after the repair?', '严重故障批准得太晚，或修好后才批？'),
      answer: t(
        'The approved deadline counts; how late it was approved is shown to whoever verifies.',
        '以批准的时限为准；核实时会显示批准得有多晚。',
      ),
    },
  ] as readonly Reading[],
}
