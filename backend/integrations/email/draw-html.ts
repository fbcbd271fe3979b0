/**
 * A mail as HTML: one column of tables with inline styles, as mail programs want it. Nothing is fetched, nothing runs,
 * and every link leads to this Parlour. The dark colours take over where the program says that it is dark.
 */
import { escapeHtml } from '../../pages/html.ts';
import { cssOf, darkStyles, styles } from './look.ts';
import type { Block, Link, Mail, Tone } from './mail.ts';

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

/** After the preview, so that lists of mails don't show what follows it. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);

export function drawHtml(mail: Mail, publicUrl: string): string {
  const { preview, heading, blocks, action, more, reason, badge } = mail;
  return `<!doctype html>
<html lang="${escapeHtml(mail.language)}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(mail.subject)}</title>
<style>${darkStyles}</style>
</head>
<body class="canvas" style="${cssOf('body')}">
<div style="${cssOf('preview')}">${escapeHtml(preview)}${FILLER}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="canvas" style="${cssOf('page')}">
<tr><td align="center" class="around" style="${cssOf('around')}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${cssOf('column')}">
<tr><td class="soft" style="${cssOf('brand')}">Parlour</td></tr>
<tr><td class="card" style="${cssOf('card')}">
${badge ? badgeOf(badge) : ''}<h1 class="ink" dir="auto" style="${cssOf('heading')}">${escapeHtml(heading)}</h1>
${blocks.map(draw).join('\n')}
${action ? button(action, publicUrl) : ''}${more ? moreLink(more, publicUrl) : ''}</td></tr>
<tr><td class="faint" style="${cssOf('footer')}">${escapeHtml(reason)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const badgeOf = ({ tone, word }: { tone: Tone; word: string }) =>
  `<p style="${cssOf('badgeLine')}"><span class="badge-${tone}" style="${styles.badge[tone]}">${escapeHtml(word)}</span></p>\n`;

function draw(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p class="ink" dir="auto" style="${cssOf('text')}">${lines(block.text)}</p>`;
    case 'quote':
      return `<p class="soft" dir="auto" style="${cssOf('who')}">${escapeHtml(block.who)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${cssOf('quoteFrame')}">
<tr><td class="quote ink" dir="auto" style="${cssOf('quote')}">${lines(block.text)}</td></tr></table>`;
    case 'facts': {
      const known = block.facts.filter(([, value]) => value);
      if (known.length === 0) return '';
      const rows = known.map(
        ([
          label,
          value,
        ]) => `<tr><td class="soft label" valign="top" style="${cssOf('label')}">${escapeHtml(label)}</td>
<td class="ink value" valign="top" dir="auto" style="${cssOf('value')}">${lines(value!)}</td></tr>`,
      );
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${cssOf('facts')}">
${rows.join('\n')}</table>`;
    }
    case 'table':
      return figures(block.head, block.rows);
  }
}

function figures(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const cell = (tag: 'td' | 'th', text: string, at: number, look: 'th' | 'td') =>
    `<${tag} class="${look === 'th' ? 'soft' : 'ink'} line" align="${at === 0 ? 'left' : 'right'}" dir="auto" style="${cssOf(look)}${at === 0 ? 'text-align:left;' : 'text-align:right;white-space:nowrap;'}">${escapeHtml(text)}</${tag}>`;
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${cssOf('figures')}">
<tr>${head.map((text, at) => cell('th', text, at, 'th')).join('')}</tr>
${rows.map((row) => `<tr>${row.map((text, at) => cell('td', text, at, 'td')).join('')}</tr>`).join('\n')}</table>`;
}

const button = ({ label, path }: Link, publicUrl: string) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${cssOf('buttonFrame')}"><tr><td class="button" style="${cssOf('buttonCell')}"><a class="button" href="${escapeHtml(publicUrl + path)}" style="${cssOf('button')}">${escapeHtml(label)}</a></td></tr></table>\n`;

const moreLink = ({ label, path }: Link, publicUrl: string) =>
  `<p style="${cssOf('more')}"><a class="link" href="${escapeHtml(publicUrl + path)}" style="${cssOf('link')}">${escapeHtml(label)}</a></p>`;
