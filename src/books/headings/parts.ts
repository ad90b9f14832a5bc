/**
 * The parts that headings of registration books are made of, each with what it says: whose, of which event, what.
 * A number after an event is its rank: report before call before acceptance before registration.
 */
export const PARTS = {
  customer: '用户 客户 住户 户主 业主 机主 房主 租户 订户 使用者 联系人 联系 联络 顾客 客户方 用户方',
  r1: '报修 报障 申告 申报 保修 报故障 故障申报 障碍申告 故障申告 故障报修 障碍申报',
  r2: '来电 接电 接电话 接听 来话 上报 投诉 反映 提报 呼入 申请 提交',
  r3: '接报 接障 接修 接警 接报修 接报障',
  r4: '受理 受话 接待',
  r5: '登记 录入 建单 立单 下单 创建 制单 记录 填单 填报 登录',
  fault: '故障 障碍 问题 异常',
  occurred: '发生 故障发生 障碍发生',
  d1: '修复 修好 修竣 恢复 完成 完工 竣工 完修 解决 排除 销障 消障 修障完成 修复完成 维修完成 处理完成 抢修完成 维修结束 处理结束 结束 通话恢复 修通 故障修复 故障恢复 故障排除 排障完成 办结',
  d2: '处理 维修 检修 抢修 维护 修理 处置 办理 施工 查修 修障 排障 装维 安维 施修 承修 故障处理 故障维修 修',
  d3: '销单 闭单 关闭 结单',
  assign: '派修 派单 派工 指派 受派 接派 接单 分派 派往 派给 派',
  back: '回单 返单 交单 收单 返回',
  appoint: '预约 约定 改约 约定上门 预约上门 上门预约 预约修复',
  chase: '催修 催单 催办 催促',
  un: '未修 未修复 未处理 未完成 未解决 未修好 延误 挂起 待修 缓修 滞留',
  time: '时间 时刻 日期时间 日期及时间 时分 日时',
  date: '日期 年月日 月日 日',
  person: '人 人员 员 者 师傅 工程师 负责人 工',
  name: '姓名 名称 名字 名 称呼',
  phone:
    '电话 电话号码 电话号 手机 手机号 手机号码 座机 固话 固定电话 移动电话 行动电话 联系电话 联络电话 联系方式 联系号码 住宅电话 办公电话 家庭电话 备用电话 其他电话 固定号码',
  place: '地址 住址 地点 位置 住所 处所',
  kind: '类别 类型 分类 级别 等级 种类 性质',
  number: '单号 编号 单编号 号 号码 流水号 单号码 单流水号',
  sheet: '单 工单 单据 服务单 任务 任务单 业务',
  phenomenon: '现象',
  description: '描述 简述 表现 症状 详情 说明',
  content: '内容 事项 项目',
  state: '情况 状况',
  cause: '原因 理由',
  demand: '需求 诉求 要求',
  way: '方式 渠道 来源 途径',
  result: '结果 结论',
  opinion: '意见 反馈 回复',
  means: '方法 措施 办法 过程 经过 记录',
  sign: '签名 签字 签收 签章 签认 盖章 签名确认 签字确认 确认签字 确认签名 确认签收',
  confirm: '确认 验收',
  count: '次数',
} as const

export type Part = keyof typeof PARTS
