import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { KINDS, type BalanceItem, type Kind } from '../../../lib/api-types.js';
import { count, decimal } from '../../../lib/amount.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useBalance, type Period } from '../api/balance.js';
import { useBalanceSheet, type BalanceSheet, type By } from '../api/sheets.js';
import { meanShare, percent, receivedShare, shareOf, stacked } from '../shares.js';

/** On a desk, and on a phone, where as much has to fit as a phone is wide. */
const LOOKS = [
  { look: 'only-wide', width: 680, parts: [0, 0.25, 0.5, 0.75, 1] },
  { look: 'only-narrow', width: 344, parts: [0, 0.5, 1] },
] as const;
/** About as wide as a letter of a label. */
const LETTER = 7.6;
const LEFT = 14;
const DOT = 9;
/** The scale begins at nothing and ends at full tens of percent, at least five above the highest and never above a hundred; its numbers stand under it. */
const topOf = (highest: number): number => Math.min(1, Math.ceil(highest * 10 + 0.5) / 10);

interface Props {
  by: By;
  code: string;
  items: readonly BalanceItem[];
  /** What the mean is of. */
  everything: readonly BalanceItem[];
  nameOfKey: (key: string) => string;
}

interface Drawing {
  asking: readonly BalanceItem[];
  own: BalanceItem;
  all: number;
  top: number;
  nameOfKey: (key: string) => string;
  label: string;
}

/** Places of equal share stand one above the other. */
function Drawn({ look: { look, width, parts }, of }: { look: (typeof LOOKS)[number]; of: Drawing }): ReactNode {
  const { asking, own, all, top, nameOfKey, label } = of;
  const x = (share: number): number => LEFT + (share / top) * (width - 2 * LEFT);
  const rows = stacked(
    asking.map((item) => x(shareOf(item))),
    2 * DOT + 2,
  );
  const ground = 92 + Math.max(0, ...rows) * (2 * DOT + 2);
  const at = (row: number): number => ground - DOT - 2 - row * (2 * DOT + 2);
  /** Over its dot, as far as the letters then stay inside. */
  const over = (share: number, words: string): number => {
    const half = Math.min(width, words.length * LETTER) / 2;
    return Math.min(width - half, Math.max(half, x(share)));
  };
  const [said, named] = [
    t('even:all', { share: percent(all) }),
    t('even:dot', { name: nameOfKey(own.key), share: percent(shareOf(own)) }),
  ];
  const ownAt = at(rows[asking.indexOf(own)] ?? 0);
  return (
    <svg className={`chart ${look}`} viewBox={`0 0 ${width} ${ground + 28}`} role="img" aria-label={label}>
      <path className="axis" d={`M${LEFT} ${ground}H${width - LEFT}`} />
      {parts.map((part) => (
        <text
          key={part}
          x={x(part * top)}
          y={ground + 20}
          textAnchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
        >
          {decimal(part * top * 100)}%
        </text>
      ))}
      <path className="dots-whole" d={`M${x(all)} 22V${ground}`} />
      <text x={over(all, said)} y={16} textAnchor="middle">
        {said}
      </text>
      {asking.map(
        (item, n) =>
          item !== own && (
            <circle key={item.key} className="dots-one" cx={x(shareOf(item))} cy={at(rows[n] ?? 0)} r={DOT}>
              <title>{t('even:dot', { name: nameOfKey(item.key), share: percent(shareOf(item)) })}</title>
            </circle>
          ),
      )}
      <path className="dots-way" d={`M${x(shareOf(own))} 58V${ownAt}`} strokeWidth={1.5} />
      <circle className="dots-now" cx={x(shareOf(own))} cy={ownAt} r={DOT + 2} />
      <text className="strong on-line" x={over(shareOf(own), named)} y={50} textAnchor="middle">
        {named}
      </text>
    </svg>
  );
}

/** Every place or sphere that asks as a dot on one scale, this one filled and named. */
function Dots({ by, code, items, everything, nameOfKey }: Props): ReactNode {
  const asking = items.filter((item) => item.needs > 0).sort((a, b) => a.share - b.share);
  const own = asking.find(({ key }) => key === code);
  const all = meanShare(everything);
  const [low, high] = [asking[0], asking.at(-1)];
  if (!own || !low || !high || all === null) return null;
  const label = t('even:evenChart', {
    name: nameOfKey(code),
    share: percent(shareOf(own)),
    all: percent(all),
    low: percent(shareOf(low)),
    high: percent(shareOf(high)),
  });
  const of = { asking, own, all, top: topOf(Math.max(shareOf(high), all)), nameOfKey, label };
  return (
    <figure>
      {LOOKS.map((look) => (
        <Drawn key={look.look} look={look} of={of} />
      ))}
      <figcaption className="small muted">{t(`even:dotNote.${by}`)}</figcaption>
    </figure>
  );
}

