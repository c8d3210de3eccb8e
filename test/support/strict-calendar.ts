import ICAL from 'ical.js';

const ONCE = [
  'uid',
  'dtstamp',
  'dtstart',
  'dtend',
  'summary',
  'location',
  'description',
  'url',
  'status',
  'sequence',
  'organizer',
];
const STATUSES = ['TENTATIVE', 'CONFIRMED', 'CANCELLED'];
/** A property as RFC 5545 writes it: name, parameters, value. */
const CONTENT_LINE =
  /^[A-Z0-9-]+(;[A-Z0-9-]+=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*)(,("[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*)*:(\t|[^\p{Cc}])*$/u;

type Component = InstanceType<typeof ICAL.Component>;

/** Whatever RFC 5545 would have otherwise in this calendar: lines, properties, how often each stands there, and time zones. A reader that is strict opens it without a word where this is empty. */
export function complaintsOf(text: string): string[] {
  return [...linesWrong(text), ...componentsWrong(text)];
}

function linesWrong(text: string): string[] {
  const complaints: string[] = [];
  if (!text.endsWith('\r\n')) complaints.push('the last line has no end');
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) complaints.push('a line does not end with CRLF');
  for (const line of text.split('\r\n').slice(0, -1)) {
    if (Buffer.byteLength(line) > 75) complaints.push(`longer than 75 octets: ${line}`);
    if (line === '') complaints.push('an empty line');
    if (/\p{Cs}/u.test(line)) complaints.push(`half a sign: ${line}`);
  }
  for (const line of text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1))
    if (!CONTENT_LINE.test(line)) complaints.push(`no content line: ${line}`);
  return complaints;
}

function componentsWrong(text: string): string[] {
  const complaints: string[] = [];
  const parsed = ICAL.parse(text) as unknown[]; // throws on what it does not understand
  const root = new ICAL.Component(parsed);
  const how = (component: Component, name: string): number => component.getAllProperties(name).length;
  const say = (wrong: boolean, complaint: string): void => void (wrong && complaints.push(complaint));
  say(root.name !== 'vcalendar', 'no VCALENDAR');
  say(how(root, 'version') !== 1 || root.getFirstPropertyValue('version') !== '2.0', 'VERSION is not 2.0, once');
  say(how(root, 'prodid') !== 1, 'PRODID is not there once');
  say(how(root, 'method') > 1 || how(root, 'calscale') > 1, 'METHOD or CALSCALE stands there twice');

  const zones = root.getAllSubcomponents('vtimezone');
  const named = zones.map((zone) => String(zone.getFirstPropertyValue('tzid')));
  say(new Set(named).size !== named.length, 'a time zone is said twice');
  for (const zone of zones) {
    const parts = zone.getAllSubcomponents();
    say(parts.length === 0, 'a time zone without rules');
    for (const part of parts)
      for (const name of ['dtstart', 'tzoffsetfrom', 'tzoffsetto'])
        say(how(part, name) !== 1, `${name} of a time zone is not there once`);
  }

  const events = root.getAllSubcomponents('vevent');
  const ids = events.map((event) => String(event.getFirstPropertyValue('uid')));
  say(new Set(ids).size !== ids.length, 'two events have one UID');
  for (const event of events) {
    for (const name of ['uid', 'dtstamp', 'dtstart'])
      say(how(event, name) !== 1, `${name} of an event is not there once`);
    for (const name of ONCE) say(how(event, name) > 1, `${name} of an event stands there twice`);
    say(how(event, 'dtend') > 0 && how(event, 'duration') > 0, 'an event has both an end and a duration');
    say(!/Z$/.test(String(event.getFirstPropertyValue('dtstamp'))), 'DTSTAMP is not in UTC');
    const status = event.getFirstPropertyValue('status');
    say(status !== null && !STATUSES.includes(String(status)), `no such status: ${String(status)}`);
    for (const name of ['dtstart', 'dtend']) {
      const zone = event.getFirstProperty(name)?.getParameter('tzid');
      say(typeof zone === 'string' && !named.includes(zone), `no time zone ${String(zone)}`);
    }
    const { startDate, endDate } = new ICAL.Event(event);
    say(startDate.compare(endDate) >= 0, 'an event ends before it begins');
  }
  say(JSON.stringify(ICAL.parse(root.toString())) !== JSON.stringify(parsed), 'written again it says something else');
  return complaints;
}
