import { randomUUID } from 'node:crypto';
import { FragileHouse, type Part } from '../support/fragile-installation.js';
import { PostgresProxy, sqlOf, type Message } from '../support/postgres-proxy.js';
import { alarms } from '../support/region.js';
import { DEEDS, openDeedStage, type Deed, type DeedStage } from './deeds.js';

/**
 * The api or PostgreSQL killed with -9 in the middle of a yes and of a receipt: before its COMMIT is sent and after it was answered, in the
 * long form at every message. The one who asked sends it again with the same key, and it is done once.
 */
let proxy: PostgresProxy;
let house: FragileHouse;
let stage: DeedStage;
beforeAll(async () => {
  house = await FragileHouse.open({
    redis: false,
    before: async (url) => {
      proxy = await PostgresProxy.open(url);
      return proxy.url;
    },
  });
  const region = await house.people();
  await house.start(['api']);
  stage = await openDeedStage(region, house.source);
});
afterAll(async () => {
  await house?.close();
  await proxy?.close();
});

type Point = (message: Message) => boolean;

const beforeCommit: Point = (message) => sqlOf(message) === 'COMMIT';
const afterCommit: Point = ({ from, type, bytes }) => from === 'server' && type === 'C' && bytes.includes('COMMIT');

function atMessage(number: number): Point {
  let seen = 0;
  return ({ from }) => from === 'client' && (seen += 1) === number;
}

/** Does it with a death at this point. Returns whether the point came. */
async function killedAt(point: Point, victim: Part, { prepare, status }: Deed): Promise<boolean> {
  const { send, settle } = await prepare(stage);
  let came = false;
  proxy.gate = async (message) => {
    if (came || !point(message)) return 'pass';
    came = true;
    await house.kill(victim);
    return 'cut';
  };
  const answer = await send(randomUUID());
  proxy.gate = () => 'pass';
  await house.whole();
  expect([victim, answer.status, answer.text]).toEqual([victim, status, answer.text]);
  await settle(answer);
  return came;
}

const cases = (['a yes', 'a receipt'] as const).flatMap((deed) =>
  (['api', 'postgres'] as const).map((victim) => [victim, deed] as const),
);

test.each(cases)(
  '%s dies around the COMMIT of %s: it is done once',
  async (victim, deed) => {
    for (const point of [beforeCommit, afterCommit]) expect(await killedAt(point, victim, DEEDS[deed])).toBe(true);
    expect(house.fell).toEqual([]);
    expect(await alarms(house.source)).toEqual([]);
  },
  120_000,
);

const everyMessage = (victim: Part, deed: keyof typeof DEEDS): void => {
  test(`${victim} dies at every message of ${deed}: it is done once`, async () => {
    for (let number = 1; await killedAt(atMessage(number), victim, DEEDS[deed]); number += 1)
      if (number > 400) throw new Error('no end of messages');
    expect(house.fell).toEqual([]);
    expect(await alarms(house.source)).toEqual([]);
  }, 1_800_000);
};
if (process.env.LEPTA_LONG) for (const [victim, deed] of cases) everyMessage(victim, deed);
