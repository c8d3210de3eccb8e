import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { RailCount, RoomRail } from '../../../components/room-rail.js';
import { t } from '../../../lib/words.js';
import { useReviewCounts, type Section } from '../api/reviews.js';
import './moderation.css';

const ICONS: Readonly<Record<Section, string>> = {
  open: 'list',
  signatures: 'edit',
  disputes: 'chat',
  appeals: 'mail',
  escalated: 'shield',
  'to-correct': 'undo',
};
/** The sections in the order in which they stand; what is in a moderator's own hands is a tab of each list. */
export const SECTIONS = Object.keys(ICONS) as Section[];
/** Pages of the room that are no part of the queue. */
const PAGES = [
  { to: '/moderation/mine', key: 'decisions', icon: 'check' },
  { to: '/rules', key: 'rules', icon: 'paper' },
  { to: '/admin/audit', key: 'audit', icon: 'rows' },
] as const;

type Here = Section | 'decisions';
const titleOf = (one: Here | (typeof PAGES)[number]['key']): string => t(`moderation:section.${one}`);

/** The room of the moderators: its sections with what waits in each, beside the work; on a phone a bar that names the section, and a menu. */
export function ModerationRoom({ here, children }: { here: Here; children: ReactNode }): ReactNode {
  const { data } = useReviewCounts(true);
  const sections = SECTIONS.map((section) => {
    const n = data?.sections[section] ?? 0;
    return {
      key: section,
      link: (
        <Link
          className="item"
          to="/moderation"
          search={section === 'open' ? {} : { section }}
          activeOptions={{ exact: true }} // the section stands in the search
          aria-current={section === here ? 'page' : undefined}
          data-section={section}
        >
          <Icon name={ICONS[section]} />
          <span>{titleOf(section)}</span>
          <RailCount n={n} said={t('moderation:section.count', { count: n })} quiet={section !== 'open'} />
        </Link>
      ),
    };
  });
  const pages = PAGES.map(({ to, key, icon }) => ({
    key,
    link: (
      <Link
        className="item"
        to={to}
        search={{}}
        activeOptions={{ includeSearch: false }}
        aria-current={key === here ? 'page' : undefined}
      >
        <Icon name={icon} />
        <span>{titleOf(key)}</span>
      </Link>
    ),
  }));
  return (
    <div className="room room-thin">
      <RoomRail
        label={t('moderation:section.all')}
        groups={[{ key: 'all', title: t('moderation:title'), items: [...sections, ...pages] }]}
        here={titleOf(here)}
        all={t('moderation:section.all')}
        waiting={here === 'decisions' ? 0 : (data?.sections[here] ?? 0)}
      />
      <div className="room-main">{children}</div>
    </div>
  );
}
