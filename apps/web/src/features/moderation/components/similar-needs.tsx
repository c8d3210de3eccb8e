import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { Bones, Loaded } from '../../../components/states.js';
import type { Review } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { useSimilar, type ComparedNeed } from '../api/similar.js';

const FACTS = ['organization', 'asks', 'place', 'dates', 'written', 'status'] as const;

/** The facts of a need as they are read, so that what is the same reads the same. */
function useFacts(): (need: ComparedNeed) => Record<(typeof FACTS)[number], string> {
  const zone = useZone();
  const amounts = useAmounts();
  const places = useCatalogue('places');
  return (need) => {
    const at = places.get(need.place);
    return {
      organization: need.organization.shortName,
      asks: amounts.say(need.amount, need.unit),
      place: [placeName(at, PENDING_NAME), need.remote && t('needs:remote')].filter(Boolean).join(', '),
      dates: [need.from && day(need.from, at?.timeZone), day(need.deadline, at?.timeZone)]
        .filter(Boolean)
        .join('\u00a0— '),
      written: day(need.createdAt, zone),
      status: t(`needs:status.${need.status}`),
    };
  };
}

function Side({
  need,
  other,
  of,
}: {
  need: ComparedNeed;
  other: ComparedNeed | null;
  of: 'ours' | 'similar';
}): ReactNode {
  const factsOf = useFacts();
  const heading = useId();
  const facts = factsOf(need);
  const others = other && factsOf(other);
  return (
    <section className="like" aria-labelledby={heading} data-like={of}>
      <p className="tiny muted">{t(`moderation:like.${of}`, { number: String(need.number) })}</p>
      <h4 id={heading} className="like-title">
        <Link to="/needs/$id" params={{ id: need.id }} target="_blank">
          {typograph(need.title)}
        </Link>
      </h4>
      <dl className="like-facts">
        {FACTS.map((fact) => (
          <div key={fact} data-same={others ? facts[fact] === others[fact] : undefined}>
            <dt>{t(`moderation:like.fact.${fact}`)}</dt>
            <dd>
              {facts[fact]}
              {of === 'similar' && others && facts[fact] === others[fact] && (
                <span className="muted"> · {t('moderation:like.same')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {need.description && <p className="case-text break">{typograph(need.description)}</p>}
    </section>
  );
}

/** The need of a case beside the one that it is like; on a narrow page one under the other. */
export function SimilarNeeds({ review }: { review: Review }): ReactNode {
  const query = useSimilar(review.id, review.shut?.seenAt ?? null);
  return (
    <div className="gap-top-4" tabIndex={-1} data-compare>
      <h4 className="small strong">{t('moderation:like.title')}</h4>
      <Loaded query={query} bones={<Bones rows={2} height={120} />}>
        {({ ours, similar }) => (
          <div className="likes">
            <Side need={ours} other={similar} of="ours" />
            {similar ? (
              <Side need={similar} other={ours} of="similar" />
            ) : (
              <p className="small muted like">{t('moderation:like.closed')}</p>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
