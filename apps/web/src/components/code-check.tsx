import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from './page.js';

/** The page of a code that stands on a paper: what it is, the code, and what the books say of it as soon as they have been asked. */
export function CodeCheckPage({ title, answer }: { title: string; answer: (code: string) => ReactNode }): ReactNode {
  const { code = '' } = useParams({ strict: false });
  return (
    <div className="wrap page-form">
      <PageHead title={title} />
      <header className="page-head">
        <h1 className="h-page">{title}</h1>
        <p className="lead">
          <span className="code break">{code}</span>
        </p>
      </header>
      <div aria-live="polite">{answer(code)}</div>
    </div>
  );
}
