import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import { outOf100 } from '../../../components/why.js';
import type { Match, PassedOver } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { usePassedOver } from '../api/matches.js';

function Answer({ told }: { told: PassedOver }): ReactNode {
  const places = useCatalogue('places');
  const categories = useCatalogue('categories');
  return (
    <>
      <p className="small">{typograph(told.sentence)}</p>
      {told.needs.length > 0 && (
        <ul className="lines gap-top-2">
          {told.needs.map(({ need, score, sentence }) => (
            <li key={need.id} className="row row-top between" data-need={need.id}>
              <div className="small">
                <p className="strong">
                  <Link to="/needs/$id" params={{ id: need.id }}>
                    {need.title === null ? nameOf(categories.get(need.category), PENDING_NAME) : typograph(need.title)}
                  </Link>
                </p>
                <p className="muted">{placeName(places.get(need.place), PENDING_NAME)}</p>
                <p className="gap-top-1">{typograph(sentence)}</p>
              </div>
              <b className="num small" aria-label={t('matches:outOf', { score: outOf100(score) })}>
                {told.from === 'clearing' ? t('matching:scoreThen', { score: outOf100(score) }) : outOf100(score)}
              </b>
            </li>
          ))}
        </ul>
      )}
      {told.clearing && (
        <p className="small gap-top-2">
          <Link to="/clearings/$id" params={{ id: told.clearing }} search={{}}>
            {t('matching:wholeClearing')}
          </Link>
        </p>
      )}
    </>
  );
}

/** "Why not another need?": which looked better and lost, or what stands beside it. Asked for when it is opened. */
export function PassedOverNeeds({ match }: { match: Match }): ReactNode {
  const [open, setOpen] = useState(false);
  const query = usePassedOver(match.id, open);
  return (
    <details className="prop-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('matching:whyNotOther')}</summary>
      {open && (
        <div className="gap-top-2">
          <Loaded query={query} bones={<Bones rows={1} height={40} />}>
            {(told) => <Answer told={told} />}
          </Loaded>
        </div>
      )}
    </details>
  );
}
