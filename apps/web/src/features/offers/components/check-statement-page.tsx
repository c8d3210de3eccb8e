import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import { KINDS, type StatementCheck } from '../../../lib/api-types.js';
import { day, dayTime } from '../../../lib/dates.js';
import { isGiftCode, pageOfCode } from '../../../lib/code-page.js';
import { useAddressed, wordsIn } from '../../../lib/form.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';
import { useAmounts, useUnits } from '../../catalogue/api/catalogue.js';
import { useSaid } from '../../ledger/said.js';
import { useGift } from '../../payments/api/payments.js';
import { useStatementCheck } from '../api/offers.js';
import { OtherPaper } from './other-paper.js';
import './check.css';

/** The sums in the order of the paper, to be compared with a finger. */
function Figures({ check: { sums } }: { check: StatementCheck }): ReactNode {
  const said = useSaid(sums);
  const rows = (['opening', 'arrived', 'takenBack', 'closing', 'promised'] as const).filter(
    (row) => row !== 'takenBack' || sums.some((sum) => sum.takenBack > 0),
  );
  return (
    <table className="ledger check-t gap-top-4">
      <thead>
        <tr>
          <th scope="col">{t('check:compare')}</th>
          {KINDS.map((kind) => (
            <th key={kind} scope="col" className="r">
              {t(`kind.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} className={row === 'closing' ? 'total' : undefined} data-row={row}>
            <th scope="row">{t(`check:${row}`)}</th>
            {KINDS.map((kind) => (
              <td key={kind} className="r">
                <span className="check-kind" aria-hidden="true">
                  {t(`kind.${kind}`)}
                </span>
                {said(kind, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both entries stay in the book: what was corrected, when, and by how much. */
function Corrections({ check: { corrections, timeZone } }: { check: StatementCheck }): ReactNode {
  const amounts = useAmounts();
  return (
    <ul className="check-list gap-top-3">
      {corrections.map((one, index) => (
        <li key={`${one.at} ${index}`}>
          {t('check:correction', {
            at: day(one.at, timeZone),
            of: day(one.of, timeZone),
            amount: amounts.say(one.amount, one.unit),
          })}
        </li>
      ))}
    </ul>
  );
}

/** A code of a gift leads to its page; one that no gift has stays in the field, to be mended. */
function GiftAnswer({ code }: { code: string }): ReactNode {
  const { data: gift, error } = useGift(code);
  if (gift) return <Navigate to="/gifts/$code" params={{ code: gift.code }} replace />;
  if (!error) return <Bones rows={2} />;
  if ((error as Problem).status !== 404) return <ProblemNotice problem={error as Problem} />;
  return (
    <div data-answer="no-gift">
      <Notice look="bad" role="alert">
        <p className="strong">{t('check:noGift')}</p>
        <p>{t('check:noGiftText')}</p>
      </Notice>
    </div>
  );
}

/** Genuine; genuine and corrected later; mistyped; never issued. A book that says another thing of the day of issue is the fifth. */
function Answer({ code }: { code: string }): ReactNode {
  const { data: check, error } = useStatementCheck(code);
  const units = useUnits();
  if (error && 'status' in error && error.status === 404) {
    if ((error as Problem).code !== 'statement.mistyped') return <OtherPaper code={code} />;
    return (
      <div data-answer="mistyped">
        <Notice look="bad" role="alert">
          <p className="strong">{t('check:mistyped')}</p>
          <p>{t('check:mistypedText')}</p>
        </Notice>
      </div>
    );
  }
  if (error) return <ProblemNotice problem={error as Problem} />;
  if (!check || units.isPending) return <Bones rows={2} />;
  const matches = check.status === 'matches';
  const corrected = matches && check.corrections.length > 0;
  return (
    <section
      className="sheet check-res"
      aria-labelledby="found"
      data-status={check.status}
      data-answer={corrected ? 'corrected' : matches ? 'genuine' : 'changed'}
    >
      <h2 className="h-block" id="found">
        {t(corrected ? 'check:corrected' : matches ? 'check:genuine' : 'check:changed')}
      </h2>
      <p className="muted gap-top-1">
        {t('check:period', {
          from: day(check.from, 'UTC'),
          to: day(check.to, 'UTC'),
          at: dayTime(check.issuedAt, check.timeZone),
        })}{' '}
        {matches && !corrected && t(check.newerEntries ? 'check:newer' : 'check:still')}
      </p>
      {corrected && (
        <>
          <p className="gap-top-3">{t('check:correctedText')}</p>
          <Corrections check={check} />
        </>
      )}
      {matches ? <Figures check={check} /> : <p className="gap-top-4">{t('check:changedText')}</p>}
      {matches && <p className="small muted gap-top-3">{t('check:foot')}</p>}
    </section>
  );
}

/** `/v` and `/v/{code}`: the holder of a statement asks what the books say. Names nobody. */
export function CheckStatementPage(): ReactNode {
  const { code = '' } = useParams({ strict: false });
  const field = useAddressed(code);
  const navigate = useNavigate();
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = wordsIn(event.currentTarget, 'code');
    if (typed) void navigate({ to: pageOfCode(typed) });
  };
  return (
    <div className="wrap page-form">
      <PageHead title={t('check:title')} />
      <header className="page-head">
        <h1 className="h-page">{t('check:title')}</h1>
        <p className="lead">{t('check:lead')}</p>
      </header>
      <form className="sheet pad stack" role="search" action={addressIn(currentLocale(), '/v', '')} onSubmit={ask}>
        <TextField
          label={t('check:label')}
          hint={t('check:hint')}
          ref={field}
          name="code"
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          required
        />
        <div>
          <Button look="main" size="large" type="submit">
            {t('check:go')}
          </Button>
        </div>
      </form>
      <div className="gap-top-6" aria-live="polite">
        {code !== '' && (isGiftCode(code) ? <GiftAnswer code={code} /> : <Answer code={code} />)}
      </div>
    </div>
  );
}
