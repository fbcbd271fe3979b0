/** The functions of WordPress that take a text to translate, and how their arguments become one. */
/** One place where a text is used. */
export interface Text {
  text: string;
  plural?: string;
  context?: string;
  /** What the code tells translators about it. */
  comment?: string;
  /** Path inside the plugin, with forward slashes. */
  file: string;
  line: number;
}

/** The only text domain of the plugin. Calls for another one are not ours to translate. */
export const DOMAIN = 'parlour';

type Part = 'text' | 'plural' | 'context' | 'domain' | 'other';

const SINGLE: Part[] = ['text', 'domain'];
const IN_CONTEXT: Part[] = ['text', 'context', 'domain'];

/** Name of the function -> what its arguments are. */
const CALLS: Record<string, Part[]> = {
  __: SINGLE,
  _e: SINGLE,
  esc_html__: SINGLE,
  esc_html_e: SINGLE,
  esc_attr__: SINGLE,
  esc_attr_e: SINGLE,
  _x: IN_CONTEXT,
  _ex: IN_CONTEXT,
  esc_html_x: IN_CONTEXT,
  esc_attr_x: IN_CONTEXT,
  _n: ['text', 'plural', 'other', 'domain'],
  _nx: ['text', 'plural', 'other', 'context', 'domain'],
  _n_noop: ['text', 'plural', 'domain'],
  _nx_noop: ['text', 'plural', 'context', 'domain'],
};

/** A call in the code: its arguments are their text, or undefined where they are not a plain string. */
export interface Call {
  name: string;
  args: (string | undefined)[];
  file: string;
  line: number;
}

/** A comment in the code, with the line it ends on. */
export interface Comment {
  text: string;
  endLine: number;
}

/** The text of a call, if it is one of ours. */
export function textOfCall(call: Call, comments: Comment[]): Text | undefined {
  const parts = Object.hasOwn(CALLS, call.name) ? CALLS[call.name] : undefined;
  if (parts === undefined) return undefined;
  const part = (wanted: Part) => call.args[parts.indexOf(wanted)];
  if (part('domain') !== DOMAIN) return undefined;
  const found: Text = {
    text: part('text') ?? '',
    plural: part('plural'),
    context: part('context'),
    comment: commentBefore(call.line, comments),
    file: call.file,
    line: call.line,
  };
  const isWhole = parts.every((name, at) => name === 'other' || call.args[at] !== undefined);
  if (!isWhole || found.text === '') {
    throw new Error(`${call.file}:${call.line}: ${call.name}() needs its texts as plain strings.`);
  }
  return found;
}

/** What the code tells translators right before the line of a call, or on it. */
function commentBefore(line: number, comments: Comment[]): string | undefined {
  const told = comments.find(
    ({ text, endLine }) => /^translators:/i.test(text) && line - endLine <= 1 && line >= endLine,
  );
  return told?.text;
}

/** The words of a comment, without its signs. */
export function wordsOfComment(comment: string): string {
  return comment
    .replace(/^\/\*+|\*+\/$|^\/\/|^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
