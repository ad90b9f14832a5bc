import { bookFaults } from './book-faults.ts'
import { machineFaults } from './machine-faults.ts'
import { serverFaults } from './server-faults.ts'
import { deskFaults } from './desk-faults.ts'
import type { Text } from './text.ts'

/**
 * The closed table of what can go wrong for a user: exit status, and what to do next.
 * A message (what and where) comes from the place that noticed; anything that is not a `Fault` is our bug.
 */
export const faults = {
  ...deskFaults,
  USAGE: {
    status: 2,
    next: { en: 'see `baoxiu --help`, or the help of the command', zh: '请看 `baoxiu --help` 或该命令的帮助' },
  },
  INVALID_VALUE: { status: 2, next: { en: 'correct the value and run it again', zh: '请改正后重新执行' } },
  TIME_ORDER: {
    status: 2,
    next: { en: 'check the times against the slip and the clock of this machine', zh: '请与报修单和本机时钟核对时间' },
  },
  SIGNATURE_MISSING: {
    status: 2,
    next: {
      en: 'give both --customer-signed and --maintainer-signed; where no paper ever went out: --no-slip --reason TEXT',
      zh: '请同时给出 --customer-signed 和 --maintainer-signed；从未出过纸单的用 --no-slip --reason 原因',
    },
  },
  ...bookFaults,
  ROWS_REFUSED: {
    status: 3,
    next: {
      en: 'correct the rows in the rejects file and import that file',
      zh: '请在退回文件中改正这些行，再导入该文件',
    },
  },
  DB_MISSING: {
    status: 4,
    next: {
      en: 'create the office with `baoxiu init`, or name its file with --db',
      zh: '请先用 `baoxiu init` 建库，或用 --db 指明文件',
    },
  },
  DB_EXISTS: {
    status: 4,
    next: { en: 'use it as it is, or name another file with --db', zh: '可直接使用，或用 --db 指明另一个文件' },
  },
  DB_FOREIGN: {
    status: 4,
    next: {
      en: 'the file was not touched; name the office with --db FILE, or create one with `baoxiu init`',
      zh: '文件未被改动；请用 --db 指明数据库，或用 `baoxiu init` 新建',
    },
  },
  TICKET_UNKNOWN: {
    status: 4,
    next: { en: 'find it with `baoxiu list --search TEXT`', zh: '请用 `baoxiu list --search 文字` 查找' },
  },
  BRANCH_UNKNOWN: {
    status: 4,
    next: {
      en: 'see `baoxiu branch list`; a new one: `baoxiu branch add CODE NAME --area urban|township`',
      zh: '请看 `baoxiu branch list`；新增用 `baoxiu branch add 代码 名称 --area urban|township`',
    },
  },
  STAFF_UNKNOWN: {
    status: 4,
    next: {
      en: 'see `baoxiu staff list`; a new one: `baoxiu staff add NAME --branch CODE`',
      zh: '请看 `baoxiu staff list`；新增用 `baoxiu staff add 姓名 --branch 代码`',
    },
  },
  HANDOVER_UNKNOWN: { status: 4, next: { en: 'see `baoxiu handover list`', zh: '请看 `baoxiu handover list`' } },
  FINE_UNKNOWN: { status: 4, next: { en: 'see `baoxiu fines list`', zh: '请看 `baoxiu fines list`' } },
  COMPLAINT_UNKNOWN: { status: 4, next: { en: 'see `baoxiu complaint list`', zh: '请看 `baoxiu complaint list`' } },
  IMPORT_UNKNOWN: { status: 4, next: { en: 'see `baoxiu import list`', zh: '请看 `baoxiu import list`' } },
  IMPORT_IN_USE: {
    status: 4,
    next: {
      en: 'correct single tickets with `baoxiu amend` or `baoxiu void`',
      zh: '请用 `baoxiu amend` 或 `baoxiu void` 逐张更正',
    },
  },
  HANDOVER_NOT_DUE: {
    status: 4,
    next: { en: 'look at it with --preview, or wait for the cut-off', zh: '可用 --preview 预览，或等到交接时刻' },
  },
  ALREADY_HANDED_OVER: {
    status: 4,
    next: {
      en: 'see the batch with `baoxiu handover show HANDOVER`',
      zh: '请用 `baoxiu handover show 交接单号` 查看该批',
    },
  },
  ALREADY_SIGNED: {
    status: 4,
    next: {
      en: 'see who signed with `baoxiu handover show HANDOVER`',
      zh: '请用 `baoxiu handover show 交接单号` 查看签收人',
    },
  },
  ALREADY_CLOSED: {
    status: 4,
    next: {
      en: 'a new fault is a new call: `baoxiu log`; only a mistake is taken back, with `baoxiu reopen`',
      zh: '又有故障请用 `baoxiu log` 登记；登记有误才用 `baoxiu reopen` 撤回修复',
    },
  },
  ALREADY_REPAIRED: {
    status: 4,
    next: {
      en: 'correct it with `baoxiu amend`, or withdraw the repair with `baoxiu reopen`',
      zh: '更正用 `baoxiu amend`，撤回修复用 `baoxiu reopen`',
    },
  },
  NOT_REPAIRED: {
    status: 4,
    next: { en: 'see its state with `baoxiu show TICKET`', zh: '请用 `baoxiu show 报修单号` 查看状态' },
  },
  NOT_RELAYED: {
    status: 4,
    next: {
      en: 'only calls that the desk took are read out to a branch',
      zh: '只有客户部接的报修才需要电话通知分公司',
    },
  },
  TICKET_VOID: {
    status: 4,
    next: {
      en: 'a void slip keeps its number; log the call again if it was real',
      zh: '作废单保留号码；确有报修请重新登记',
    },
  },
  NOT_SEVERE: {
    status: 4,
    next: {
      en: 'only a severe fault has an approved deadline; change the class with `baoxiu amend TICKET --class severe --reason TEXT`',
      zh: '只有严重网络故障需要批准时限；改类别用 `baoxiu amend 单号 --class severe --reason 原因`',
    },
  },
  COMPLAINT_VOID: {
    status: 4,
    next: {
      en: 'a void complaint keeps its number; add it again if it was real',
      zh: '作废的投诉保留编号；确有投诉请重新登记',
    },
  },
  NO_EXCUSES: {
    status: 4,
    next: {
      en: 'a complaint can only be found untrue: --ground not-upheld, or --ground duplicate',
      zh: '投诉只能查实为不属实：--ground not-upheld，或 --ground duplicate',
    },
  },
  MONTH_NOT_OVER: {
    status: 4,
    next: { en: 'close it on the first of the next month or later', zh: '请在次月一日以后月结' },
  },
  MONTH_CLOSED: {
    status: 4,
    next: { en: 'a closed month never changes; give a later date', zh: '已月结的月份不再变动；请给出更晚的日期' },
  },
  IN_USE: {
    status: 4,
    next: {
      en: 'see what there is with `baoxiu branch list`, `baoxiu staff list` or `baoxiu office show`',
      zh: '现有的请看 `baoxiu branch list`、`baoxiu staff list` 或 `baoxiu office show`',
    },
  },
  ALREADY_ON_DUTY: {
    status: 4,
    next: {
      en: 'see `baoxiu duty list`; sign off first with `baoxiu duty off --name NAME`',
      zh: '请看 `baoxiu duty list`；先用 `baoxiu duty off --name 姓名` 下班',
    },
  },
  NOT_ON_DUTY: {
    status: 4,
    next: {
      en: 'see `baoxiu duty list`; a shift that is over: `baoxiu duty on --name NAME --at TIME --until TIME`',
      zh: '请看 `baoxiu duty list`；补记已结束的班次用 `baoxiu duty on --name 姓名 --at 时间 --until 时间`',
    },
  },
  SHIFT_UNKNOWN: {
    status: 4,
    next: {
      en: 'see the numbers with `baoxiu duty list --format table`',
      zh: '班次号请看 `baoxiu duty list --format table`',
    },
  },
  INSPECTION_UNKNOWN: {
    status: 4,
    next: { en: 'see the numbers with `baoxiu conduct list`', zh: '检查编号请看 `baoxiu conduct list`' },
  },
  ...serverFaults,
  ...machineFaults,
} as const satisfies Record<string, { status: number; next: Text }>
