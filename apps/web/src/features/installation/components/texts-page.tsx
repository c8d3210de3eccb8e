import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField } from '../../../components/field.js';
import { Kept } from '../../../components/kept.js';
import { Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useZone } from '../api/installation.js';
import { publishText, useTextsToEdit, type TextToEdit } from '../api/first-day.js';
import { AdminRoom } from './admin-room.js';

function Editor({
  text,
  take,
  onClose,
}: {
  text: TextToEdit;
  take: (() => void) | undefined;
  onClose: () => void;
}): ReactNode {
  const [words, setWords] = useState(text.draft ?? { ru: '', en: '' });
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(publishText, {
    refresh: ['texts-to-edit', 'texts', 'first-day', 'consent-texts', 'session'],
    onDone: onClose,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ purpose: text.purpose, ru: words.ru, en: words.en, basedOn: text.published?.version ?? null });
    focusFirstError(form.current);
  };
  return (
    <form ref={form} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
      {(['ru', 'en'] as const).map((locale) => (
        <AreaField
          key={locale}
          label={t(`administration:texts.in.${locale}`)}
          lang={locale}
          rows={text.purpose === 'privacy' || text.purpose === 'rules' ? 16 : 4}
          required
          maxLength={20_000}
          value={words[locale]}
          error={action.error(locale)}
          onChange={(event) => setWords({ ...words, [locale]: event.target.value })}
        />
      ))}
      <p className="small muted">{t('administration:texts.how')}</p>
      {text.purpose === 'personal-data' && (
        <Notice look="wait">
          <p className="small">{t('administration:texts.askedAnew')}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.general} onTake={take} />
      <p className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t('administration:texts.publish')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('administration:texts.cancel')}
        </Button>
      </p>
    </form>
  );
}

function TextLine({ text }: { text: TextToEdit }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  return (
    <li data-text={text.purpose}>
      <div className="row between row-wrap">
        <div>
          <h2 className="h-block">{t(`administration:texts.purpose.${text.purpose}`)}</h2>
          <p className="small muted">
            {text.published
              ? t('administration:texts.since', {
                  version: text.published.version,
                  day: day(text.published.publishedAt, zone),
                })
              : t(text.draft ? 'administration:texts.never' : 'administration:texts.operatorFirst')}
          </p>
        </div>
        <div className="row">
          {text.published ? (
            <Tag look="good">{t('administration:texts.published')}</Tag>
          ) : (
            <Tag look="wait">{t('administration:texts.draft')}</Tag>
          )}
          {text.draft ? (
            <Button size="dense" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('administration:texts.edit')}
            </Button>
          ) : (
            <Link className="btn btn-quiet btn-dense" to="/admin/first-day">
              {t('administration:firstDay.fillIn')}
            </Link>
          )}
        </div>
      </div>
      {open && text.draft && (
        <Kept now={text} version={(one) => one.published?.version}>
          {(read, { take }) => <Editor text={read} take={take} onClose={() => setOpen(false)} />}
        </Kept>
      )}
    </li>
  );
}

/** `/admin/texts`: policy, rules and wordings of consents, published in versions. */
export function TextsPage(): ReactNode {
  const query = useTextsToEdit(useMayEnter(['administrator']) ?? false);
  return (
    <AdminRoom room="texts" lead={t('administration:texts.lead')}>
      <Loaded query={query} bones={<Bones rows={4} />}>
        {(page) => (
          <ul className="sheet pad lines">
            {page.items.map((text) => (
              <TextLine key={text.purpose} text={text} />
            ))}
          </ul>
        )}
      </Loaded>
    </AdminRoom>
  );
}
