import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { newKey } from '../../../lib/api.js';
import { currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';
import { publishText, useTextsToEdit, type TextToEdit } from '../api/first-day.js';

type Drafted = TextToEdit & { draft: NonNullable<TextToEdit['draft']> };

/** One after another: where one is refused, those before it are published and no longer stand here. */
async function publishAll(texts: readonly Drafted[]): Promise<void> {
  for (const { purpose, draft, published } of texts)
    await publishText({ purpose, ru: draft.ru, en: draft.en, basedOn: published?.version ?? null }, newKey());
}

/** The texts that are missing, to be read on the spot and published as they are; another page edits them. */
export function PublishForm({ missing, onDone }: { missing: readonly string[]; onDone: () => void }): ReactNode {
  const query = useTextsToEdit(true);
  const action = useAction(publishAll, {
    refresh: ['texts-to-edit', 'texts', 'first-day', 'consent-texts', 'session'],
    onDone,
  });
  return (
    <Loaded query={query} bones={<Bones rows={2} />}>
      {(page) => {
        const texts = page.items.filter((one): one is Drafted => one.draft !== null && missing.includes(one.purpose));
        return (
          <>
            {texts.map((text) => (
              <details key={text.purpose} className="draft" data-draft={text.purpose}>
                <summary>{t(`administration:texts.purpose.${text.purpose}`)}</summary>
                <p className="draft-text small break">{text.draft[currentLocale()]}</p>
              </details>
            ))}
            <ProblemNotice problem={action.problem} />
            <p className="row row-wrap gap-top-3">
              <Button look="main" busy={action.busy} onClick={() => void action.run(texts)}>
                {t('administration:firstDay.publish', { count: texts.length })}
              </Button>
              <Link className="small" to="/admin/texts" search={{}}>
                {t('administration:firstDay.editTexts')}
              </Link>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}
