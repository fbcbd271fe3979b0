/**
 * What a row of n8n's Postgres Chat Memory says. LangChain writes it: `{type, content, ...}`, in older versions
 * `{type, data: {content}}`; the content is text or a list of parts.
 */
import type { IngestMessage } from './schema.ts';

const ROLES: Record<string, IngestMessage['role']> = { human: 'visitor', ai: 'assistant' };
const TEXT_MAX = 50_000;

/** null for what is not said by either side: system prompts, tool calls and their results. */
export function readMemoryMessage(stored: unknown): Pick<IngestMessage, 'role' | 'text'> | null {
  if (!isRecord(stored)) return null;
  const role = ROLES[String(stored.type)];
  if (!role) return null;
  const content = stored.content ?? (isRecord(stored.data) ? stored.data.content : undefined);
  const text = role === 'assistant' ? outputOf(textOf(content)) : textOf(content);
  // PostgreSQL's jsonb may hold halves of a surrogate pair that its text refuses.
  const clean = text.replaceAll('\0', '').toWellFormed().trim().slice(0, TEXT_MAX);
  return clean ? { role, text: clean } : null;
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part) =>
      typeof part === 'string' ? part : isRecord(part) && typeof part.text === 'string' ? part.text : '',
    )
    .join('');
}

/** An agent with a structured output writes JSON into its memory; the visitor saw its text. */
function outputOf(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    const said = isRecord(parsed) && (parsed.output ?? parsed.text ?? parsed.message);
    return typeof said === 'string' ? said : text;
  } catch {
    return text;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
