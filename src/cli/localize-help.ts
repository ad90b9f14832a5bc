import type { Command } from 'commander'
import { displayWidth, wrap } from '../kernel/display.ts'
import { cliWords as t } from '../kernel/messages/cli.ts'
import { say } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'

/** Commander's help in the language of whoever reads it, at the width of the window. */
export function localize(command: Command, language: Language, columns: number): void {
  const titles: Readonly<Record<string, keyof typeof t.titles>> = {
    'Usage:': 'usage',
    'Arguments:': 'arguments',
    'Options:': 'options',
    'Commands:': 'commands',
  }
  command
    .helpOption(false)
    .helpCommand(false)
    .configureHelp({
      displayWidth,
      helpWidth: columns,
      minWidthToWrap: 10,
      // Theirs breaks at spaces only, which Chinese has none of.
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      styleUsage: (usage) => wrap(usage, columns - displayWidth(say(t.titles.usage, language)) - 1).join('\n  '),
      // Theirs tells choices and defaults in English.
      optionDescription: ({ description, argChoices }) =>
        argChoices === undefined ? description : description + say(t.choices(argChoices), language),
      styleTitle: (title) => {
        const known = titles[title]
        return known === undefined ? title : say(t.titles[known], language)
      },
    })
}
