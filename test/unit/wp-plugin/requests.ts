/** Whoever acts is asked who they are first, and what comes with a request is cleaned before it is used. */
import {
  type Check,
  calledName,
  callsIn,
  functionAround,
  type Node,
  problem,
  type Sources,
  textOf,
  walk,
} from './php.ts';

/** Answers strangers too, without a nonce: it only reads, and pages from a cache hold no fresh nonce. */
const READ_ONLY = ['answer_identity'];
/** What a handler may call before it knows who is there. */
const HARMLESS = /^(wp_die|esc_html__|absint|sanitize_\w+|wp_unslash|__|array|isset)$/;
/** WordPress's cleaners and ours; of plain_path and save_placement, the docblocks say that they clean what they take. */
const CLEANING =
  /^(sanitize_\w+|clean_\w+|absint|intval|esc_url_raw|wp_verify_nonce|save_placement|plain_path)$/;
const GLOBALS = /^_(GET|POST|REQUEST|COOKIE|SERVER|FILES)$/;

/** Each admin_post_, wp_ajax_ and REST handler asks for a capability, and the first two for a nonce, before all else. */
export const handlers: Check = (file, sources) =>
  callsIn(file.top).flatMap(({ name, args, node }) => {
    if (name === 'register_rest_route') return restRoute(args).map((words) => problem(file, node, words));
    const hook = name === 'add_action' ? textOf(args[0], sources) : '';
    if (!/^(admin_post|wp_ajax)_/.test(hook)) return [];
    const handler = textOf(args[1], sources).replace(/^.*\\/, '');
    if (READ_ONLY.includes(handler)) return [];
    const missing = firstAsks(sources.functions.get(handler), sources);
    return missing.map((words) => problem(file, node, `${handler} ${words}`));
  });

/** What a handler leaves out before it does anything. */
function firstAsks(fn: Node | undefined, sources: Sources): string[] {
  if (!fn) return ['is not known'];
  const asked = new Set<string>();
  for (const { name } of callsIn(fn.body)) {
    for (const what of asksOf(name, sources, 0)) asked.add(what);
    if (asked.has('capability') && asked.has('nonce')) return [];
    if (asksOf(name, sources, 0).length === 0 && !HARMLESS.test(name))
      return [`calls ${name} before it asked for ${asked.has('capability') ? 'a nonce' : 'a capability'}`];
  }
  return ['does not ask for both a capability and a nonce'];
}

/** What calling a function asks for, looking into our own. */
function asksOf(name: string, sources: Sources, depth: number): string[] {
  if (name === 'current_user_can') return ['capability'];
  if (/^(check_admin_referer|check_ajax_referer)$/.test(name)) return ['nonce'];
  const own = sources.functions.get(name);
  return own && depth < 3 ? callsIn(own.body).flatMap((call) => asksOf(call.name, sources, depth + 1)) : [];
}

function restRoute(args: Node[]): string[] {
  const text = JSON.stringify(args[2] ?? {});
  if (!text.includes('"permission_callback"')) return ['the route has no permission_callback'];
  return text.includes('__return_true') ? ['the route lets everybody in'] : [];
}

/** A REST route's permission callback asks for a capability. */
export const permissions: Check = (file, sources) => {
  const wrong: string[] = [];
  walk(file.top, (node) => {
    if (node.kind !== 'entry' || (node.key as Node | null)?.value !== 'permission_callback') return;
    const name = textOf(node.value as Node, sources).replace(/^.*\\/, '');
    if (!asksOf(name, sources, 0).includes('capability'))
      wrong.push(problem(file, node, `${name} does not ask for a capability`));
  });
  return wrong;
};

/** Superglobals are unslashed and cleaned where they are read, or only looked at. */
export const input: Check = (file) => {
  const wrong: string[] = [];
  walk(file.top, (node, above) => {
    if (node.kind !== 'variable' || !GLOBALS.test(String(node.name))) return;
    if (isOnlyLookedAt(above)) return;
    const around = above.map((one) => calledName(one)).filter((name) => name !== undefined);
    const numeric = around.some((name) => name === 'absint' || name === 'intval');
    const cleaned = around.some((name) => CLEANING.test(name)) || isCleanedLater(above);
    if (!numeric && (!around.includes('wp_unslash') || !cleaned))
      wrong.push(problem(file, node, `$${node.name} is used without wp_unslash and cleaning`));
  });
  return wrong;
};

/** Inside isset, a question about its type, or a comparison with a fixed text. */
function isOnlyLookedAt(above: Node[]): boolean {
  const [lookup, around] = above;
  if (lookup?.kind !== 'offsetlookup' || !around) return false;
  if (['isset', 'empty'].includes(around.kind) || /^is_\w+$/.test(calledName(around) ?? '')) return true;
  const sides = [around.left, around.right] as (Node | undefined)[];
  return (
    around.kind === 'bin' &&
    /^[!=]==$/.test(String(around.type)) &&
    sides.some((side) => side?.kind === 'string')
  );
}

/** Given to a variable that the same function only passes on to what cleans it. */
function isCleanedLater(above: Node[]): boolean {
  const assigned = above.find(({ kind }) => kind === 'assign')?.left as Node | undefined;
  const fn = functionAround(above);
  if (assigned?.kind !== 'variable' || !fn) return false;
  let clean = true;
  walk(fn.body, (node, around) => {
    if (node.kind !== 'variable' || node.name !== assigned.name || around[0]?.left === node) return;
    const calls = around.map((one) => calledName(one)).filter((name) => name !== undefined);
    clean &&= calls.some((name) => CLEANING.test(name) || /^is_\w+$/.test(name));
  });
  return clean;
}
