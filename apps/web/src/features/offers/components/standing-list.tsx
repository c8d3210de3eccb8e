import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { KindMark, Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Empty, Loaded } from '../../../components/states.js';
import type { StandingOffer } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useStandingOffers } from '../api/standing-offers.js';
import { useOfferName } from './offer-page.js';
import { rhythmAndNext } from './repeat-words.js';

export function StandingTag({ status }: Pick<StandingOffer, 'status'>): ReactNode {
  return (
    <Tag look={status === 'active' ? 'good' : status === 'paused' ? 'wait' : ''}>{t(`standing:status.${status}`)}</Tag>
  );
}

function StandingLine({ standing }: { standing: StandingOffer }): ReactNode {
  const amounts = useAmounts();
  const name = useOfferName();
  return (
    <li data-standing={standing.id}>
      <KindMark kind={standing.kind} />
      <div>
        <h3 className="h-dense">
          <Link to="/standing/$id" params={{ id: standing.id }}>
            {name(standing)}, {amounts.say(standing.amount.amount, standing.amount.unit)}
          </Link>
        </h3>
        <p className="small muted">{typograph(rhythmAndNext(standing))}</p>
      </div>
      <StandingTag status={standing.status} />
    </li>
  );
}

function Ended(): ReactNode {
  const [open, setOpen] = useState(false);
  const ended = useStandingOffers(['ended'], open);
  return (
    <details className="sheet gap-top-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('standing:endedOnes')}</summary>
      {open && (
        <Loaded query={ended}>
          {({ pages }) =>
            pages[0]?.items.length ? (
              <>
                <ul className="my-offers">
                  {pages
                    .flatMap((page) => page.items)
                    .map((standing) => (
                      <StandingLine key={standing.id} standing={standing} />
                    ))}
                </ul>
                <MorePages pages={ended} />
              </>
            ) : (
              <p className="pad small muted">{t('standing:noneEnded')}</p>
            )
          }
        </Loaded>
      )}
    </details>
  );
}

/** What a person gives again and again: what goes on first, what has ended when it is asked for. */
export function StandingOffers(): ReactNode {
  const going = useStandingOffers(['active', 'paused']);
  return (
    <section className="gap-top-8" aria-labelledby="standing">
      <div className="row between row-wrap">
        <h2 className="h-block" id="standing">
          {t('standing:mine')}
        </h2>
        <Link className="btn btn-quiet" to="/offer" search={{ repeat: 'monthly' }}>
          {t('standing:setUp')}
        </Link>
      </div>
      <div className="gap-top-4">
        <Loaded query={going}>
          {({ pages }) =>
            pages[0]?.items.length ? (
              <>
                <ul className="sheet my-offers">
                  {pages
                    .flatMap((page) => page.items)
                    .map((standing) => (
                      <StandingLine key={standing.id} standing={standing} />
                    ))}
                </ul>
                <MorePages pages={going} />
              </>
            ) : (
              <Empty title={t('standing:none')}>
                <p>{t('standing:noneText')}</p>
              </Empty>
            )
          }
        </Loaded>
        <Ended />
      </div>
    </section>
  );
}
