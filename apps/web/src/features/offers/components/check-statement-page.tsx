import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones } from '../../../components/states.js';
import type { Problem } from '../../../lib/api.js';
import type { StatementCheck } from '../../../lib/api-types.js';
import { day, dayTime } from '../../../lib/dates.js';
import { useAddressed, wordsIn } from '../../../lib/form.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { nameOf, t } from '../../../lib/words.js';
import { useAmounts, useByCode, useGoods } from '../../catalogue/api/catalogue.js';
import { useStatementCheck } from '../api/offers.js';

/** The figures, to be held against the paper. */
function Figures({ check }: { check: StatementCheck }): ReactNode {
  const amounts = useAmounts();
  const goods = useByCode(useGoods().data);
  if (check.units.length === 0) return <p className="muted gap-top-4">{t('offers:check.empty')}</p>;
  return (
    <div className="table-scroll gap-top-4" tabIndex={0} role="group" aria-label={t('offers:check.compare')}>
      <table className="ledger ledger-dense">
        <thead><tr><th scope="col">{t('offers:check.compare')}</th>{(['opening', 'arrived', 'closing', 'entries'] as const).map((head) => <th key={head} scope="col" className="r">{t(`offers:check.${head}`)}</th>)}</tr></thead>
        <tbody>
          {check.units.map((unit) => {
            const say = (amount: number): string => amounts.say(amount, unit.unit);
            return (
              <tr key={`${unit.unit} ${unit.item ?? ''}`}>
                <th scope="row">{unit.item ? nameOf(goods.get(unit.item), unit.item) : t(`kind.${unit.kind}`)}</th>
                <td className="r">{say(unit.opening)}</td><td className="r">{say(unit.closing - unit.opening)}</td><td className="r strong">{say(unit.closing)}</td><td className="r">{unit.entries}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Answer({ code }: { code: string }): ReactNode {
  const { data: check, error } = useStatementCheck(code);
  if (error && 'status' in error && error.status === 404) return <Notice look="bad" role="alert"><p className="strong">{t('offers:check.none')}</p><p>{t('offers:check.noneText')}</p></Notice>;
  if (error) return <ProblemNotice problem={error as Problem} />;
  if (!check) return <Bones rows={2} />;
  const matches = check.status === 'matches';
  return (
    <section className="sheet pad" aria-labelledby="found" data-status={check.status}>
      <h2 className="h-block" id="found">{t(matches ? 'offers:check.genuine' : 'offers:check.changed')}</h2>
      <p className="muted gap-top-1">{t('offers:check.period', { from: day(check.from, 'UTC'), to: day(check.to, 'UTC'), at: dayTime(check.issuedAt, check.timeZone) })} {matches && t(check.newerEntries ? 'offers:check.newer' : 'offers:check.still')}</p>
      {matches ? <Figures check={check} /> : <p className="gap-top-4">{t('offers:check.changedText')}</p>}
      {matches && <p className="small muted gap-top-3">{t('offers:check.foot')}</p>}
    </section>
  );
}

/** `/v` and `/v/{code}`: whoever holds a statement asks what the books say. Names nobody. */
export function CheckStatementPage(): ReactNode {
  const { code = '' } = useParams({ strict: false });
  const field = useAddressed(code);
  const navigate = useNavigate();
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = wordsIn(event.currentTarget, 'code');
    if (typed) void navigate({ to: '/v/$code', params: { code: typed } });
  };
  return (
    <div className="wrap page-form">
      <PageHead title={t('offers:check.title')} />
      <header className="page-head"><h1 className="h-page">{t('offers:check.title')}</h1><p className="lead">{t('offers:check.lead')}</p></header>
      <form className="sheet pad stack" role="search" action={addressIn(currentLocale(), '/v', '')} onSubmit={ask}>
        <TextField label={t('offers:check.label')} hint={t('offers:check.hint')} ref={field} name="code" defaultValue={code} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} required />
        <div><Button look="main" size="large" type="submit">{t('offers:check.go')}</Button></div>
      </form>
      <div className="gap-top-6" aria-live="polite">{code !== '' && <Answer code={code} />}</div>
    </div>
  );
}
