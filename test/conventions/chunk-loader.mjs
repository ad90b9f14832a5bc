/**
 * Runs in `dist/main.js`, as text: hands out the chunks that stand in it, then those of the hot file, then those with a
 * file of their own. The hot file comes with what V8 made of it when the program was built; another Node ignores that.
 */
export function chunkLoader(first, hotFile, require, exports) {
  const { readFileSync } = require('fs')
  const { join } = require('path')
  const loaded = {}
  let hot
  let script
  function readHot() {
    const { Script } = require('vm')
    const file = join(__dirname, hotFile)
    let cachedData
    try {
      cachedData = readFileSync(`${file}.cache`)
    } catch {
      // It only saves time.
    }
    script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData })
    return script.runInThisContext()
  }
  function chunk(name) {
    if (!name.startsWith('./')) return require(name)
    if (loaded[name] !== undefined) return loaded[name].exports
    const run = first[name] ?? (hot ??= readHot())[name]
    if (run === undefined) return require(name)
    const module = (loaded[name] = { exports: {} })
    run(module, module.exports, chunk)
    return module.exports
  }
  exports.chunk = chunk
  exports.main = () => chunk('./main.js').main()
  /** What V8 made of the hot file so far. */
  exports.compiled = () => script.createCachedData()
}
