import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { typograph } from '../../../lib/typograph.js';
import { asSoonAsShown, goToOutcome } from '../../../lib/outcome.js';
import { placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { setFollow, useFollows, type Follow } from '../api/follows.js';

/** What a person follows, each with its page and the way to stop. */
export function OwnFollows(): ReactNode {
  const query = useFollows();
  const action = useAction(setFollow, { refresh: ['follows'] });
  const entries = { place: useCatalogue('places'), sphere: useCatalogue('spheres') };
  const nameOf = ({ subject, code }: Follow): string => typograph(placeName(entries[subject].get(code), code));
  /** The row goes with its button. */
  const stop = async (one: Follow): Promise<void> => {
    await action.run({ subject: one.subject, code: one.code, follow: false });
    asSoonAsShown(() => {
      if (document.activeElement !== document.body) return false;
      goToOutcome('#follows', '', `${t('notifications:follows.stop')}: ${nameOf(one)}`);
      return true;
    });
  };
  return (
    <section className="panel" aria-labelledby="follows">
      <div className="panel-head">
        <h2 className="h-dense" id="follows" tabIndex={-1}>
          {t('notifications:follows.title')}
        </h2>
      </div>
      <div className="panel-body">
        <Loaded query={query}>
          {(follows) =>
            follows.length === 0 ? (
              <p className="small muted">{t('notifications:follows.none')}</p>
            ) : (
              <>
                <p className="small muted">{t('notifications:follows.text')}</p>
                <ul className="stack-2 gap-top-3">
                  {follows.map((one) => (
                    <li key={`${one.subject} ${one.code}`} className="row between">
                      <Link
                        to={one.subject === 'place' ? '/places/$code' : '/spheres/$code'}
                        params={{ code: one.code }}
                        search={{}}
                      >
                        {nameOf(one)}
                      </Link>
                      <Button
                        size="dense"
                        look="plain"
                        aria-label={t('notifications:follows.stopOf', { name: nameOf(one) })}
                        onClick={() => void stop(one)}
                      >
                        {t('notifications:follows.stop')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        </Loaded>
        <ProblemNotice problem={action.problem} />
      </div>
    </section>
  );
}
