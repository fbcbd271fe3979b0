/**
 * What is printed is escaped where it is printed. Functions of our own whose name ends in `_html`, or whose docblock
 * returns HTML, may be printed as they are; then what they return is looked at in the same way.
 */
import {
  type Check,
  calledName,
  functionAround,
  identifier,
  type Node,
  type PhpFile,
  problem,
  returnsOf,
  type Sources,
  walk,
} from './php.ts';

/** Functions whose answer can stand in HTML. */
const SAFE =
  /^(esc_(html|attr|url|textarea|xml)(__|_x)?|wp_kses(_post|_data)?|absint|intval|number_format_i18n|sanitize_html_class|sanitize_key|wp_get_inline_script_tag|wp_get_script_tag|wp_nonce_field|size_format|count|get_block_wrapper_attributes|checked|selected|disabled)$/;
/** Functions that only put together what they are given. */
const JOINING = /^(sprintf|vsprintf|implode|join|trim|wp_sprintf|str_repeat|str_replace)$/;
/** Functions that print what they are given. */
const PRINTING = /^(printf|vprintf|wp_die|_e|_ex|print_r|var_dump)$/;

export const output: Check = (file, sources) => {
  const wrong: string[] = [];
  const look = (node: Node, above: Node[], what: string) => {
    if (!isSafe(node, { fn: functionAround(above), building: [] }, sources))
      wrong.push(problem(file, node, `${what} is not escaped`));
  };
  walk(file.top, (node, above) => {
    if (node.kind === 'echo')
      for (const one of node.expressions as Node[]) look(one, above, 'what echo prints');
    if (node.kind === 'print') look(node.expression as Node, above, 'what print prints');
    const name = calledName(node);
    if (!name || !PRINTING.test(name)) return;
    if (name.startsWith('_') || name === 'print_r' || name === 'var_dump')
      wrong.push(problem(file, node, `${name} prints without escaping`));
    else for (const one of node.arguments as Node[]) look(one, above, `what ${name} prints`);
  });
  for (const fn of htmlFunctions(file, sources))
    for (const answer of returnsOf(fn))
      if (!isSafe(answer, { fn, building: [] }, sources))
        wrong.push(problem(file, answer, `${identifier(fn)} returns HTML that is not escaped`));
  return wrong;
};

/** The file's functions that return HTML: by name, by docblock, or because WordPress prints their answer. */
function htmlFunctions(file: PhpFile, sources: Sources): Node[] {
  const printed = printedByWordPress(sources);
  return file.top.filter(
    (node) => node.kind === 'function' && (returnsHtml(node) || printed.has(identifier(node))),
  );
}

const printedIn = new WeakMap<Sources, Set<string>>();

/** Functions behind shortcodes and blocks. */
function printedByWordPress(sources: Sources): Set<string> {
  const known = printedIn.get(sources);
  if (known) return known;
  const found = new Set<string>();
  for (const { top } of sources.files)
    walk(top, (node) => {
      if (calledName(node) === 'add_shortcode') found.add(nameInCallback((node.arguments as Node[])[1]));
      if (node.kind === 'entry' && (node.key as Node | null)?.value === 'render_callback')
        found.add(nameInCallback(node.value as Node));
    });
  printedIn.set(sources, found);
  return found;
}

function nameInCallback(node: Node | undefined): string {
  return node?.kind === 'bin' ? String((node.right as Node).value).replace(/^\\/, '') : '';
}

function returnsHtml(fn: Node): boolean {
  const docblock = fn.leadingComments?.at(-1)?.value ?? '';
  return identifier(fn).endsWith('_html') || /@return string HTML/.test(docblock);
}

interface Scope {
  /** The function around, if any. */
  fn: Node | undefined;
  /** Variables that are being looked at: what is added to one may hold what was there before. */
  building: string[];
}

/** Whether an expression can stand in HTML as it is, inside this function. */
function isSafe(node: Node | null | undefined, scope: Scope, sources: Sources): boolean {
  const safe = (one: unknown) => isSafe(one as Node | null, scope, sources);
  switch (node?.kind) {
    case undefined:
    case 'string':
    case 'number':
    case 'nullkeyword':
    case 'boolean':
    case 'nowdoc':
      return true;
    case 'bin':
      return node.type === '.' || node.type === '??' ? safe(node.left) && safe(node.right) : false;
    case 'retif':
      return safe(node.trueExpr ?? node.test) && safe(node.falseExpr);
    case 'encapsed':
      return (node.value as Node[]).every((part) => safe(part.expression));
    case 'array':
      return (node.items as Node[]).every((item) => safe(item.value ?? item));
    case 'entry':
      return safe(node.value);
    case 'cast':
      return node.type === 'int' || node.type === 'float';
    case 'name':
      return (
        /^\\?PHP_EOL$/.test(String(node.name)) || safe(sources.constants.get(String(node.name)) ?? UNKNOWN)
      );
    case 'variable':
      return isBuiltSafely(String(node.name), scope, sources);
    case 'call':
      return isSafeCall(node, safe, sources);
    default:
      return false;
  }
}

const UNKNOWN = { kind: 'unknown', loc: { start: { line: 0 } } };

function isSafeCall(node: Node, safe: (one: unknown) => boolean, sources: Sources): boolean {
  const name = calledName(node);
  const args = node.arguments as Node[];
  if (!name) return false;
  if (name === 'array_map') return args[0]?.kind === 'string' && SAFE.test(String(args[0].value));
  // Angle brackets are written as escapes by these flags, so it cannot end the script it stands in.
  if (name === 'wp_json_encode') return /JSON_HEX_TAG/.test(JSON.stringify(args[1] ?? ''));
  const own = sources.functions.get(name);
  return (
    SAFE.test(name) || (JOINING.test(name) && args.every(safe)) || (own !== undefined && returnsHtml(own))
  );
}

/** Whether a local variable is only ever given what is safe. */
function isBuiltSafely(name: string, { fn, building }: Scope, sources: Sources): boolean {
  if (building.includes(name)) return true;
  const given: Node[] = [];
  walk(fn?.body, (node) => {
    const left = node.left as Node | undefined;
    if (node.kind === 'assign' && left?.kind === 'variable' && left.name === name)
      given.push(node.right as Node);
    const filled =
      node.kind === 'foreach' ? [node.key, node.value] : node.kind === 'global' ? [node.items] : [];
    if (filled.flat().some((target) => (target as Node | null)?.name === name)) given.push(UNKNOWN);
  });
  const scope = { fn, building: [...building, name] };
  return given.length > 0 && !isGiven(name, fn) && given.every((one) => isSafe(one, scope, sources));
}

/** Whether a function is handed this variable, so that it may hold anything at first. */
function isGiven(name: string, fn: Node | undefined): boolean {
  return ((fn?.arguments as Node[] | undefined) ?? []).some((parameter) => identifier(parameter) === name);
}
