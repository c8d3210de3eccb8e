import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useZone } from '../../installation/api/installation.js';
import { decideSurplus, undoSurplus, useSurplus, type Surplus } from '../api/payments.js';

const route = getRouteApi('/surplus/$id');
const REFRESH = ['surplus', 'surpluses', 'my-surplus', 'needs', 'entries', 'bank-rows'];

/** Way of the choice: a need by its id, or a word. */
type Way = string;

function Choices({ surplus, amount }: { surplus: Surplus; amount: string }): ReactNode {
  const amounts = useAmounts();
  const [way, setWay] = useState<Way>('');
  const [bank, setBank] = useState({ bankDate: '', bankNumber: '' });
  const action = useAction(decideSurplus, { refresh: REFRESH });
  const may = (verb: Surplus['can'][number]): boolean => surplus.can.includes(verb);
  const choices: { way: Way; name: string; note: string }[] = [
    ...(may('to-need')
      ? surplus.needs.map((need) => ({
          way: need.id,
          name: t('payments:surplus.toNeed', { title: need.title }),
          note: t('payments:surplus.toNeedNote', { open: amounts.say(need.open, surplus.unit) }),
        }))
      : []),
    ...(may('keep')
      ? [
          {
            way: 'organization',
            name: t('payments:surplus.keep', { organization: surplus.organizationName }),
            note: t('payments:surplus.keepNote'),
          },
        ]
      : []),
    ...(may('ask-back')
      ? [{ way: 'back', name: t('payments:surplus.askBack'), note: t('payments:surplus.askBackNote') }]
      : []),
    ...(may('return')
      ? [{ way: 'return', name: t('payments:surplus.return'), note: t('payments:surplus.returnNote') }]
      : []),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { id } = surplus;
    if (way === 'organization' || way === 'back') void action.run({ id, outcome: way });
    else if (way === 'return') void action.run({ id, outcome: 'back', ...bank });
    else if (way) void action.run({ id, outcome: 'need', need: way });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="surplus-ways">
        <legend className="h-block gap-below-4">{t('payments:surplus.what', { amount })}</legend>
        {choices.map((choice) => (
          <label className="surplus-way" key={choice.way}>
            <input type="radio" name="way" checked={way === choice.way} onChange={() => setWay(choice.way)} />
            <b className="break">{typograph(choice.name)}</b>
            <span>{choice.note}</span>
          </label>
        ))}
      </fieldset>
      {way === 'return' && (
        <div className="cols-2">
          <TextField
            label={t('payments:surplus.bankDate')}
            type="date"
            required
            value={bank.bankDate}
            error={action.error('bankDate')}
            onChange={(event) => setBank({ ...bank, bankDate: event.target.value })}
          />
          <TextField
            label={t('payments:surplus.bankNumber')}
            required
            maxLength={40}
            value={bank.bankNumber}
            error={action.error('bankNumber')}
            onChange={(event) => setBank({ ...bank, bankNumber: event.target.value })}
          />
        </div>
      )}
      <ProblemNotice problem={action.general} />
      <p className="row row-wrap">
        <Button type="submit" look="main" disabled={!way} busy={action.busy}>
          {t('payments:surplus.decide')}
        </Button>
        <span className="small muted">
          {t(surplus.donorKnown ? 'payments:surplus.silence' : 'payments:surplus.silenceOrg')}
        </span>
      </p>
    </form>
  );
}

/** What was decided, and the way back. */
function Decided({ surplus, amount }: { surplus: Surplus; amount: string }): ReactNode {
  const zone = useZone();
  const action = useAction(undoSurplus, { refresh: REFRESH });
  return (
    <section className="stack" aria-label={t('payments:surplus.decided')}>
      <Notice look="good" role="status">
        <p>
          {t(`payments:surplus.done.${surplus.state}`, {
            amount,
            organization: surplus.organizationName,
            number: surplus.bankNumber ?? '',
            day: surplus.bankDate ? day(surplus.bankDate, zone) : '',
          })}
        </p>
        {surplus.decidedNeed && (
          <p className="gap-top-2">
            <Link to="/needs/$id" params={{ id: surplus.decidedNeed.id }}>
              {typograph(surplus.decidedNeed.title)}
            </Link>
          </p>
        )}
      </Notice>
      <ProblemNotice problem={action.problem} />
      {surplus.can.includes('undo') && (
        <p className="row row-wrap">
          <Button busy={action.busy} onClick={() => void action.run({ id: surplus.id })}>
            {t('payments:surplus.undo')}
          </Button>
          <span className="small muted">{t('payments:surplus.undoNote')}</span>
        </p>
      )}
    </section>
  );
}

function SurplusSheet({ surplus }: { surplus: Surplus }): ReactNode {
  const amounts = useAmounts();
  const amount = amounts.say(surplus.amount, surplus.unit);
  const title = t(surplus.fromNeed ? 'payments:surplus.title' : 'payments:surplus.titleNobody', { amount });
  const parts: [string, string][] = [
    ['came', amounts.say(surplus.came, surplus.unit)],
    ...(surplus.came > surplus.amount
      ? [['taken', amounts.say(surplus.came - surplus.amount, surplus.unit)] as [string, string]]
      : []),
    ['aside', amount],
  ];
  return (
    <div className="wrap page-form stack-6">
      <PageHead title={title} />
      <header className="page-head">
        <h1 className="h-page">{title}</h1>
        {surplus.fromNeed && (
          <p className="lead gap-top-2">
            <Link to="/needs/$id" params={{ id: surplus.fromNeed.id }}>
              {typograph(surplus.fromNeed.title)}
            </Link>
          </p>
        )}
      </header>
      <dl className="aside-sums">
        {parts.map(([part, value]) => (
          <div key={part} className={part === 'aside' ? 'is-aside' : ''}>
            <dt>{t(`payments:surplus.part.${part}`)}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {(surplus.payer ?? surplus.words) && (
        <p className="small muted break">
          {[surplus.payer, surplus.words && `«${surplus.words}»`].filter(Boolean).join(' · ')}
        </p>
      )}
      {surplus.state === 'waiting' && surplus.askedBack && (
        <Notice look="wait">
          <p>{t('payments:surplus.asked', { organization: surplus.organizationName })}</p>
        </Notice>
      )}
      {surplus.state !== 'waiting' ? (
        <Decided surplus={surplus} amount={amount} />
      ) : surplus.can.length > 0 ? (
        <Choices surplus={surplus} amount={amount} />
      ) : (
        <Notice>
          <p>{t('payments:surplus.donorDecides')}</p>
        </Notice>
      )}
    </div>
  );
}

/** `/surplus/{id}`: money beyond a need, for its donor and for the organization that has it. */
export function SurplusPage(): ReactNode {
  const { id } = route.useParams();
  const { data: session } = useSession();
  const query = useSurplus(id, Boolean(session));
  if (session === null) return <SignInFirst />;
  if ([403, 404].includes((query.error as Problem | null)?.status ?? 0)) return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-form">
        <Loaded query={query} bones={<Bones rows={3} height={90} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <SurplusSheet key={`${query.data.state}-${query.data.decidedAt}`} surplus={query.data} />;
}
