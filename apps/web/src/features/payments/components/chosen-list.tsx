import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import type { ChosenNeed } from '../api/gift-orders.js';

const REASONS = 3;
/** What the giver did not choose themselves. */
const TELLING = ['urgency', 'waiting', 'completion', 'equity', 'trust'];
/** What weighed most for this need, in the words that proposals have. */
const strongest = ({ why }: ChosenNeed): ChosenNeed['why'] =>
  why
    .filter(({ part }) => TELLING.includes(part))
    .sort((a, b) => b.value * b.weight - a.value * a.weight)
    .slice(0, REASONS);

export function Reasons({ part }: { part: ChosenNeed }): ReactNode {
  if (part.why.length === 0) return null;
  return (
    <ul className="why-changes small gap-top-2" aria-label={t('giving:here.why')}>
      {strongest(part).map(({ part: name, sentence }) => (
        <li key={name}>{typograph(sentence)}</li>
      ))}
    </ul>
  );
}

/** Needs that the engine chose, each with its part and why. */
export function ChosenList({ parts }: { parts: readonly ChosenNeed[] }): ReactNode {
  const amounts = useAmounts();
  return (
    <ul className="lines">
      {parts.map((part) => (
        <li key={part.need} data-need={part.need}>
          <p className="row row-top between">
            <Link className="break" to="/needs/$id" params={{ id: part.need }}>
              {typograph(part.needTitle)}
            </Link>
            <b className="num nowrap">{amounts.say(part.amount, part.unit)}</b>
          </p>
          <p className="small muted break">{typograph(part.organizationName)}</p>
          <Reasons part={part} />
        </li>
      ))}
    </ul>
  );
}
