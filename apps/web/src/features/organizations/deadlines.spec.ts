import { deadlinesOf, promisedBy } from './deadlines.js';

const offer = { donor: 'Анна К.' };
const need = (id: string, more: object) => ({
  id,
  title: id,
  status: 'open',
  deadline: '2026-12-20',
  freshUntil: null,
  can: [],
  ...more,
});
const kinds = (all: readonly { kind: string; id: string }[]): string[] => all.map(({ kind, id }) => `${kind} ${id}`);

test('an organization hears the nearest first; what is settled, closed or not owed is no deadline', () => {
  const all = deadlinesOf({
    answers: [
      { id: 'a', at: '2026-12-05', status: 'held', text: '2 шт', offer },
      { id: 'b', at: '2026-12-01', status: 'proposed', text: '2 шт', offer },
    ],
    matches: [
      { id: 'c', status: 'delivered', deadline: '2026-12-02', text: '3 шт', offer },
      { id: 'd', status: 'accepted', deadline: '2026-12-01', text: '3 шт', offer },
      { id: 'e', status: 'delivered', deadline: null, text: '3 шт', offer },
    ] as never,
    needs: [
      need('f', { status: 'partly_met' }),
      need('g', { freshUntil: '2026-12-10', can: ['renew'] }),
      need('h', { freshUntil: '2026-12-10' }), // renewed by nobody here
      need('i', { freshUntil: '2026-12-30', can: ['renew'] }), // it ends before
      need('j', { status: 'met' }),
    ] as never,
    reports: [
      { id: 'k', title: 'k', dueAt: '2026-11-30' },
      { id: 'l', title: 'l', dueAt: null },
    ],
  });
  expect(kinds(all)).toEqual(['report k', 'confirm c', 'answer a', 'renew g', 'ends f', 'ends h', 'ends i']);
});

test('a company pays what is still due, says yes where it may, and gives what was agreed', () => {
  const at = (id: string, can: string[], deadline: string | null) => ({
    id,
    can,
    deadline,
    text: '40 шт',
    need: { organization: { shortName: 'Двор' } },
  });
  expect(
    kinds(
      promisedBy({
        transfers: [
          { id: 'paid', due: 0, deadline: '2026-12-01', what: '' },
          { id: 'due', due: 5, deadline: '2026-12-03', what: '' },
        ],
        matches: [
          at('yes', ['accept', 'decline'], '2026-12-02'),
          at('give', ['deliver'], '2026-12-04'),
          at('never', ['deliver'], null),
        ] as never,
      }),
    ),
  ).toEqual(['agree yes', 'pay due', 'give give']);
});
