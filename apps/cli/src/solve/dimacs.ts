import { createReadStream } from 'node:fs';
import { InputError } from '../input.js';

/** A minimum-cost flow problem as its file says it. Nodes are numbered from 1. */
export interface Network {
  readonly kind: 'min' | 'asn';
  readonly nodes: number;
  readonly arcs: number;
  /** By node: what it sends out, negative: what it takes. */
  readonly balance: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly low: Float64Array;
  readonly capacity: Float64Array;
  readonly cost: Float64Array;
}

const CHUNK = 1 << 20;
const NEWLINE = 10,
  CARRIAGE = 13,
  SPACE = 32,
  TAB = 9,
  MINUS = 45,
  ZERO = 48,
  NINE = 57;
const MOST_NODES = 2 ** 27,
  MOST_ARCS = 2 ** 27;

/** Reads a DIMACS file, `.min` or `.asn`, in pieces. Rejects with InputError: one line that names the file, the line and what is wrong. */
export async function readNetwork(path: string): Promise<Network> {
  const reader = new Reader(path);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) reader.take(chunk as Buffer);
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputError(`There is no file ${path}`);
    if (code === 'EISDIR') throw new InputError(`${path} is a folder`);
    throw err;
  }
  return reader.end();
}

/** One byte after the other: the letter of a line, its word if it is the problem line, its numbers. */
class Reader {
  private line = 1;
  private letter = 0;
  private word = '';
  private readonly numbers: number[] = [];
  private value = 0;
  private inNumber = false;
  private negative = false;
  private digits = 0;
  private network: Network | undefined;
  private read = 0;

  constructor(private readonly path: string) {}

  take(chunk: Buffer): void {
    for (let k = 0; k < chunk.length; k++) {
      const byte = chunk[k] as number;
      if (byte === NEWLINE) this.endLine();
      else if (this.letter === 0) {
        if (byte !== SPACE && byte !== TAB && byte !== CARRIAGE) this.letter = byte;
      } else if (this.letter !== 99) this.within(byte);
    }
  }

  end(): Network {
    if (this.letter !== 0) this.endLine();
    const { network } = this;
    if (network === undefined) throw new InputError(`${this.path}: there is no problem line (p min ... or p asn ...)`);
    if (this.read !== network.arcs)
      throw new InputError(`${this.path}: the problem line promises ${network.arcs} arcs, there are ${this.read}`);
    return network;
  }

  private within(byte: number): void {
    if (byte >= ZERO && byte <= NINE) {
      this.value = this.value * 10 + byte - ZERO;
      this.inNumber = true;
      this.digits++;
    } else if (byte === SPACE || byte === TAB || byte === CARRIAGE) this.endNumber();
    else if (byte === MINUS && !this.inNumber) {
      this.negative = true;
      this.inNumber = true;
    } else if (this.letter === 112 && !this.inNumber && this.numbers.length === 0 && this.word.length < 8)
      this.word += String.fromCharCode(byte);
    else this.wrong(`"${String.fromCharCode(byte)}" is no whole number`);
  }

  private endNumber(): void {
    if (!this.inNumber) return;
    if (this.digits === 0 || !Number.isSafeInteger(this.value)) this.wrong('that is no whole number up to 2^53');
    this.numbers.push(this.negative ? -this.value : this.value);
    this.value = this.digits = 0;
    this.inNumber = this.negative = false;
  }

  private endLine(): void {
    this.endNumber();
    const letter = String.fromCharCode(this.letter);
    if (letter === 'p') this.problem();
    else if (letter === 'n') this.node();
    else if (letter === 'a') this.arc();
    else if (this.letter !== 0 && letter !== 'c') this.wrong(`a line begins with p, n, a or c, not with "${letter}"`);
    this.letter = 0;
    this.word = '';
    this.numbers.length = 0;
    this.line++;
  }

  private problem(): void {
    const {
      word,
      numbers: [nodes = -1, arcs = -1],
    } = this;
    if (this.network !== undefined) this.wrong('a second problem line');
    if ((word !== 'min' && word !== 'asn') || this.numbers.length !== 2)
      this.wrong('the problem line is p min NODES ARCS or p asn NODES ARCS');
    if (nodes < 0 || nodes > MOST_NODES || arcs < 0 || arcs > MOST_ARCS)
      this.wrong(`${nodes} nodes and ${arcs} arcs are more than this reads`);
    this.network = {
      kind: word as Network['kind'],
      nodes,
      arcs,
      balance: new Float64Array(nodes + 1),
      from: new Int32Array(arcs),
      to: new Int32Array(arcs),
      low: new Float64Array(arcs),
      capacity: new Float64Array(arcs),
      cost: new Float64Array(arcs),
    };
    // Of an assignment the sources are named; all other nodes are sinks.
    if (word === 'asn') this.network.balance.fill(-1, 1);
  }

  private node(): void {
    const network = this.begun(),
      [id = 0, supply = 1] = this.numbers;
    if (this.numbers.length !== (network.kind === 'asn' ? 1 : 2))
      this.wrong(network.kind === 'asn' ? 'a source is n ID' : 'a node is n ID SUPPLY');
    this.known(id);
    network.balance[id] = supply;
  }

  private arc(): void {
    const network = this.begun(),
      { numbers } = this,
      at = this.read++;
    if (at === network.arcs) this.wrong(`the problem line promises ${network.arcs} arcs, there are more`);
    if (numbers.length !== (network.kind === 'asn' ? 3 : 5))
      this.wrong(network.kind === 'asn' ? 'an arc is a FROM TO COST' : 'an arc is a FROM TO LOW CAPACITY COST');
    const [from = 0, to = 0, low = 0, capacity = 0, cost = 0] =
      network.kind === 'asn' ? [numbers[0], numbers[1], 0, 1, numbers[2]] : numbers;
    this.known(from);
    this.known(to);
    if (low < 0 || capacity < low) this.wrong(`infeasible: from ${low} to ${capacity} there is no flow`);
    network.from[at] = from;
    network.to[at] = to;
    network.low[at] = low;
    network.capacity[at] = capacity;
    network.cost[at] = cost;
  }

  private begun(): Network {
    return this.network ?? this.wrong('the problem line comes first');
  }

  private known(id: number): void {
    if (id < 1 || id > this.begun().nodes) this.wrong(`there is no node ${id}`);
  }

  private wrong(what: string): never {
    throw new InputError(`${this.path}, line ${this.line}: ${what}`);
  }
}
