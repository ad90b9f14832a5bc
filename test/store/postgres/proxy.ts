import { createServer, connect } from 'node:net'
import type { Server, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What is done with a piece that a client sends. */
export type Treatment = 'pass' | 'cut' | 'pass and swallow the answer'

/** Between a seat and the server, where the network is: it cuts, delays and counts. */
export class Proxy {
  /** Decides what becomes of a piece on its way to the server. */
  treat: (piece: Buffer) => Treatment = () => 'pass'
  /** Milliseconds of each way. */
  delay = 0
  /** How often the direction changed from the client to the server: round trips. */
  turns = 0
  refusing = false
  private readonly target: string
  private readonly server: Server
  private readonly sockets = new Set<Socket>()

  constructor(target: string) {
    this.target = target
    this.server = createServer((client) => this.joined(client))
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return address.port
  }

  /** Every connection is gone at once. */
  cutAll(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  close(): void {
    this.cutAll()
    this.server.close()
  }

  private joined(client: Socket): void {
    if (this.refusing) return void client.destroy()
    const server = connect(this.target)
    let isSwallowing = false
    let wasClient = false
    const end = (): void => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      this.sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.sockets.delete(socket)
        // What the server answers to a seat that is gone is awaited all the same.
        if (!isSwallowing || socket === server) end()
      })
    }
    client.on('data', (piece: Buffer) => {
      if (!wasClient) this.turns += 1
      wasClient = true
      const treatment = this.treat(piece)
      if (treatment === 'cut') return end()
      if (treatment !== 'pass') isSwallowing = true
      this.later(() => server.write(piece))
    })
    server.on('data', (piece: Buffer) => {
      wasClient = false
      if (isSwallowing) client.destroy()
      else this.later(() => client.write(piece))
    })
  }

  private later(send: () => void): void {
    if (this.delay === 0) send()
    else setTimeout(send, this.delay)
  }
}

/** A proxy in front of the run's server, and the URL that leads through it. */
export async function proxied(url: string): Promise<{ proxy: Proxy; url: string }> {
  const folder = /[?&]host=([^&]*)/.exec(url)?.[1] ?? ''
  const proxy = new Proxy(`${decodeURIComponent(folder)}/.s.PGSQL.5432`)
  const port = await proxy.listen()
  onTestFinished(() => proxy.close())
  const through = url.replace(/[?&]host=[^&]*/, (found) => `${found[0]}sslmode=disable`)
  return { proxy, url: through.replace(/@[^/]*\//, `@127.0.0.1:${port}/`) }
}

/** A simple query of the protocol that says so. */
export function says(piece: Buffer, sql: string): boolean {
  return piece.includes(Buffer.from(sql))
}
