import { Link, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction, type Action } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { actByLink, useStandingLink, type LinkVerb, type StandingLink } from '../api/standing-gifts.js';
import { GiftTag } from './standing-gifts.js';
import { decimal } from '../../../lib/decimal.js';

const STEPS = ['pause', 'resume', 'end', 'remove-card'] as const;
type Step = (typeof STEPS)[number];

interface Asked {
  verb: LinkVerb | undefined;
  gift: string | undefined;
}

/** What the engine decided lately, each with the way back. */
function TakeBacks({
  link,
  chosen,
  busy,
  onTake,
}: {
  link: StandingLink;
  chosen: string | undefined;
  busy: boolean;
  onTake: (code: string) => void;
}): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  return link.gifts
    .filter((gift) => gift.takeBackUntil !== null)
    .map((gift) => (
      <div
        key={gift.code}
        className={`sheet pad stack-2${gift.code === chosen ? ' prop-best' : ''}`}
        data-gift={gift.code}
      >
        <p className="row row-top between row-wrap">
          <span>
            <b>{amounts.say(gift.amount, gift.unit)}</b>, {typograph(gift.needTitle)}
            <br />
            <span className="small muted">{typograph(gift.organizationName)}</span>
            {gift.chargeAt && (
              <>
                <br />
                <span className="small">{t('standing:card.on', { day: day(gift.chargeAt, zone) })}</span>
              </>
            )}
          </span>
          <GiftTag gift={gift} />
        </p>
        <p className="row row-wrap">
          <Link className="btn btn-quiet btn-dense" to="/gifts/$code" params={{ code: gift.code }}>
            {t(gift.provider === 'stripe' ? 'standing:card.see' : 'standing:gift.pay')}
          </Link>
          <Button size="dense" busy={busy} onClick={() => onTake(gift.code)}>
            {t('standing:gift.takeBack')}
          </Button>
        </p>
      </div>
    ));
}

function ChangeSum({
  main,
  action,
  onChange,
}: {
  main: boolean;
  action: Pick<Action<never>, 'busy' | 'error'>;
  onChange: (quantity: string) => void;
}): ReactNode {
  const [quantity, setQuantity] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(decimal(quantity));
  };
  return (
    <form className="row row-wrap row-base" onSubmit={submit}>
      <TextField
        label={t('standing:link.newSum')}
        required
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        unit="₽"
        value={quantity}
        error={action.error('quantity')}
        onChange={(event) => setQuantity(event.target.value)}
      />
      <Button type="submit" look={main ? 'main' : 'quiet'} busy={action.busy}>
        {t('standing:link.change')}
      </Button>
    </form>
  );
}

function Verbs({ link, token, asked }: { link: StandingLink; token: string; asked: Asked }): ReactNode {
  const [done, setDone] = useState<LinkVerb | null>(null);
  const action = useAction(actByLink, { refresh: ['standing-link', 'standing-offers', 'gift'] });
  const act = async (verb: LinkVerb, more: object = {}): Promise<void> => {
    setDone(null);
    await action.run({ token, verb, ...more });
    setDone(verb);
  };
  const steps = link.can.filter((verb): verb is Step => STEPS.includes(verb as Step));
  const first = asked.verb && steps.includes(asked.verb as Step) ? asked.verb : undefined;
  return (
    <>
      {done && !action.problem && (
        <Notice look="good" role="status">
          <p>{t(`standing:link.done.${done}`)}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.general} />
      <TakeBacks
        link={link}
        chosen={asked.gift}
        busy={action.busy}
        onTake={(gift) => void act('take-back', { gift })}
      />
      {link.can.includes('change') && (
        <ChangeSum
          main={asked.verb === 'change'}
          action={action}
          onChange={(quantity) => void act('change', { quantity, unit: 'rub' })}
        />
      )}
      <p className="row row-wrap">
        {steps.map((verb) => (
          <Button
            key={verb}
            look={verb === first ? 'main' : verb === 'end' || verb === 'remove-card' ? 'no' : 'quiet'}
            busy={action.busy}
            onClick={() => void act(verb)}
          >
            {t(verb === 'remove-card' ? 'standing:card.remove' : `standing:${verb}`)}
          </Button>
        ))}
      </p>
    </>
  );
}

/** `/standing-link?do=pause#token`: opened from a mail it only shows; each press does one thing, without signing in. */
export function StandingLinkPage(): ReactNode {
  const [token] = useState(tokenOfAddress);
  const search = useSearch({ from: '/standing-link' });
  const query = useStandingLink(token);
  const said = (link: StandingLink): string =>
    t(`standing:link.is.${link.status}`, {
      amount: link.amountText,
      day: link.nextOn ? day(`${link.nextOn}T12:00:00Z`, 'UTC') : '',
    });
  return (
    <div className="wrap page-sign">
      <PageHead title={t('standing:link.title')} />
      <h1 className="h-page">{t('standing:link.title')}</h1>
      <div className="stack gap-top-6">
        {token ? (
          <Loaded query={query}>
            {(link) => (
              <>
                <p className="lead">{typograph(said(link))}</p>
                {link.card && <p className="muted">{t('standing:link.byCard', { card: link.card })}</p>}
                <Verbs link={link} token={token} asked={{ verb: search.do, gift: search.gift }} />
              </>
            )}
          </Loaded>
        ) : (
          <Notice look="wait">
            <p>{t('identity:noToken')}</p>
          </Notice>
        )}
        <p className="small">
          <Link to="/me">{t('standing:link.all')}</Link>
        </p>
      </div>
    </div>
  );
}
