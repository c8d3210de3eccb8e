import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import {
  removePasskey,
  removeTotp,
  renewCodes,
  useSecondFactors,
  type SecondFactors,
  type SecondStep,
} from '../api/account.js';
import { SecondStepForm } from './second-step.js';
import { PasskeyEnrolment, TotpEnrolment } from './enrolment.js';

const REFRESH = ['second-factors', 'session'];
const waysOf = (factors: SecondFactors): SecondStep[] => [
  ...(factors.totpSince ? ['totp' as const] : []),
  ...(factors.passkeys.length > 0 ? ['passkey' as const] : []),
  ...(factors.recoveryCodes > 0 ? ['recovery-code' as const] : []),
];

/** Shown once: the server keeps no way to show them again. */
function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }): ReactNode {
  return (
    <div className="stack gap-top-4" role="status">
      <Notice look="wait">
        <p>{t('identity:factors.codesText')}</p>
      </Notice>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="code">
            {code}
          </li>
        ))}
      </ul>
      <p>
        <Button look="main" onClick={onKept}>
          {t('identity:factors.codesKept')}
        </Button>
      </p>
    </div>
  );
}

/** When it was last used, else since when it is there. */
const sinceWords = (passkey: SecondFactors['passkeys'][number], zone: string | undefined): string =>
  passkey.lastUsedAt
    ? t('identity:factors.used', { day: day(passkey.lastUsedAt, zone) })
    : t('identity:factors.made', { day: day(passkey.createdAt, zone) });

/** The verbs; each is done at once in a session that has just proved itself, else after the second step. */
function Factors({ factors }: { factors: SecondFactors }): ReactNode {
  const zone = useZone();
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const [adding, setAdding] = useState<'totp' | 'passkey' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const dropTotp = useAction(removeTotp, { refresh: REFRESH });
  const dropPasskey = useAction(removePasskey, { refresh: REFRESH });
  const renew = useAction(renewCodes, { refresh: REFRESH, onDone: (answer) => setCodes(answer.recoveryCodes) });
  const ways = waysOf(factors);
  const proven = (go: () => void): void => {
    if (factors.fresh || ways.length === 0) go();
    else setWaiting(() => go);
  };
  const added = (made: string[] | null): void => {
    setAdding(null);
    setCodes(made);
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  if (waiting)
    return (
      <div className="gap-top-4 stack">
        <p>{t('identity:factors.proveAgain')}</p>
        <SecondStepForm
          ways={ways}
          onCancel={() => setWaiting(null)}
          onDone={() => {
            setWaiting(null);
            waiting();
          }}
        />
      </div>
    );
  const open = (name: 'totp' | 'passkey'): void => proven(() => setAdding(adding === name ? null : name));
  return (
    <>
      <ul className="lines gap-top-4">
        <li className="row between row-wrap">
          <div>
            <p className="strong">{t('identity:factors.totp')}</p>
            <p className="small muted">
              {factors.totpSince
                ? t('identity:factors.totpSince', { day: day(factors.totpSince, zone) })
                : t('identity:factors.totpText')}
            </p>
          </div>
          {factors.totpSince ? (
            <Button size="dense" busy={dropTotp.busy} onClick={() => proven(() => void dropTotp.run(undefined))}>
              {t('identity:factors.disconnect')}
            </Button>
          ) : (
            <Button size="dense" aria-expanded={adding === 'totp'} onClick={() => open('totp')}>
              {t('identity:factors.connect')}
            </Button>
          )}
        </li>
        {factors.passkeys.map((passkey) => (
          <li key={passkey.id} className="row between row-wrap">
            <div>
              <p className="strong break">
                {passkey.name} <Tag>{t('identity:factors.passkey')}</Tag>
              </p>
              <p className="small muted">{sinceWords(passkey, zone)}</p>
            </div>
            <Button size="dense" busy={dropPasskey.busy} onClick={() => proven(() => void dropPasskey.run(passkey.id))}>
              {t('identity:factors.remove')}
            </Button>
          </li>
        ))}
        {factors.passkeysPossible && (
          <li className="row between row-wrap">
            <div>
              <p className="strong">{t('identity:factors.passkeys')}</p>
              <p className="small muted">{t('identity:factors.passkeysText')}</p>
            </div>
            <Button size="dense" aria-expanded={adding === 'passkey'} onClick={() => open('passkey')}>
              {t('identity:factors.addPasskey')}
            </Button>
          </li>
        )}
        {ways.length > 0 && (
          <li className="row between row-wrap">
            <div>
              <p className="strong">{t('identity:factors.codes')}</p>
              <p className="small muted">{t('identity:factors.codesLeft', { count: factors.recoveryCodes })}</p>
            </div>
            <Button size="dense" busy={renew.busy} onClick={() => proven(() => void renew.run(undefined))}>
              {t('identity:factors.newCodes')}
            </Button>
          </li>
        )}
      </ul>
      {adding === 'totp' && <TotpEnrolment onDone={added} />}
      {adding === 'passkey' && <PasskeyEnrolment onDone={added} />}
      <ProblemNotice problem={dropTotp.problem ?? dropPasskey.problem ?? renew.problem} />
    </>
  );
}

export function SecondFactorsPart(): ReactNode {
  const query = useSecondFactors();
  return (
    <section className="gap-top-6" aria-labelledby="factors">
      <h3 className="h-dense" id="factors">
        {t('identity:factors.title')}
      </h3>
      <p className="small muted gap-top-2">{t('identity:factors.text')}</p>
      <Loaded query={query}>{(factors) => <Factors factors={factors} />}</Loaded>
    </section>
  );
}
