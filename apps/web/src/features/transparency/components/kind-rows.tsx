import type { ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark } from '../../../components/marks.js';
import { KINDS, type BalanceUnit } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useGoodsUnit } from '../../catalogue/api/catalogue.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Line({ line, label, sub = false }: { line: BalanceUnit; label: string; sub?: boolean }): ReactNode {
  const amounts = useAmounts();
  const say = (amount: number): string => amounts.say(amount, line.unit);
  return (
    <tr className={sub ? 'sub' : undefined} data-line={`${line.kind} ${line.unit}`}>
      <th scope="row">
        {sub ? (
          label
        ) : (
          <span className="row">
            <KindMark kind={line.kind} size="s" />
            <span>{label}</span>
          </span>
        )}
      </th>
      {(['required', 'received', 'reserved'] as const).map((part) => (
        <td key={part} data-l={t(`balance.${part}`)}>
          {say(line[part])}
        </td>
      ))}
      <td className="left" data-l={t('balance.open')}>
        {say(line.open)}
      </td>
      <td>
        <BalanceBar balance={line} kind={line.kind} size="s" />
      </td>
    </tr>
  );
}

/** The four words for each kind; things stand by their units, which are never added up. */
export function KindRows({ units }: { units: readonly BalanceUnit[] }): ReactNode {
  const named = useGoodsUnit();
  const unitName = (line: BalanceUnit): string => capital(named(line));
  return (
    <table className="kindrows">
      <thead>
        <tr>
          <th scope="col">{t('sheet:kinds')}</th>
          {(['required', 'received', 'reserved', 'open'] as const).map((part) => (
            <th key={part} scope="col">
              {t(`balance.${part}`)}
            </th>
          ))}
          <th scope="col">{t('home.share')}</th>
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => {
          const lines = units.filter((unit) => unit.kind === kind);
          const [only] = lines;
          if (!only) return null;
          if (lines.length === 1)
            return (
              <Line
                key={kind}
                line={only}
                label={kind === 'goods' ? `${t('kind.goods')}, ${unitName(only).toLowerCase()}` : t(`kind.${kind}`)}
              />
            );
          return [
            <tr key={kind} className="group">
              <th scope="rowgroup" colSpan={6}>
                <span className="row">
                  <KindMark kind={kind} size="s" />
                  <span>{t('sheet:goods', { count: lines.length })}</span>
                </span>
              </th>
            </tr>,
            ...lines.map((line) => <Line key={line.unit} line={line} label={unitName(line)} sub />),
          ];
        })}
      </tbody>
    </table>
  );
}
