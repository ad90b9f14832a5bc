import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Says at the end which tests did not run and why: a skip that nobody sees is a test that nobody has. */
export class Skips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')])
    if (skipped.length === 0) return
    const lines = skipped.map((test) => `  ${test.fullName}: ${reasonOf(test)}`)
    process.stdout.write(`\n ${skipped.length} skipped:\n${lines.join('\n')}\n`)
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result()
  return result.state === 'skipped' && result.note !== undefined ? result.note : 'no reason given'
}
