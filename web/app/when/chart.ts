/**
 * A bottom-up chart parser over any grammar of fixed symbols. Places are read from right to left:
 * whatever may follow a place is known before the place is looked at, so each rule is tried once
 * for each reading of its first symbol. With bounded spans the work grows with the text's length.
 */

/** A stretch of tokens read as one symbol of the grammar. */
export interface Reading {
  symbol: string;
  /** Token behind the last one. */
  end: number;
  value: unknown;
  weight: number;
}

/** What the symbols of a rule read, by their names in the rule. */
// biome-ignore lint/suspicious/noExplicitAny: the grammar, not the type system, says what a symbol holds
export type Parts = Record<string, any>;

/** The meanings that a grammar names; null means nothing after all. */
export type Meanings = Record<string, (parts: Parts) => unknown>;

/** A way of saying something. */
interface Rule {
  makes: string;
  symbols: readonly { name: string; symbol: string; optional: boolean }[];
  read: (parts: Parts) => unknown;
  weight: number;
}

/** Reads the lines of a grammar; `grammar/amounts.ts` says how they are written. */
function readGrammar(text: string, meanings: Meanings): Rule[] {
  return text.split("\n").flatMap((line) => {
    const [makes = "", said = ""] = line.split(" = ");
    const [ways = "", meaning = ""] = said.split(" -> ");
    const [name = "", weight = "0"] = meaning.split(" ");
    if (said === "") return [];
    return ways.split(" | ").map((way) => {
      const symbols = way.trim().split(" ").map(readSymbol);
      const [, meant = ""] = /(\S+)\*/.exec(way) ?? [];
      const read = meaning === "" ? (parts: Parts) => parts[meant] : meanings[name];
      if (!read) throw new Error(`A grammar names the unknown meaning "${name}"`);
      return { makes, symbols, read, weight: Number(weight) };
    });
  });
}

function readSymbol(piece: string): Rule["symbols"][number] {
  const name = piece.replace(/[?*]$/, "");
  return { name, symbol: name.replace(/\d$/, ""), optional: piece.endsWith("?") };
}

/** The longest stretch that is read as one, in tokens. */
const LONGEST = 64;
/** The most readings kept at one place: a bound against texts made to be ambiguous. */
const MOST = 200;

/** What begins where nothing does. */
const NOTHING: ReadonlyMap<string, Reading[]> = new Map();

/** A rule from the place of its first symbol that is there to that of its second. */
interface Opening {
  rule: Rule;
  at: number;
  next: number;
}

/** The rules that begin with a symbol, by the symbol that must follow; `free` need none. */
interface Openings {
  free: Opening[];
  byNext: Map<string, Opening[]>;
}

/** All readings that begin at each place, by their symbols. */
type Chart = ReadonlyMap<string, readonly Reading[]>[];

/** Compiled rules. */
export class Grammar {
  readonly #byFirst = new Map<string, Openings>();

  constructor(texts: readonly string[], meanings: Meanings) {
    for (const rule of texts.flatMap((text) => readGrammar(text, meanings))) {
      for (const [at, { symbol, optional }] of rule.symbols.entries()) {
        this.#add(symbol, rule, at);
        if (!optional) break;
      }
    }
  }

  #add(symbol: string, rule: Rule, at: number): void {
    const known: Openings = this.#byFirst.get(symbol) ?? { free: [], byNext: new Map() };
    this.#byFirst.set(symbol, known);
    for (let next = at + 1; ; next += 1) {
      const second = rule.symbols[next];
      if (!second) known.free.push({ rule, at, next });
      else
        known.byNext.set(second.symbol, [
          ...(known.byNext.get(second.symbol) ?? []),
          { rule, at, next },
        ]);
      if (!second?.optional) break;
    }
  }

  /**
   * Reads a text.
   *
   * @param words the readings of single words at each place
   * @param wanted the symbols that are asked for
   * @returns at each place, the readings of each wanted symbol that begin there
   */
  parse(words: readonly (readonly Reading[])[], wanted: readonly string[]): Reading[][] {
    const chart = Array.from({ length: words.length + LONGEST + 2 }, () => NOTHING);
    const found = words.map((): Reading[] => []);
    for (let start = words.length - 1; start >= 0; start -= 1) {
      // What no span reaches from here on need not be kept.
      chart[start + LONGEST + 1] = NOTHING;
      const known = words[start] ?? [];
      if (known.length === 0) continue;
      const here = new Map<string, Reading[]>();
      chart[start] = here;
      this.#read(chart, start, here, [...known]);
      for (const symbol of wanted) {
        const readings = here.get(symbol);
        if (readings) found[start] = [...(found[start] ?? []), ...readings];
      }
    }
    return found;
  }

  #read(chart: Chart, start: number, here: Map<string, Reading[]>, agenda: Reading[]): void {
    const limit = start + LONGEST;
    /** What the symbols of the present rule read. */
    const values: unknown[] = [];
    for (let next = 0; next < agenda.length && next < MOST; next += 1) {
      const reading = agenda[next];
      if (!reading || !keep(here, reading)) continue;
      const openings = this.#byFirst.get(reading.symbol);
      if (!openings) continue;
      for (const opening of openings.free) open(reading, opening);
      const { byNext } = openings;
      const behind = chart[reading.end] ?? NOTHING;
      // Whichever are fewer: the symbols that are there, or those that may follow.
      const fewer = byNext.size < behind.size ? byNext : behind;
      for (const symbol of fewer.keys()) {
        const ways = behind.has(symbol) ? byNext.get(symbol) : undefined;
        if (ways) for (const way of ways) open(reading, way);
      }
    }

    function open({ value, end, weight }: Reading, { rule, at, next }: Opening): void {
      values.fill(undefined);
      values[at] = value;
      follow(rule, next, end, weight, next);
    }

    /** Reads a rule from one of its places on, in all ways; the part at `must` is not left out. */
    function follow(rule: Rule, place: number, from: number, weight: number, must = -1): void {
      const part = rule.symbols[place];
      if (!part) {
        close(rule, from, weight);
        return;
      }
      for (const reading of chart[from]?.get(part.symbol) ?? NONE) {
        if (reading.end > limit) continue;
        values[place] = reading.value;
        follow(rule, place + 1, reading.end, weight + reading.weight);
      }
      values[place] = undefined;
      if (part.optional && place !== must) follow(rule, place + 1, from, weight);
    }

    /** Most rules do not come to their end: only here something is made for them. */
    function close(rule: Rule, end: number, weight: number): void {
      const parts: Parts = {};
      for (let place = 0; place < rule.symbols.length; place += 1) {
        parts[rule.symbols[place]?.name ?? ""] = values[place];
      }
      const value = rule.read(parts);
      if (value !== null)
        agenda.push({ symbol: rule.makes, end, value, weight: weight + rule.weight });
    }
  }
}

const NONE: readonly Reading[] = [];

/** Keeps a reading unless one of the same symbol and length weighs as much. */
function keep(here: Map<string, Reading[]>, reading: Reading): boolean {
  const known = here.get(reading.symbol);
  if (!known) {
    here.set(reading.symbol, [reading]);
    return true;
  }
  const at = known.findIndex(({ end }) => end === reading.end);
  if (at < 0) known.push(reading);
  else if ((known[at]?.weight ?? 0) >= reading.weight) return false;
  else known[at] = reading;
  return true;
}
