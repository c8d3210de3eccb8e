import { whySignIn } from './why-sign-in.js';

test.each([
  [{}, null],
  [{ next: '/' }, null],
  [{ next: '/places/zeya#follow', why: 'follow' }, 'follow'],
  [{ next: '/shifts/1#sign-up', why: 'shift' }, 'shift'],
  [{ next: '/offer' }, 'offer'],
  [{ next: '/offers/1' }, 'back'],
  [{ next: '/invitation#abc' }, 'invitation'],
  [{ next: '/confirm-email-change#abc' }, 'address'],
  [{ next: '/matches/1' }, 'match'],
  [{ next: '/desk' }, 'desk'],
  [{ next: '/desk/1/reports?status=draft' }, 'desk'],
  [{ next: '/me/security' }, 'own'],
  [{ next: '/messages' }, 'back'],
  [{ next: '/places/zeya' }, 'back'],
])('%j: %s', (search, why) => expect(whySignIn(search)).toBe(why));
