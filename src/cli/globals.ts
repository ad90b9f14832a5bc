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
}
