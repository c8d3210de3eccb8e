import { useMemo, type ReactNode } from 'react';
import type { BalanceItem, Place } from '../../../lib/api-types.js';
import { coinFill, placeCoins, smooth, type PlacedCoin } from '../../../lib/drawing.js';
import { placeLabel, t } from '../../../lib/words.js';
import type { SchemeData } from '../../transparency/api/scheme-data.js';

/** How large the scheme is; on a phone only the places with most open needs are named. */
const FRAMES = {
  large: { width: 600, height: 600, largest: 41.6, scale: 5.2, font: 11.5, gap: 2, named: Infinity },
  small: { width: 358, height: 430, largest: 27, scale: 3.6, font: 11.5, gap: 3, named: 10 },
} as const;
type Size = keyof typeof FRAMES;

/** How many needs are open in each place (a count, so kinds may share it), and the mean share of them that has been received. */
function coinsOf(
  items: readonly BalanceItem[],
  places: readonly Place[],
  { north, east, nudges }: SchemeData,
  size: Size,
): PlacedCoin[] {
  const { named, largest, scale, ...frame } = FRAMES[size];
  const byPlace = new Map(items.map((item) => [item.key, item]));
  const coins = places.map((place) => {
    const item = byPlace.get(place.code);
    return {
      code: place.code,
      name: placeLabel(place),
      lat: place.mapLat ?? place.lat,
      lon: place.mapLon ?? place.lon,
      open: item?.needs ?? 0,
      share: (item?.share ?? 0) / 1_000_000,
    };
  });
  const most = Math.max(9, ...coins.map((coin) => coin.open));
  const least = [...coins].sort((a, b) => b.open - a.open)[named - 1]?.open ?? 0;
  const shown = coins.map((coin) => ({ ...coin, label: coin.open >= least ? coin.name : '' }));
  return placeCoins(shown, { ...frame, scale: Math.min(scale, largest / Math.sqrt(most)), north, east, nudges });
}

function Coin({
  coin,
  words,
  chosen,
  choose,
}: {
  coin: PlacedCoin;
  words: string;
  chosen: boolean;
  choose?: (code: string) => void;
}): ReactNode {
  const fill = coinFill(coin.x, coin.y, coin.r, coin.share);
  const disc = { cx: coin.x, cy: coin.y, r: coin.r };
  return (
    <g
      className={`coin${chosen ? ' is-on' : ''}${choose ? ' can-choose' : ''}`}
      onClick={choose && (() => choose(coin.code))}
    >
      <title>{t(words, { place: coin.name, open: coin.open, share: Math.round(coin.share * 100) })}</title>
      {fill === 'full' ? <circle className="fill" {...disc} /> : <circle className="rim" {...disc} />}
      {fill !== 'full' && fill !== 'empty' && <path className="fill" d={fill} />}
      <circle className="edge" {...disc} />
      {coin.open > 0 && coin.r >= 13 && (
        <text className={`coin-n${coin.share < 0.55 ? ' on-empty' : ''}`} x={coin.x} y={coin.y + 4.2}>
          {coin.open}
        </text>
      )}
      <text className="map-town" x={coin.x} y={coin.y + coin.r + 12}>
        {coin.label}
      </text>
    </g>
  );
}

export interface SchemeProps {
  readonly items: readonly BalanceItem[];
  readonly places: readonly Place[];
  readonly data: SchemeData;
  readonly chosen?: string;
  /** A short cut for the mouse: wherever it is given, a select offers the same places to everybody. */
  readonly choose?: (code: string) => void;
}

/** What stands in the scheme: rivers, railways, and a coin for each place. */
export function Coins({
  items,
  places,
  data,
  chosen,
  choose,
  size,
  coin: words,
}: SchemeProps & { size: Size; coin: string }): ReactNode {
  const coins = useMemo(() => coinsOf(items, places, data, size), [items, places, data, size]);
  const at = (codes: readonly string[]): [number, number][] =>
    codes.flatMap((code) =>
      coins.filter((coin) => coin.code === code).map((coin): [number, number] => [coin.x, coin.y]),
    );
  const straight = (codes: readonly string[]): string =>
    at(codes)
      .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('');
  const river = (codes: readonly string[]): string => {
    const points = at(codes);
    return points.length > 1 ? smooth(points) : '';
  };
  return (
    <>
      {data.rivers.map((line) => (
        <path key={line.join()} className="map-river" d={river(line)} />
      ))}
      {data.railways.map((line) => (
        <g key={line.join()}>
          <path className="map-rail-ties" d={straight(line)} />
          <path className="map-rail" d={straight(line)} />
        </g>
      ))}
      {coins.map((coin) => (
        <Coin key={coin.code} coin={coin} words={words} chosen={coin.code === chosen} choose={choose} />
      ))}
    </>
  );
}
