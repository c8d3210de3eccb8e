import type { MatchStatus } from '../match.entity.js';
import { handOverState, type HandOverState, type ProposedWindow } from './hand-over-state.rules.js';

const NOW = new Date('2026-11-24T05:00:00Z');
const window = (
  proposedBy: 'donor' | 'organization',
  agreed: boolean,
  until = '2026-11-25T05:00:00Z',
): ProposedWindow => ({ proposedBy, agreed, until: new Date(until) });
const OVER = '2026-11-24T05:00:00Z'; // this very moment

test.each<[MatchStatus, ProposedWindow | null, HandOverState]>([
  ['accepted', null, 'to-agree'],
  ['accepted', window('donor', false), 'yours-to-answer'],
  ['accepted', window('organization', false), 'theirs-to-answer'],
  ['accepted', window('donor', false, OVER), 'to-agree'],
  ['accepted', window('organization', true), 'agreed'],
  ['accepted', window('organization', true, OVER), 'unmarked'],
  ['delivered', window('donor', true), 'unmarked'],
  ['delivered', null, 'unmarked'],
  ['disputed', window('donor', true, OVER), 'disputed'],
  ['confirmed', window('donor', true, OVER), 'done'],
  ['confirmed', null, 'done'],
])('%s with %j is %s', (status, proposed, state) => {
  expect(handOverState(status, proposed, NOW)).toBe(state);
});
