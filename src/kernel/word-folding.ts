import { foldWidth } from './width-folding.ts'

/** Traditional characters and their simplified ones, as they occur in the words of a registration book. */
const PAIRS =
  '報报時时間间話话電电聯联繫系戶户號号編编單单業业務务類类別别現现維维護护員员處处結结簽签備备註注說说預预約约狀状態态線线網网絡络' +
  '嚴严機机內内來来錄录記记裝装詳详細细經经辦办復复傳传轉转區区縣县鎮镇鄉乡東东過过還还無无為为後后從从個个總总計计頁页責责檢检測测試试發发點点' +
  '兩两開开關关門门級级數数據据顯显視视頻频寬宽帶带訊讯歸归檔档節节塊块緊紧鎖锁進进補补缺缺料料氣气戶户請请約约樓楼廳厅莊庄劉刘張张陳陈楊杨趙赵黃黄' +
  '週周禮礼貳贰幾几隊队組组們们問问題题壞坏換换調调啟启動动連连斷断續续應应當当對对長长況况屬属彙汇達达損损燒烧雜杂圖图聲声畫画遙遥頭头櫃柜臺台檯台紀纪舊旧費费價价額额繳缴廣广視视歲岁擊击裡里'

const SIMPLIFIED = new Map(PAIRS.match(/../gu)?.map((pair) => [pair.slice(0, 1), pair.slice(1)] as const))

export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character)
}

/**
 * A heading or closed word as it is compared: width and case folded, traditional as simplified characters, without
 * spaces, punctuation and a remark in brackets (`联系电话（手机）*` → `联系电话`).
 */
export function foldWord(text: string): string {
  const plain = foldWidth(text).toLowerCase()
  const bare = plain.replace(/[([【〔].*?[)\]】〕]/g, '').replace(/[^\p{L}\p{N}]/gu, '')
  return simplified(bare === '' ? plain.replace(/[^\p{L}\p{N}]/gu, '') : bare)
}
