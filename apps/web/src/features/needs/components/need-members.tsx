import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Need } from '../../../lib/api-types.js';
import { usePollMs } from '../../../lib/live-line.js';
import { PENDING_NAME, hasWords, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { OfferedMatch } from '../../matching/components/proposal.js';
import { useMatches } from '../../matching/api/matches.js';
import { PhotoEditor } from '../../photos/components/photo-editor.js';
import { useRefusals } from '../../moderation/api/appeals.js';
import { AppealLink } from '../../moderation/components/appeal-link.js';
import { ReportLink } from '../../reports/components/report-link.js';
import { CopyNeed } from './copy-need.js';
import { SuggestedText } from './suggested-text.js';
import { NeedVerbs } from './need-verbs.js';
import { WhoElse, WhyNone } from './why-not.js';

const ENDED = ['met', 'reported', 'closed', 'withdrawn', 'expired'];

/** What waits for review, in the words of the form; everybody else still sees the old version. */
function PendingEdit({ need }: { need: Need }): ReactNode {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  if (!need.pendingEdit) return null;
  const say = (field: string, value: unknown): string =>
    field === 'required'
      ? amounts.say(Number(value), need.balance.unit)
      : field === 'place'
        ? placeName(places.get(String(value)), PENDING_NAME)
        : field === 'budget'
          ? (need.pendingEdit?.budget ?? [])
              .map((line) => `${line.what}: ${amounts.say(line.amount, need.balance.unit)}`)
              .join('; ')
          : Array.isArray(value)
            ? String(value.length)
            : typeof value === 'boolean'
              ? ''
              : String(value ?? '—');
  const lines = Object.entries(need.pendingEdit).filter(([field]) => hasWords(`needsDesk:edit.field.${field}`));
  return (
    <div className="panel-body">
      <Notice look="wait">
        <p>{t('needsDesk:edit.pending')}</p>
        <dl className="pending">
          {lines.map(([field, value]) => (
            <div key={field}>
              <dt className="small muted">{t(`needsDesk:edit.field.${field}`)}</dt>
              <dd className="break">{say(field, value)}</dd>
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  );
}

/** What happens next to a need that waits for a moderator: sent, or refused and appealed for. A decision before this one is not spoken of. */
function InReview({ need, after }: { need: Need; after: string }): ReactNode {
  const { data } = useRefusals(need.id);
  const refusal = data?.items.find(({ subject }) => subject.type === 'need');
  const appealed = refusal?.appeal != null && refusal.appeal.outcome === null;
  return (
    <div className="panel-body" tabIndex={-1} data-after-submit data-after={after}>
      <Notice look="wait">
        <p className="strong">{t(`needsDesk:afterSubmit.${appealed ? 'appealed' : 'sent'}`)}</p>
        <p className="small gap-top-1">{t(`needsDesk:afterSubmit.${appealed ? 'appealedSteps' : 'sentSteps'}`)}</p>
        {appealed && <AppealLink about={need.id} of="need" />}
        <p className="small gap-top-2">
          <Link to="/desk/$org/needs" params={{ org: need.organization.id }} search={{ show: 'drafts' }}>
            {t('needsDesk:afterSubmit.sentList')}
          </Link>
        </p>
      </Notice>
    </div>
  );
}

/** For members of the organization: what the engine found, the answers, and the life of the need. */
export function NeedMembers({ need }: { need: Need }): ReactNode {
  const [photoPicked, setPhotoPicked] = useState(false);
  const after = `${need.id} ${need.status}`; // where the focus goes after a verb
  const open = ['open', 'partly_met', 'met'].includes(need.status);
  const query = useMatches({ need: need.id }, open, usePollMs());
  const live = (query.data?.items ?? []).filter(
    (match) => !['declined', 'expired', 'cancelled'].includes(match.status),
  );
  return (
    <section className="panel" aria-labelledby="ours">
      <div className="panel-head">
        <h2 className="h-dense" id="ours" tabIndex={-1} data-after={need.status === 'in_review' ? undefined : after}>
          {t(open ? 'needsDesk:ours' : 'needsDesk:yours')}
        </h2>
        <Link className="push small" to="/desk/$org" params={{ org: need.organization.id }} search={{}}>
          {t('needsDesk:toDesk')}
        </Link>
      </div>
      {need.returnReason && (
        <div className="panel-body">
          <Notice look="bad">
            <p>
              <b>{t('needsDesk:returned')}</b> {need.returnReason}
            </p>
            <AppealLink about={need.id} of="need" />
          </Notice>
        </div>
      )}
      <SuggestedText need={need} />
      <PendingEdit need={need} />
      {open && !need.pendingEdit && <AppealLink about={need.id} of="need_edit" panel />}
      {need.status === 'in_review' && <InReview need={need} after={after} />}
      {need.can.includes('report') && <ReportLink need={need} />}
      <NeedVerbs need={need} photoPicked={photoPicked} />
      {ENDED.includes(need.status) && (
        <div className="panel-body">
          <CopyNeed id={need.id} />
        </div>
      )}
      {need.can.includes('edit') && (
        <div className="panel-body stack">
          <p>
            <Link className="btn btn-quiet" to="/needs/$id/edit" params={{ id: need.id }}>
              {t('needsDesk:edit.open')}
            </Link>
          </p>
          <PhotoEditor of="needs" id={need.id} photos={need.photos} refresh={['needs']} onPicked={setPhotoPicked} />
        </div>
      )}
      {open && (
        <div aria-live="polite">
          <Loaded query={query} bones={<Bones rows={1} height={120} />}>
            {() =>
              live.length > 0 ? (
                <>
                  {live.map((match) => (
                    <OfferedMatch key={match.id} match={match} />
                  ))}
                  <WhoElse need={need} />
                </>
              ) : (
                <WhyNone need={need} />
              )
            }
          </Loaded>
        </div>
      )}
    </section>
  );
}
