import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { Problem } from '../../../lib/api.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useInstallation, useOperatorText } from '../api/installation.js';
import { OperatorLine } from './operator-line.js';

/** Paragraphs are parted by an empty line; a line that begins with # is a heading. */
function TextParts({ text }: { text: string }): ReactNode {
  return text.split(/\n\s*\n/).map((part, at) =>
    part.startsWith('#') ? (
      <h2 key={at} className="h-block">
        {part.replace(/^#+\s*/, '')}
      </h2>
    ) : (
      <p key={at} className="pre break">
        {part.trim()}
      </p>
    ),
  );
}

function TextPage({ purpose }: { purpose: 'privacy' | 'rules' }): ReactNode {
  const { version } = useSearch({ strict: false }) as { version?: string };
  const query = useOperatorText(purpose, version);
  const { operator, timeZone } = useInstallation().data ?? {};
  const missing = query.error instanceof Problem && query.error.status === 404;
  const title = t(`installation:${purpose}`);
  return (
    <div className="wrap page-narrow">
      <PageHead title={title} />
      <h1 className="h-page">{title}</h1>
      {missing ? (
        <div className="gap-top-6">
          <Empty level={2} title={t('installation:notYet')}>
            <p>{operator ? <OperatorLine operator={operator} /> : t('installation:notYetText')}</p>
            <p className="row row-wrap row-center">
              <Link className="btn btn-quiet" to="/how">
                {t('nav.how')}
              </Link>
            </p>
          </Empty>
        </div>
      ) : (
        <Loaded query={query} bones={<Bones rows={4} />}>
          {(text) => (
            <article className="stack gap-top-6">
              <TextParts text={text.text} />
              <p className="small muted">
                {t('installation:version', { version: text.version, day: day(text.publishedAt, timeZone) })}
                {operator && (
                  <>
                    {' '}
                    <OperatorLine operator={operator} />
                  </>
                )}
              </p>
            </article>
          )}
        </Loaded>
      )}
    </div>
  );
}

/** `/privacy`: what is kept about people, why and how long. */
export function PrivacyPage(): ReactNode {
  return <TextPage purpose="privacy" />;
}

/** `/rules`: what is allowed here. */
export function RulesPage(): ReactNode {
  return <TextPage purpose="rules" />;
}
