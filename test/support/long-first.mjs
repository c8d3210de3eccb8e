import Sequencer from '@jest/test-sequencer';

/**
 * Suites that start processes, break networks or wait for clocks, the longest first. A fresh checkout knows no times, so Jest goes by the size
 * of files; of these many are three lines long, and would begin last, when nothing is left that could run beside them.
 */
const LONG = [
  /\/doors\/(fuzz|matrix|verbs|nasty)/,
  /\/journey\/worker-kill/,
  /\/cluster\//,
  /\/chaos\//,
  /\/(demo|operations)\//,
  /\/e2e\//,
];
const rank = ({ path }) => {
  const at = LONG.findIndex((long) => long.test(path));
  return at === -1 ? LONG.length : at;
};

/** These wait more than they work: each begins beside one that works, so that neither the processor nor the workers stand idle. */
const WAITS = /\/(cluster|chaos)\//;

export default class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
    const [waiting, working] = [
      sorted.filter(({ path }) => WAITS.test(path)),
      sorted.filter(({ path }) => !WAITS.test(path)),
    ];
    return working.flatMap((test, at) => [test, ...waiting.slice(at, at + 1)]).concat(waiting.slice(working.length));
  }
}
