import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import type { Candidate, Shift } from '../../../lib/api-types.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { askCandidate, enterCandidate, useCandidates } from '../api/shifts.js';

function about(
  { km, shifts, missing, lastAskedAt }: Candidate,
  skillOf: (code: string) => string,
  zone: string | undefined,
): string {
  return [
    ...(missing.length > 0 ? [t('shiftsDesk:cover.missing', { skills: missing.map(skillOf).join(', ') })] : []),
    ...(km === null ? [] : [t('shiftsDesk:cover.km', { km })]),
    ...(shifts > 0 ? [t('shiftsDesk:cover.shifts', { shifts })] : []),
    lastAskedAt ? t('shiftsDesk:cover.lastAsked', { day: day(lastAskedAt, zone) }) : t('shiftsDesk:cover.neverAsked'),
  ].join(' · ');
}

function Row({ one, shift, skillOf }: { one: Candidate; shift: Shift; skillOf: (code: string) => string }): ReactNode {
  const ask = useAction(askCandidate, { refresh: ['shifts'] });
  const enter = useAction(enterCandidate, { refresh: ['shifts'] });
  const to = { shift: shift.id, person: one.person };
  return (
    <li data-candidate={one.person}>
      <div>
        <h3 className="h-dense break">{one.name ?? t('shiftsDesk:cover.someone')}</h3>
        <p className="small muted">{about(one, skillOf, shift.timeZone)}</p>
        <ProblemNotice problem={ask.problem ?? enter.problem} />
      </div>
      <div className="row row-wrap">
        {one.askedAt && <Tag look="wait">{t('shiftsDesk:cover.asked')}</Tag>}
        {one.can.includes('ask') && (
          <Button size="dense" busy={ask.busy} onClick={() => void ask.run(to)}>
            {t('shiftsDesk:cover.ask')}
          </Button>
        )}
        {one.can.includes('sign-up') && (
          <Button size="dense" busy={enter.busy} onClick={() => void enter.run({ ...to, came: false })}>
            {t('shiftsDesk:cover.signUp')}
          </Button>
        )}
        {one.can.includes('came') && (
          <Button size="dense" busy={enter.busy} onClick={() => void enter.run({ ...to, came: true })}>
            {t('shiftsDesk:cover.came')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** As many stand there at first. */
const FIRST = 6;

/** Who could take the shift, and once it is over who was there without having signed up: by skills, distance, and who was not asked for long. */
export function CoverPanel({ shift }: { shift: Shift }): ReactNode {
  const [all, setAll] = useState(false);
  const candidates = useCandidates(shift.id);
  const skills = useCatalogue('skills');
  const over = new Date(shift.until) <= new Date();
  const cameOnly = candidates.data?.items.filter(({ can }) => can.includes('came')) ?? [];
  if (shift.status === 'cancelled' || (over && cameOnly.length === 0)) return null; // nobody can be asked to what is over
  return (
    <section aria-labelledby="cover" className="stack">
      <h2 className="h-block" id="cover">
        {t(over ? 'shiftsDesk:cover.overTitle' : 'shiftsDesk:cover.title')}
      </h2>
      <p className="small muted">{t(over ? 'shiftsDesk:cover.overHint' : 'shiftsDesk:cover.hint')}</p>
      <Loaded query={candidates}>
        {({ items: found }) => {
          const items = over ? cameOnly : found;
          return items.length > 0 ? (
            <>
              <ul className="sheet pad lines date-lines run-lines">
                {items.slice(0, all ? items.length : FIRST).map((one) => (
                  <Row
                    key={one.person}
                    one={one}
                    shift={shift}
                    skillOf={(code) => nameOf(skills.get(code), PENDING_NAME)}
                  />
                ))}
              </ul>
              {!all && items.length > FIRST && (
                <div>
                  <Button size="dense" onClick={() => setAll(true)}>
                    {t('shiftsDesk:cover.more', { more: items.length - FIRST })}
                  </Button>
                </div>
              )}
            </>
          ) : (
            <p className="small muted">{t('shiftsDesk:cover.none')}</p>
          );
        }}
      </Loaded>
    </section>
  );
}
