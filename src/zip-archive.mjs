import { crc32, deflateRawSync } from 'node:zlib'

/** Every file of the archive is of this moment, so that the same files make the same bytes: 1 January 2026. */
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1
const UTF8_NAMES = 0x0800
const DEFLATED = 8

/**
 * A zip archive, whose Chinese names Explorer reads too.
 * @param {readonly { name: string, bytes: Uint8Array }[]} files with `/` between folders
 */
export function zipArchive(files) {
  const parts = []
  const central = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8')
    const data = deflateRawSync(bytes, { level: 9 })
    const common = commonFields(bytes, data, path)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, data)
    central.push(centralEntry(common, offset), path)
    offset += 4 + common.length + path.length + data.length
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...parts, directory, endOf(files.length, directory.length, offset)])
}

/** What stands before a file and in the directory alike. */
function commonFields(bytes, data, path) {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  fields.writeUInt16LE(DEFLATED, 4)
  fields.writeUInt16LE(0, 6)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(path.length, 22)
  return fields
}

function centralEntry(common, offset) {
  const entry = Buffer.alloc(46)
  entry.write('PK\x01\x02', 0, 'latin1')
  entry.writeUInt16LE(20, 4)
  common.copy(entry, 6)
  entry.writeUInt32LE(offset, 42)
  return entry
}

function endOf(count, length, offset) {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
