import fc from 'fast-check'

const isSurrogate = (point: number): boolean => point >= 0xd800 && point < 0xe000

const point = fc.oneof(
  fc.integer({ min: 0, max: 0xff }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0x10000, max: 0x10ffff }),
)

/** Text of any characters: controls, private use and further planes come as often as letters. */
export const anyText = fc
  .array(
    point.filter((one) => !isSurrogate(one)),
    { maxLength: 20 },
  )
  .map((points) => String.fromCodePoint(...points))

/** What may stand in a JavaScript string: half characters too. */
export const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units))
