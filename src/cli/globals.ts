/** The options that every command takes. */
export interface Globals {
  readonly db?: string
  readonly actor?: string
  readonly lang?: string
  readonly json: boolean
  readonly csv: boolean
  readonly output?: string
  readonly encoding?: string
  readonly headers?: string
  /** False after `--no-input`. */
  readonly input: boolean
  readonly yes: boolean
  readonly debug: boolean
  readonly color?: string
  /** False after `--no-pager`. */
  readonly pager: boolean
  /** stderr holds errors only. */
  readonly quiet: boolean
  /** The whole record after a change, where a terminal else shows a line or two. */
  readonly verbose: boolean
}
