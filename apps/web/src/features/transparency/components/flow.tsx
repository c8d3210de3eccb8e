import type { ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import type { Kind } from '../../../lib/api-types.js';
import { timeOf } from '../../../lib/dates.js';
import { nameOf, PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useFlow, type Flow as FlowAnswer, type Part, type Period } from '../api/balance.js';
import {
  columnOf,
  GIVERS,
  PLACES,
  ribbonsOf,
  SPHERES,
  WIDTH,
  type Box,
  type Column,
  type Named,
  type Way,
} from '../flow-drawing.js';

interface Told {
  readonly givers: readonly Named[];
  readonly spheres: readonly Named[];
  readonly places: readonly Named[];
  readonly given: readonly Way[];
  readonly arrived: readonly Way[];
}

/** Nodes and ways with their names. */
function useTold(flow: FlowAnswer): Told {
  const known = { spheres: useCatalogue('spheres'), places: useCatalogue('places') };
  const givers = flow.givers.map(({ giver, amount }) => ({ key: giver, name: t(`books:flow.giver.${giver}`), amount }));
  const spheres = flow.spheres.map(({ key, count, amount }) => ({
    key: key ?? '',
    name: key === null ? t('books:flow.spheres', { count }) : nameOf(known.spheres.get(key), PENDING_NAME),
    amount,
  }));
  const places = flow.places.map(({ key, count, amount }) => ({
    key: key ?? '',
    name: key === null ? t('books:flow.places', { count }) : placeName(known.places.get(key), PENDING_NAME),
    amount,
  }));
  const way = (from: Named | undefined, to: Named | undefined, amount: number): Way[] =>
    from && to ? [{ from, to, amount }] : [];
  const of = (nodes: readonly Named[], key: string | null): Named | undefined =>
    nodes.find((node) => node.key === (key ?? ''));
  return {
    givers,
    spheres,
    places,
    given: flow.given.flatMap((one) => way(of(givers, one.giver), of(spheres, one.sphere), one.amount)),
    arrived: flow.arrived.flatMap((one) => way(of(spheres, one.sphere), of(places, one.place), one.amount)),
  };
}

interface Shown {
  readonly told: Told;
  readonly kind: Kind;
  readonly say: (amount: number) => string;
}

/** Two lines beside what is tall enough for them, else one. */
function Label({ box, amount, column }: { box: Box; amount: string; column: Column }): ReactNode {
  const { label, anchor } = column;
  const tall = box.slot >= 36;
  const at = box.y + box.height / 2;
  return (
    <text className="on-line" x={label} y={tall ? at - 3 : at + 5} textAnchor={anchor}>
      <tspan className="strong">{box.name}</tspan>
      {tall ? (
        <tspan x={label} dy="17">
          {amount}
        </tspan>
      ) : (
        <tspan dx="6">{amount}</tspan>
      )}
    </text>
  );
}

function Drawing({ told, kind, say }: Shown): ReactNode {
  const columns = [told.givers, told.spheres, told.places].map(columnOf);
  const height = Math.max(...columns.map((column) => column.height));
  const [left, middle, right] = [GIVERS, SPHERES, PLACES].map((column, n) => ({
    column,
    boxes: (columns[n]?.boxes ?? []).map((box) => ({ ...box, y: box.y + (height - (columns[n]?.height ?? 0)) / 2 })),
  }));
  if (!left || !middle || !right) return null;
  return (
    <svg
      className={`chart k-${kind}`}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t('books:flow.chart', { kind: t(`kind.${kind}`) })}
    >
      {[...ribbonsOf(told.given, left, middle), ...ribbonsOf(told.arrived, middle, right)].map(({ way, d }) => (
        <path key={d} className="ribbon" d={d}>
          <title>{t('books:flow.way', { from: way.from.name, to: way.to.name, amount: say(way.amount) })}</title>
        </path>
      ))}
      {[left, middle, right].map(({ column, boxes }) =>
        boxes.map((box) => (
          <g key={`${column.x} ${box.key}`}>
            <rect className="flow-node" x={column.x} y={box.y} width={10} height={box.height} />
            <Label box={box} amount={say(box.amount)} column={column} />
          </g>
        )),
      )}
    </svg>
  );
}

