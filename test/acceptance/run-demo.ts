import { demo } from './demo.ts'

await demo((text) => process.stdout.write(text), {}, process.stdout.isTTY)
