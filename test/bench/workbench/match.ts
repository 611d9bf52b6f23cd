import { faster, geometricMean, median, missing, part, type WorkbenchFigure } from './figures.ts'
import type { Peer } from './peer.ts'
import { questions, type Question, type Row } from './questions.ts'
import { requireSame } from './same.ts'

/** Rounds of each question and of reading the table; fewer where one of the two takes so long. */
const ROUNDS = 5
const LOADS = 3
const ENOUGH_MS = 6000

/** Where the bare engine takes less, the way to the screen is most of the time. */
const WORTH_MS = 50
const WHOLE_WAY = 1.15

/** How many times faster the app has to be. */
export interface Goals {
  readonly load?: number
  readonly ask?: number
}

interface Pair {
  readonly ours: number
  readonly peer: number
}

/** The app against one peer after the other, in turns, so that what slows the machine slows both. */
export class Match {
  readonly #rows: number
  readonly #ours: Peer
  readonly #answers: ReadonlyMap<Question, readonly Row[]>
  #runs = 0

  /** `answers` are the right ones. */
  constructor(rows: number, ours: Peer, answers: ReadonlyMap<Question, readonly Row[]>) {
    this.#rows = rows
    this.#ours = ours
    this.#answers = answers
  }

  /** Throws where someone answers wrongly; who shows only some rows is asked for these. */
  async check(peer: Peer, tolerance: number): Promise<void> {
    for (const [question, wanted] of this.#answers) {
      const found = await peer.answer(question)
      if (found.length === 0) throw new Error(`${peer.name}: no answer to “${question}”`)
      const some = peer === this.#ours ? wanted.slice(0, found.length) : wanted
      requireSame(`${peer.name}, ${question}`, found, some, tolerance)
    }
  }

  /** Reading and asking against a peer; what it cannot do is said in its place. */
  async play(name: string, open: () => Promise<Peer>, goals: Goals): Promise<WorkbenchFigure[]> {
    const figures: WorkbenchFigure[] = []
    let peer: Peer | undefined
    try {
      peer = await open()
      figures.push(
        faster(
          {
            name: this.#name('load', name),
            ...(await this.#inTurns(peer, (one) => one.load(), LOADS)),
          },
          goals.load,
        ),
      )
      await this.check(peer, 1e-6)
      figures.push(...(await this.#questions(peer, goals.ask)))
    } catch (error) {
      const [why = ''] = String(error).split('\n')
      figures.push(missing(this.#name('gave up', name), why.slice(0, 160)))
    } finally {
      await peer?.close()
    }
    return figures
  }

  /** What the way to the screen adds to the bare engine. */
  async whole(raw: Peer): Promise<WorkbenchFigure[]> {
    const figures: WorkbenchFigure[] = []
    for (const question of questions) {
      const pair = await this.#rounds(raw, question)
      const goal = pair.peer > WORTH_MS ? WHOLE_WAY : undefined
      figures.push(part({ name: this.#name(`whole path, ${question}`, raw.name), ...pair }, goal))
    }
    return figures
  }

  async #questions(peer: Peer, goal: number | undefined): Promise<WorkbenchFigure[]> {
    const pairs: Pair[] = []
    for (const question of questions) pairs.push(await this.#rounds(peer, question))
    const single = pairs.map((pair, index) =>
      faster({ name: this.#name(questions[index] ?? '', peer.name), ...pair }),
    )
    const mean = (side: keyof Pair) => geometricMean(pairs.map((pair) => pair[side]))
    const name = this.#name('five questions, geometric mean', peer.name)
    return [...single, faster({ name, ours: mean('ours'), peer: mean('peer') }, goal)]
  }

  async #rounds(peer: Peer, question: Question): Promise<Pair> {
    const ask = (one: Peer) => one.ask(question, `r${(this.#runs += 1)}`)
    await ask(this.#ours)
    await ask(peer)
    return this.#inTurns(peer, ask, ROUNDS)
  }

  async #inTurns(peer: Peer, work: (one: Peer) => Promise<number>, rounds: number): Promise<Pair> {
    const ours: number[] = []
    const theirs: number[] = []
    const begin = performance.now()
    while (ours.length < rounds && (ours.length === 0 || performance.now() - begin < ENOUGH_MS)) {
      ours.push(await work(this.#ours))
      theirs.push(await work(peer))
    }
    return { ours: median(ours), peer: median(theirs) }
  }

  #name(what: string, peer: string): string {
    return `${this.#rows / 1e6}M ${what} / ${peer}`
  }
}
