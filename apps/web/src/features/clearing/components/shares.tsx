import { useState, type ReactNode } from 'react';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useCatalogue, useGoodsUnit } from '../../catalogue/api/catalogue.js';
import type { Clearing, PlaceShare, SphereShare } from '../api/clearings.js';
import { ShareChart, type ShareRow } from './share-chart.js';

type By = 'place' | 'sphere';
type Row = PlaceShare | SphereShare;
const keyOf = (row: Row): string => ('place' in row ? row.place : row.sphere);
const unitOf = (row: { kind: string; unit: string }): string => `${row.kind} ${row.unit}`;

/** Who gets what share: one unit at a time, because units are never added up; by municipality or by sphere. */
export function Shares({ clearing }: { clearing: Clearing }): ReactNode {
  const places = useCatalogue('places');
  const spheres = useCatalogue('spheres');
  const nameOfUnit = useGoodsUnit();
  const asked = clearing.byUnit.filter((unit) => unit.needed > 0).sort((a, b) => b.pairs - a.pairs);
  const [chosen, choose] = useState('');
  const [by, setBy] = useState<By>('place');
  const unit = asked.find((one) => unitOf(one) === chosen) ?? asked[0];
  if (!unit) return null;
  const all: readonly Row[] = by === 'place' ? clearing.byPlace : clearing.bySphere;
  const before: readonly Row[] | undefined = by === 'place' ? clearing.compared?.byPlace : clearing.compared?.bySphere;
  const rows: ShareRow[] = all
    .filter((row) => unitOf(row) === unitOf(unit))
    .map((row) => ({
      key: keyOf(row),
      label:
        by === 'place'
          ? placeName(places.get(keyOf(row)), PENDING_NAME)
          : nameOf(spheres.get(keyOf(row)), PENDING_NAME),
      share: row.share,
      before: before
        ? (before.find((one) => unitOf(one) === unitOf(unit) && keyOf(one) === keyOf(row))?.share ?? 0)
        : null,
    }));
  const unitName = (one: { kind: string; unit: string }): string =>
    one.kind === 'goods' ? `${t('kind.goods')}: ${nameOfUnit(one)}` : t(`kind.${one.kind}`);
  return (
    <>
      <div className="row row-wrap gap-below-4">
        <select
          className="input input-dense pick-status"
          aria-label={t('clearings:whichUnit')}
          value={unitOf(unit)}
          onChange={(event) => choose(event.target.value)}
        >
          {asked.map((one) => (
            <option key={unitOf(one)} value={unitOf(one)}>
              {unitName(one)}
            </option>
          ))}
        </select>
        <span className="seg seg-dense" role="group" aria-label={t('clearings:grouped')}>
          {(['place', 'sphere'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={by === one} onClick={() => setBy(one)}>
              {t(`clearings:by.${one}`)}
            </button>
          ))}
        </span>
      </div>
      <ShareChart
        rows={rows}
        whole={unit.matched / unit.needed}
        title={t(`clearings:sharesOf.${by}`, { unit: unitName(unit) })}
        column={t(`clearings:by.${by}`)}
      />
    </>
  );
}
