import { Eta } from 'eta';
import type { LetterContent } from './letter.rules.js';

/** Ink and paper of the web in the light; mail programs that turn colours round find both said in the head. */
const LIGHT = {
  paper: '#f4f5f1',
  surface: '#ffffff',
  line: '#d6dcd6',
  ink: '#14211d',
  faint: '#5a6862',
  spruce: '#0c5c4d',
  link: '#0a5a4b',
  onSpruce: '#ffffff',
} as const;
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

// Tables and inline styles, because that is what mail programs agree on. Everything between <%= %> is escaped.
const LAYOUT = `<!doctype html>
<html lang="<%= it.locale %>" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title><%= it.subject %></title>
<style>
@media (prefers-color-scheme: dark) {
  .paper { background: #0f1714 !important; }
  .surface { background: #18221e !important; border-color: #33403a !important; }
  .ink { color: #e9efec !important; }
  .faint { color: #a7b5af !important; }
  .link { color: #8fd0bf !important; }
  .button { background: #1c6b5b !important; }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:<%= it.c.paper %>">
<div style="display:none;max-height:0;overflow:hidden;opacity:0"><%= it.preheader %></div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:<%= it.c.paper %>">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="ink" style="padding:0 4px 12px;<%= it.font %>;font-size:18px;font-weight:700;color:<%= it.c.spruce %>"><%= it.name %></td></tr>
<tr><td class="surface" style="padding:24px;background:<%= it.c.surface %>;border:1px solid <%= it.c.line %>;border-radius:12px">
<h1 class="ink" style="margin:0 0 16px;<%= it.font %>;font-size:20px;line-height:28px;color:<%= it.c.ink %>"><%= it.subject %></h1>
<% it.paragraphs.forEach(function (lines) { %><p class="ink" style="margin:0 0 16px;<%= it.font %>;font-size:16px;line-height:24px;color:<%= it.c.ink %>"><% lines.forEach(function (line, at) { %><% if (at > 0) { %><br><% } %><%= line %><% }) %></p>
<% }) %><% it.pictures.forEach(function (picture) { %><p style="margin:0 0 16px"><img src="cid:<%= picture.cid %>" alt="<%= picture.alt %>" width="240" height="240" style="display:block;width:240px;height:240px;background:#ffffff;border:1px solid <%= it.c.line %>;border-radius:8px"></p>
<% }) %><% it.sections.forEach(function (section) { %><h2 class="ink" style="margin:20px 0 8px;<%= it.font %>;font-size:16px;line-height:24px;color:<%= it.c.ink %>"><%= section.title %></h2>
<% section.items.forEach(function (item) { %><p class="ink" style="margin:0 0 8px;<%= it.font %>;font-size:15px;line-height:22px;color:<%= it.c.ink %>"><% if (item.url) { %><a class="link" href="<%= item.url %>" style="color:<%= it.c.link %>"><%= item.text %></a><% } else { %><%= item.text %><% } %></p>
<% }) %><% }) %><% if (it.action) { %><table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 0"><tr><td class="button" bgcolor="<%= it.c.spruce %>" style="background:<%= it.c.spruce %>;border-radius:8px"><a href="<%= it.action.url %>" style="display:inline-block;padding:12px 22px;<%= it.font %>;font-size:16px;line-height:24px;font-weight:600;color:<%= it.c.onSpruce %>;text-decoration:none"><%= it.action.label %></a></td></tr></table>
<% } %></td></tr>
<tr><td class="faint" style="padding:16px 4px;<%= it.font %>;font-size:13px;line-height:20px;color:<%= it.c.faint %>"><%= it.footer.why %><br>
<a class="link" href="<%= it.footer.settings.url %>" style="color:<%= it.c.link %>"><%= it.footer.settings.label %></a><% if (it.footer.unsubscribe) { %> · <a class="link" href="<%= it.footer.unsubscribe.url %>" style="color:<%= it.c.link %>"><%= it.footer.unsubscribe.label %></a><% } %></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

const eta = new Eta({ autoEscape: true, autoTrim: false, cache: true });
eta.loadTemplate('@letter', LAYOUT);

/** The HTML of a mail. Every text is escaped; line breaks within a paragraph stay. */
export function htmlLetter(content: LetterContent): string {
  return eta.render('@letter', {
    ...content,
    paragraphs: content.paragraphs.map((text) => text.split('\n')),
    c: LIGHT,
    font: FONT,
    name: content.locale === 'ru' ? 'Лепта' : 'Lepta',
  });
}
