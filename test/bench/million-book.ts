import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { encodeGb18030 } from '../../src/kernel/gb18030.ts'

const HEAD = '接报时间,用户姓名,联系电话,地址,故障现象,故障类别,分公司,接报人,修复时间,维修人,处理结果\r\n'
const SURNAMES = words('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗')
const NAMES = words('伟 芳 娜 秀 英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 兰 霞 平 刚 桂')
const PLACES = words('新庄镇王庄村 新庄镇李楼村 城关镇人民路 城关镇解放街 东湖乡张集村 新庄镇石桥村')
const SYMPTOMS = words('无信号 图像有马赛克 机顶盒不开机 宽带无法拨号 上网速度慢 部分频道收不到 光纤断了 遥控器失灵')
const CLASSES = words('线路 一般网络')
const BRANCHES = words('城关分公司 新庄分公司')
const DESK = words('周敏 吴静 郑丽')
const FIXERS = words('王伟 李强')
const RESULTS = words('更换接头 重新熔接光纤 更换机顶盒 重启设备后正常 调整电平')
const COMMA = words(',')[0] ?? Buffer.alloc(0)

function words(text: string): Buffer[] {
  return text.split(' ').map((word) => Buffer.from(encodeGb18030(word)))
}

/** A registration book of ten years in GB18030, the same for the same count; a million rows are about 150 MB as UTF-8. */
export async function writeMillionBook(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  const random = generator(42)
  const any = (of: readonly Buffer[]): Buffer => of[random(of.length)] ?? COMMA
  const start = Date.UTC(2016, 0, 1) / 1000
  let pieces: Uint8Array[] = [encodeGb18030(HEAD)]
  for (let row = 0; row < rows; row += 1) {
    const at = start + Math.floor((row * 315_000_000) / rows) + random(30)
    const name = Buffer.concat([any(SURNAMES), any(NAMES), any(NAMES)])
    const phone = Buffer.from(`1${3 + random(6)}${String(random(1_000_000_000)).padStart(9, '0')}`)
    const place = Buffer.concat([any(PLACES), Buffer.from(String(1 + random(300))), HAO])
    const repaired = Buffer.from(clock(at + 3600 + random(170_000)))
    const cells = [
      Buffer.from(clock(at)),
      name,
      phone,
      place,
      any(SYMPTOMS),
      any(CLASSES),
      any(BRANCHES),
      any(DESK),
      repaired,
      any(FIXERS),
      any(RESULTS),
    ]
    pieces.push(...cells.flatMap((cell, index) => (index === 0 ? [cell] : [COMMA, cell])), LINE_END)
    if (pieces.length < 20_000) continue
    if (!out.write(Buffer.concat(pieces))) await once(out, 'drain')
    pieces = []
  }
  out.end(Buffer.concat(pieces))
  await once(out, 'finish')
}

const HAO = Buffer.from(encodeGb18030('号'))
const LINE_END = Buffer.from('\r\n')

/** `2016-01-01 08:05`. */
function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')
}

/** The same numbers from the same seed (a linear congruence). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
