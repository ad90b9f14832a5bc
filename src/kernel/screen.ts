import type { Tone } from './view.ts'

/** A piece of a line, standing out or not. */
export interface Piece {
  readonly text: string
  readonly tone?: Tone | 'head' | undefined
}

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** The lines that fit a screen of some size. */
export type Screen = (size: Size) => readonly (readonly Piece[])[]
