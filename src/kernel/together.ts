type Answers<T> = { readonly [K in keyof T]: Awaited<T[K]> }

/** The answers of several questions that were asked at once, each under its name. */
export async function together<T extends Readonly<Record<string, Promise<unknown>>>>(asked: T): Promise<Answers<T>> {
  const names = Object.keys(asked)
  const answers = await Promise.all(Object.values(asked))
  return Object.fromEntries(names.map((name, index) => [name, answers[index]])) as Answers<T>
}
