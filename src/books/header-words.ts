import { foldWord } from '../kernel/word-folding.ts'

/** What a column of a book can be about: a field of the ticket, half of a moment, or a mark of our own rejects file. */
export const BOOK_FIELDS = [
  'ticket_no',
  'status',
  'fault_class',
  'service',
  'account_no',
  'customer_name',
  'address',
  'phone',
  'symptom',
  'intake',
  'branch',
  'reported_at',
  'reported_date',
  'taken_by',
  'approved_by',
  'assigned_to',
  'chases',
  'hold_reason',
  'appointment_at',
  'repaired_at',
  'repaired_date',
  'repaired_by',
  'resolution',
  'customer_signed_by',
  'maintainer_signed_by',
  'returned_at',
  'note',
  '_line',
  '_reason',
  '_book',
] as const
export type BookField = (typeof BOOK_FIELDS)[number]

/** The usual headings of each field, in English and Chinese; compared folded, so traditional ones are the same. */
const WORDS: Readonly<Record<BookField, string>> = {
  ticket_no:
    'ticket ticket_number number slip slip_no no 报修单号 单号 工单号 工单编号 报修编号 受理编号 流水号 编号 报修单编号 单据号',
  status: '状态 处理状态 修复状态 是否修复 是否完成',
  fault_class: 'class fault_type category 故障类别 故障类型 故障分类 类别 故障等级',
  service: '业务 业务类型 业务类别 产品 产品类型',
  account_no:
    'account account_number customer_no 用户编号 客户编号 用户号 客户号 账号 帐号 用户证号 智能卡号 卡号 合同号 缴费号 业务号码 使用者编号',
  customer_name:
    'customer name 用户姓名 姓名 户名 客户姓名 用户名 用户名称 客户名称 用户 客户 联系人 报修人 住户 使用者姓名 申告人',
  address: '地址 用户地址 客户地址 住址 装机地址 安装地址 详细地址 报修地址 家庭地址 家庭住址 地点 住户地址',
  phone:
    'phone_number telephone tel mobile 联系电话 电话 电话号码 联系方式 手机 手机号 手机号码 用户电话 客户电话 报修电话 来电号码 联络电话 固定电话 行动电话',
  symptom:
    'fault problem description complaint 故障现象 故障描述 报修内容 故障情况 报修情况 现象 故障 报修原因 故障内容 报修事项 报修项目 申告内容 故障原因 故障状况 问题描述',
  intake: '接报方式 受理方式 接报渠道',
  branch:
    '分公司 所属分公司 分公司名称 维护站 站点 营业厅 乡镇 片区 所属片区 部门 单位 支局 所属乡镇 广电站 所属站 维修单位',
  reported_at:
    'reported report_time call_time time 报修时间 接报时间 来电时间 受理时间 登记时间 申告时间 时间 接单时间 报修日期时间 接听时间 报障时间',
  reported_date: 'date report_date 日期 报修日期 接报日期 来电日期 受理日期 登记日期 申告日期 年月日',
  taken_by:
    'taken operator 接报人 接线员 接线人 受理人 登记人 接听人 记录人 值班员 值班人 值班人员 接待人 话务员 接单人 受理员 登记员',
  approved_by: '批准人 审批人 批准领导',
  assigned_to: 'assigned 派修人 派修 派单人员 派给 受派人 接派人 派工 派工人员',
  chases: '催修次数 催单次数 催修',
  hold_reason: '未修原因 未修复原因 未处理原因 延误原因 held_reason',
  appointment_at: 'appointment 预约时间 预约 约定时间',
  repaired_at:
    'repaired repair_time finished finished_at 修复时间 维修时间 处理时间 完成时间 修好时间 恢复时间 检修时间 排除时间 处理完成时间 竣工时间 故障排除时间 维护时间 排障时间 修障时间 抢修时间 修理时间 修复日期时间 故障修复时间 结束时间',
  repaired_date:
    'repair_date 修复日期 维修日期 处理日期 完成日期 检修日期 修好日期 维护日期 排障日期 抢修日期 修理日期 恢复日期',
  repaired_by:
    'maintainer repairer repairman 维修人 维修员 维修人员 维护人 维护员 维护人员 处理人 修理人 检修人 修复人 检修人员 处理人员 抢修人员 施工人员 维修师傅 装维人员 修复人员 修复员 修理人员 修理员 维修工 检修员 处理员 抢修人 排障人 排障人员 修障人 修障人员 施工人 装维人 装维员',
  resolution:
    'result solution 处理结果 结果 维修结果 处理情况 维修情况 修复情况 维修内容 处理意见 处理方法 处理措施 维护情况 检修情况 解决办法 故障处理 修复结果 修理结果 修理情况 检修结果 抢修情况 排障结果 排障情况 维护结果 处理内容 修复内容 维修措施 维修记录 修复措施',
  customer_signed_by: '用户签名 用户签字 客户签名 客户签字 用户确认 使用者签名 客户确认 户主签名 户主签字 用户签收',
  maintainer_signed_by:
    '维护人签名 维修人签名 维护人签字 维修人签字 维护员签名 维修员签名 维修人员签名 维修员签字 维修人员签字 维护员签字 维护人员签名 维护人员签字 修复人签名 修复人签字 修复人员签名 修理人签名 处理人签名 检修人签名',
  returned_at: 'returned 回单时间 回单日期 返单时间 交单时间',
  note: 'notes remark remarks comment 备注 说明 附注 其他 其它',
  _line: '',
  _reason: '',
  _book: '',
}

/** Folded heading → field. */
export const HEADER_WORDS: ReadonlyMap<string, BookField> = new Map(
  BOOK_FIELDS.flatMap((field) => [
    [foldHeading(field), field] as const,
    ...split(WORDS[field]).map((word) => [foldHeading(word), field] as const),
  ]),
)

function split(words: string): string[] {
  return words === '' ? [] : words.split(' ')
}

/** Our own marks keep their leading `_`, so that a column called `line` is not taken for one. */
export function foldHeading(heading: string): string {
  const folded = foldWord(heading)
  return /^\s*_/.test(heading) ? `_${folded}` : folded
}