/** One kind here against the same kind overall. */
function Against({ kind, own, all }: { kind: Kind; own: number; all: number }): ReactNode {
  const at = (share: number): number => 8 + share * 244;
  return (
    <li className={`k-${kind}`}>
      <span className="row">
        <KindMark kind={kind} size="s" />
        {t(`kind.${kind}`)}
      </span>
      <svg
        className="chart"
        viewBox="0 0 260 34"
        role="img"
        aria-label={t('even:against', { kind: t(`kind.${kind}`), own: percent(own), all: percent(all) })}
      >
        <path className="grid" d="M0 17H260" />
        <path className="against-way" d={`M${at(own)} 17H${at(all)}`} />
        <circle className="against-all" cx={at(all)} cy={17} r={6} />
        <circle className="against-own" cx={at(own)} cy={17} r={7} />
      </svg>
      <span className="num" aria-hidden="true">
        <b className="strong">{percent(own)}%</b> <span className="muted">/ {percent(all)}%</span>
      </span>
    </li>
  );
}

/** How long needs wait, where things can be brought, how much of what is agreed on arrives. Of what the books do not know there is no line. */
function Facts({ facts: { waiting, nearestStore, agreed } }: { facts: BalanceSheet['facts'] }): ReactNode {
  const places = useCatalogue('places');
  const days = (number: number): string => t('even:facts.days', { count: number });
  const waits =
    waiting.days === null
      ? t('even:facts.nobodyWaits')
      : t('even:facts.waitingHere', { count: waiting.needs, days: days(waiting.days) });
  const all = waiting.everywhere.days;
  return (
    <dl className="even-facts gap-top-5">
      <dt>{t('even:facts.waiting')}</dt>
      <dd data-fact="waiting">
        {waits}
        {all !== null && `, ${t('even:facts.waitingAll', { days: days(all) })}`}
      </dd>
      {nearestStore && (
        <>
          <dt>{t('even:facts.store')}</dt>
          <dd data-fact="store">
            {t(nearestStore.km === 0 ? 'even:facts.storeHere' : 'even:facts.storeFar', {
              name: typograph(nearestStore.name),
              place: placeName(places.get(nearestStore.place), PENDING_NAME),
              km: count(nearestStore.km),
            })}
          </dd>
        </>
      )}
      {agreed && (
        <>
          <dt>{t('even:facts.agreed')}</dt>
          <dd data-fact="agreed">
            {t('even:facts.agreedOf', { arrived: count(agreed.arrived), ended: count(agreed.ended) })}
            {agreed.days !== null &&
              `, ${t('even:facts.agreedIn', { days: t('even:facts.agreedDays', { count: agreed.days }) })}`}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Whether this place or sphere gets less than others. */
export function Even({ by, code, period }: { by: By; code: string; period: Period }): ReactNode {
  const items = useBalance(by).data ?? [];
  const everything = useBalance('sphere').data ?? []; // no sphere leaves a need out, as places do: one number on every page
  const facts = useBalanceSheet(by, code, period).data?.facts;
  const entries = { place: useCatalogue('places'), sphere: useCatalogue('spheres') }[by];
  const nameOfKey = (key: string): string => placeName(entries.get(key), PENDING_NAME);
  const own = items.filter(({ key }) => key === code);
  if (!own.some((item) => item.needs > 0)) return null;
  return (
    <section className="section-tight" aria-labelledby="even">
      <div className="wrap">
        <h2 className="h-section" id="even">
          {t('even:title')}
        </h2>
        <p className="muted gap-top-2">{t(`even:evenLead.${by}`)}</p>
        <div className="even gap-top-5">
          <Dots by={by} code={code} items={items} everything={everything} nameOfKey={nameOfKey} />
          <div>
            <ul className="against">
              {KINDS.map((kind) => {
                const [here, all] = [receivedShare(own, kind), receivedShare(everything, kind)];
                return here !== null && all !== null && <Against key={kind} kind={kind} own={here} all={all} />;
              })}
            </ul>
            <p className="small muted gap-top-3">
              {t('even:againstNote')}{' '}
              <Link to="/how" hash="first">
                {t('even:how')}
              </Link>
            </p>
            {facts && <Facts facts={facts} />}
          </div>
        </div>
      </div>
    </section>
  );
}
