import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { readNetwork, type Network } from './dimacs.js';
import { solveNetwork, type Solution } from './network.js';

interface SolveArguments {
  readonly out?: string;
  readonly gap?: number;
  readonly json?: boolean;
}

export function solveCommand(program: Command): void {
  program
    .command('solve')
    .argument('<problem>', 'a DIMACS file: minimum-cost flow (p min) or assignment (p asn)')
    .description('the solver alone: the cheapest flow of a network, with a bound that proves it')
    .option('--out <file>', 'write the flow there, in DIMACS too')
    .option('--gap <share>', 'a flow that is proved to cost at most this share too much is enough (exact)', gapShare)
    .option('--json', 'the result as JSON; numbers beyond 2^53 as strings')
    .action(solveFile);
}

async function solveFile(path: string, { out, gap, json }: SolveArguments): Promise<void> {
  const began = performance.now(),
    network = await readNetwork(path),
    read = performance.now();
  const solution = await solveNetwork(network, gap),
    solved = performance.now();
  if (out !== undefined) await writeFlow(out, network, solution);
  const seconds = { read: thousandths(read - began), solve: thousandths(solved - read) };
  if (json === true) {
    const peakRssMiB = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(
      `${JSON.stringify({ objective: plain(solution.objective), lowerBound: plain(solution.lowerBound), gap: solution.gap, arcs: network.arcs, nodes: network.nodes, seconds, peakRssMiB, verified: true })}\n`,
    );
  } else
    process.stdout.write(
      `${solution.objective} is the least cost${solution.gap === 0 ? ', proved' : ` up to ${solution.gap}: no flow costs less than ${solution.lowerBound}`} (read in ${seconds.read} s, solved in ${seconds.solve} s)\n`,
    );
}

async function writeFlow(path: string, { from, to, arcs }: Network, { flow, objective }: Solution): Promise<void> {
  function* lines(): Generator<string> {
    yield `s ${objective}\n`;
    for (let first = 0; first < arcs; first += 10_000) {
      let text = '';
      for (let e = first; e < Math.min(arcs, first + 10_000); e++)
        if ((flow[e] as number) > 0) text += `f ${from[e]} ${to[e]} ${flow[e]}\n`;
      yield text;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

const thousandths = (milliseconds: number): number => Math.round(milliseconds) / 1000;
const plain = (n: bigint): number | string =>
  n <= BigInt(Number.MAX_SAFE_INTEGER) && n >= -BigInt(Number.MAX_SAFE_INTEGER) ? Number(n) : String(n);

function gapShare(text: string): number {
  const gap = Number(text);
  if (!(text.trim() !== '' && gap >= 0 && gap < 1))
    throw new InvalidArgumentError('a share from 0 up to 1, such as 0.001');
  return gap;
}
