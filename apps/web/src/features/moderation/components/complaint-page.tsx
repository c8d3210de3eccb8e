import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, FieldError, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { post } from '../../../lib/api.js';
import { focusFirstError, wordsIn } from '../../../lib/form.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';

const KINDS = ['card', 'untrue', 'private', 'rude', 'other'] as const;
interface Taken { number: number; answered: boolean }

const complain = (form: Record<string, unknown>, key: string): Promise<Taken> => post('/complaints', form, key);

function Next(): ReactNode {
  return <section aria-labelledby="next"><h2 className="h-block" id="next">{t('complaint:next.title')}</h2><ul className="gap-top-3 stack">{(['first', 'who', 'answer', 'secret'] as const).map((line) => <li key={line}>{t(`complaint:next.${line}`)}</li>)}</ul></section>;
}

/** `/complaint?about=`: about what a page shows; without an account too. */
export function ComplaintPage(): ReactNode {
  const { about = '/' } = useSearch({ strict: false }) as { about?: string };
  const element = useRef<HTMLFormElement>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const action = useAction(complain, { onDone: setTaken });
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    await action.run({ about: wordsIn(form, 'about') ?? '/', kind: wordsIn(form, 'kind'), text: wordsIn(form, 'text') ?? '', email: wordsIn(form, 'email') });
    focusFirstError(element.current);
  };
  return (
    <div className="wrap page-form">
      <PageHead title={t('complaint:title')} />
      <header className="page-head"><h1 className="h-page">{t('complaint:title')}</h1><p className="lead">{t('complaint:lead')}</p></header>
      {taken
        ? <Notice look="good" role="status"><p className="strong">{t('complaint:taken', { number: count(taken.number) })}</p><p>{t(taken.answered ? 'complaint:answered' : 'complaint:unanswered')}</p><p><Link to="/needs" search={{}}>{t('foot.needs')}</Link></p></Notice>
        : (
          <form ref={element} className="sheet pad-l stack-6" onSubmit={(event) => void submit(event)}>
            <TextField label={t('complaint:about')} hint={t('complaint:aboutHint')} name="about" required maxLength={300} defaultValue={about} error={action.error('about')} />
            <fieldset className="stack"><legend className="label">{t('complaint:kind')}</legend>{KINDS.map((kind) => <label key={kind} className="check"><input type="radio" name="kind" value={kind} required /><span>{t(`complaint:kinds.${kind}`)}</span></label>)}{action.error('kind') && <FieldError id="kind-error">{action.error('kind')}</FieldError>}</fieldset>
            <AreaField label={t('complaint:text')} hint={t('complaint:textHint')} name="text" required maxLength={2000} error={action.error('text')} />
            <TextField label={t('complaint:email')} hint={t('complaint:emailHint')} optional type="email" name="email" autoComplete="email" maxLength={254} error={action.error('email')} />
            <ProblemNotice problem={action.general} />
            <div><Button type="submit" look="main" size="large" busy={action.busy}>{t('complaint:send')}</Button></div>
          </form>
        )}
      <div className="gap-top-8"><Next /></div>
    </div>
  );
}