/** The same columns for a narrow screen: a bar for each node. */
function Bars({ told, kind, say }: Shown): ReactNode {
  const columns = [
    ['from', told.givers],
    ['through', told.spheres],
    ['to', told.places],
  ] as const;
  const most = Math.max(...columns.flatMap(([, nodes]) => nodes.map(({ amount }) => amount)));
  return (
    <div className={`only-narrow flow-bars k-${kind}`}>
      {columns.map(([part, nodes]) => (
        <section key={part}>
          <h3 className="h-dense">{t(`books:flow.${part}`)}</h3>
          <ul>
            {nodes.map(({ key, name, amount }) => (
              <li key={key}>
                <span>{name}</span>
                <b className="num">{say(amount)}</b>
                <i aria-hidden="true" style={{ width: `${(amount / most) * 100}%` }} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Table({ told, say }: Omit<Shown, 'kind'>): ReactNode {
  const halves = [
    ['from', 'through', told.given],
    ['through', 'to', told.arrived],
  ] as const;
  return (
    <details className="gap-top-3">
      <summary className="small">{t('books:flow.table')}</summary>
      <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={t('books:flow.title')}>
        {halves.map(([here, there, ways]) => (
          <table key={here} className="ledger gap-top-3">
            <thead>
              <tr>
                <th scope="col">{t(`books:flow.${here}`)}</th>
                <th scope="col">{t(`books:flow.${there}`)}</th>
                <th scope="col" className="r">
                  {t('books:flow.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {ways.map(({ from, to, amount }) => (
                <tr key={`${from.key} ${to.key}`}>
                  <th scope="row" className="line-name">
                    {from.name}
                  </th>
                  <td>{to.name}</td>
                  <td className="r">{say(amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </details>
  );
}

function Drawn({ flow, kind, one }: { flow: FlowAnswer; kind: Kind; one: boolean }): ReactNode {
  const amounts = useAmounts();
  const timeZone = useZone();
  const told = useTold(flow);
  const say = (amount: number): string => amounts.say(amount, flow.unit);
  if (flow.amount === 0) return <p className="muted gap-top-2">{t('books:flow.none')}</p>;
  return (
    <>
      <p className="muted gap-top-2">
        {t('books:flow.lead', { kind: t(`kind.${kind}`), amount: say(flow.amount) })}
        {!!flow.apart && ` ${t('books:flow.apart', { amount: say(flow.apart) })}`}
        {kind === 'goods' && ` ${t('books:flow.pieces')}`}
      </p>
      <div className="sheet pad-l gap-top-5">
        <div className="only-wide">
          <Drawing told={told} kind={kind} say={say} />
        </div>
        <Bars told={told} kind={kind} say={say} />
      </div>
      <Table told={told} say={say} />
      <p className="small muted gap-top-3">
        {t(one ? 'books:flow.notePlace' : 'books:flow.note')}{' '}
        {timeZone && t('books:flow.at', { at: timeOf(flow.at, timeZone) })}
      </p>
    </>
  );
}

/** What arrived, from kinds of givers through spheres to places. */
export function Flow({ kind, period, part }: { kind: Kind; period: Period; part: Part }): ReactNode {
  const query = useFlow(kind, period, part);
  return (
    <>
      <h2 className="h-section" id="flow">
        {t('books:flow.title')}
      </h2>
      <Loaded query={query} bones={<Bones rows={4} height={120} />}>
        {(flow) => <Drawn flow={flow} kind={kind} one={part.place !== undefined} />}
      </Loaded>
    </>
  );
}
