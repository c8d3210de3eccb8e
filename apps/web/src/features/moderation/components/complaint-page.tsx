import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, FieldError, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { useKeptFields } from '../../../lib/draft.js';
import { focusFirstError, wordsIn } from '../../../lib/form.js';
import { count } from '../../../lib/amount.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useNeed } from '../../needs/api/needs.js';
import { useMailWords } from '../../installation/api/installation.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';
import { complain, COMPLAINT_KINDS, complaintKind, type TakenComplaint } from '../api/complaints.js';

const NEED_PAGE = /\/needs\/([0-9a-f-]{36})$/;

const KEPT = ['kind', 'text', 'email'] as const;

function Next(): ReactNode {
  const mailWords = useMailWords();
  return (
    <section aria-labelledby="next">
      <h2 className="h-block" id="next">
        {t('complaint:next.title')}
      </h2>
      <ul className="gap-top-3 stack">
        {(['first', 'who', 'answer', 'secret'] as const).map((line) => (
          <li key={line}>
            {(line === 'answer' ? mailWords : t)(`complaint:next.${line}`)}
            {line === 'answer' && <WhoRunsIt />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** That it was taken, and where the answer will come. */
function Taken({ complaint: { number, answered } }: { complaint: TakenComplaint }): ReactNode {
  const mailWords = useMailWords();
  return (
    <div tabIndex={-1} data-complaint-taken>
      <Notice look="good" role="status">
        <p className="strong">{t('complaint:taken', { number: count(number) })}</p>
        <p>{answered ? mailWords('complaint:answered') : t('complaint:unanswered')}</p>
        <p>
          <Link to="/needs" search={{}}>
            {t('foot.needs')}
          </Link>
        </p>
      </Notice>
    </div>
  );
}

function Kinds({ chosen, error }: { chosen: string | undefined; error: string | undefined }): ReactNode {
  return (
    <fieldset
      className="stack"
      role="radiogroup"
      aria-required
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? 'kind-error' : undefined}
    >
      <legend className="label">{t('complaint:kind')}</legend>
      {COMPLAINT_KINDS.map((kind) => (
        <label key={kind} className="check">
          <input type="radio" name="kind" value={kind} defaultChecked={chosen === kind} required />
          <span>{t(`complaint:kinds.${kind}`)}</span>
        </label>
      ))}
      {error && <FieldError id="kind-error">{error}</FieldError>}
    </fieldset>
  );
}

/** What a page shows, where it can be said by its title: nobody knows an address by heart. */
function AboutNeed({ id }: { id: string }): ReactNode {
  const title = useNeed(id).data?.title;
  return title ? (
    <span lang={writtenIn(title)}>{t('complaint:aboutTitled', { title: typograph(title) })}</span>
  ) : (
    t('complaint:aboutHint')
  );
}

/** `/complaint?about=`: about what a page shows; without an account and without a script too, which leads to `?taken=`. */
export function ComplaintPage(): ReactNode {
  const {
    about = '/',
    taken: before,
    answered = false,
  } = useSearch({ strict: false }) as { about?: string; taken?: number; answered?: boolean };
  const need = NEED_PAGE.exec(about)?.[1];
  const element = useRef<HTMLFormElement>(null);
  const plain = usePlainForm();
  const { keep, forget } = useKeptFields(element, `lepta.complaint ${about}`, KEPT);
  const [taken, setTaken] = useState<TakenComplaint | null>(before === undefined ? null : { number: before, answered });
  const action = useAction(complain, {
    onDone: (complaint) => {
      forget();
      setTaken(complaint);
      goToOutcome('[data-complaint-taken]', t('complaint:taken', { number: count(complaint.number) }));
    },
    refused: plain.refused,
  });
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    await action.run({
      about: wordsIn(form, 'about'),
      kind: complaintKind(wordsIn(form, 'kind')),
      text: wordsIn(form, 'text') ?? '',
      email: wordsIn(form, 'email'),
    });
    focusFirstError(element.current);
  };
  return (
    <div className="wrap page-form">
      <PageHead title={t('complaint:title')} />
      <header className="page-head">
        <h1 className="h-page">{t('complaint:title')}</h1>
        <p className="lead">{t('complaint:lead')}</p>
      </header>
      {taken ? (
        <Taken complaint={taken} />
      ) : (
        <form
          ref={element}
          className="sheet pad-l stack-6"
          {...plain.form}
          onInput={keep}
          onSubmit={(event) => void submit(event)}
        >
          <TextField
            label={t('complaint:about')}
            hint={need ? <AboutNeed id={need} /> : t('complaint:aboutHint')}
            name="about"
            required
            maxLength={300}
            defaultValue={plain.typed('about') ?? about}
            error={action.error('about')}
          />
          <Kinds chosen={plain.typed('kind')} error={action.error('kind')} />
          <AreaField
            label={t('complaint:text')}
            hint={t('complaint:textHint')}
            name="text"
            required
            maxLength={2000}
            defaultValue={plain.typed('text')}
            error={action.error('text')}
          />
          <TextField
            label={t('complaint:email')}
            hint={t('complaint:emailHint')}
            optional
            type="email"
            name="email"
            autoComplete="email"
            maxLength={254}
            defaultValue={plain.typed('email')}
            error={action.error('email')}
          />
          <input type="hidden" name={KEY_FIELD} value={plain.key} />
          <ProblemNotice problem={action.general} />
          <div>
            <Button type="submit" look="main" size="large" busy={action.busy}>
              {t('complaint:send')}
            </Button>
          </div>
        </form>
      )}
      <div className="gap-top-8">
        <Next />
      </div>
    </div>
  );
}
