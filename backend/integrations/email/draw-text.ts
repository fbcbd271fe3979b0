/** A mail as plain text: the same words in the same order. */
import type { Block, Mail } from './mail.ts';

export function drawText({ badge, heading, blocks, action, more, reason }: Mail, publicUrl: string): string {
  const parts = [
    badge ? `${badge.word}\n${heading}` : heading,
    ...blocks.map(draw),
    ...[action, more].map((link) => link && `${link.label}:\n${publicUrl}${link.path}`),
    `--\n${reason}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function draw(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return `${block.who}:\n${block.text.replace(/^/gm, '> ')}`;
    case 'facts':
      return block.facts.flatMap(([label, value]) => (value ? `${label}: ${value}` : [])).join('\n');
    case 'table': {
      const [, ...columns] = block.head;
      return block.rows
        .map(
          ([name, ...values]) =>
            `${name} – ${values.map((value, at) => `${columns[at]}: ${value}`).join(', ')}`,
        )
        .join('\n');
    }
  }
}
