/** The house form: guarded files, one namespace, our prefix on every name that others can see, hooks under functions. */
import {
  type Check,
  calledName,
  callsIn,
  identifier,
  type Node,
  problem,
  type Sources,
  textOf,
} from './php.ts';

/** Functions that give a name to the whole of WordPress, and which argument holds it. */
const NAMING: Record<string, number> = {
  ...Object.fromEntries(
    ['add_option', 'update_option', 'set_transient', 'set_site_transient', 'add_site_option'].map((name) => [
      name,
      0,
    ]),
  ),
  ...Object.fromEntries(
    ['add_post_meta', 'update_post_meta', 'add_user_meta', 'update_user_meta'].map((name) => [name, 1]),
  ),
  ...Object.fromEntries(
    ['apply_filters', 'do_action', 'add_shortcode', 'register_setting', 'setcookie', 'wp_nonce_field'].map(
      (name) => [name, 0],
    ),
  ),
  ...Object.fromEntries(
    ['wp_register_script', 'wp_register_style', 'wp_register_script_module', 'wp_add_dashboard_widget'].map(
      (name) => [name, 0],
    ),
  ),
  ...Object.fromEntries(
    ['check_admin_referer', 'register_rest_route', 'register_block_pattern', 'define'].map((name) => [
      name,
      0,
    ]),
  ),
  add_options_page: 3,
  add_menu_page: 3,
  add_submenu_page: 4,
  wp_schedule_single_event: 1,
  wp_schedule_event: 2,
};
/** These may also name a part of WordPress; what has a source of its own is ours. */
const ENQUEUING = /^wp_enqueue_(script|style|script_module)$/;

/** Filters of WordPress that the plugin asks, as core does. */
const OF_CORE = ['https_local_ssl_verify'];

/** Files that only run on their own, and what guards them instead of ABSPATH. */
const GUARDS: Record<string, string> = { 'uninstall.php': 'WP_UNINSTALL_PLUGIN' };

/** The first statement ends a request that came for the file itself. */
export const guard: Check = (file) => {
  const first = file.top.find(({ kind }) => kind !== 'usegroup');
  const constant = GUARDS[file.path] ?? 'ABSPATH';
  const isGuard = first?.kind === 'if' && JSON.stringify(first.test).includes(`"${constant}"`);
  return isGuard && JSON.stringify(first.body).includes('"exit"')
    ? []
    : [`${file.path}: does not begin with the ${constant} guard`];
};

/** Nothing of the plugin can meet another plugin's name. */
export const names: Check = (file, sources) => {
  const wrong: string[] = [];
  if (file.namespace === undefined) {
    for (const node of file.top)
      if (node.kind === 'function' && !identifier(node).startsWith('parlour_'))
        wrong.push(problem(file, node, `the function ${identifier(node)} has no prefix`));
    if (file.top.some(({ kind }) => kind === 'constantstatement'))
      wrong.push(`${file.path}: has constants without a namespace`);
  } else if (file.namespace !== 'Parlour') wrong.push(`${file.path}: its namespace is ${file.namespace}`);

  for (const { name, args, node } of callsIn(file.top)) {
    const place = ENQUEUING.test(name) && args.length > 1 ? 0 : NAMING[name];
    if (place === undefined) continue;
    const given = textOf(args[place], sources);
    // A name that a function is given is looked at where that function is called.
    if (!/^(_?parlour([_/-]|$)|PARLOUR_)/i.test(given) && !given.startsWith('*') && !OF_CORE.includes(given))
      wrong.push(problem(file, node, `${name} is given the name ${given}, without the prefix`));
  }
  return wrong;
};

/** Each hook at the top stands directly under the function it is about. */
export const hooks: Check = (file, sources) => {
  const wrong: string[] = [];
  let above = '';
  for (const node of file.top) {
    if (node.kind === 'function') above = identifier(node);
    const call = node.expression as Node | undefined;
    if (
      node.kind !== 'expressionstatement' ||
      !/^add_(action|filter|shortcode)$/.test(calledName(call!) ?? '')
    )
      continue;
    const callback = textOf((call!.arguments as Node[])[1], sources).replace(/^Parlour\\/, '');
    if (callback !== above)
      wrong.push(problem(file, node, `${callback} is hooked in under ${above || 'nothing'}`));
  }
  return wrong;
};

/** Which argument is the text domain. */
const DOMAINS: Record<string, number> = {
  __: 1,
  _e: 1,
  esc_html__: 1,
  esc_html_e: 1,
  esc_attr__: 1,
  esc_attr_e: 1,
  _x: 2,
  _ex: 2,
  esc_html_x: 2,
  esc_attr_x: 2,
  _n: 3,
  _nx: 4,
  _n_noop: 2,
  _nx_noop: 3,
};

/** Texts are written out, and belong to the plugin's own translations. */
export const texts: Check = (file) =>
  callsIn(file.top).flatMap(({ name, args, node }) => {
    const place = Object.hasOwn(DOMAINS, name) ? DOMAINS[name]! : undefined;
    if (place === undefined) return [];
    if (args[0]?.kind !== 'string') return [problem(file, node, `the text of ${name} is not written out`)];
    const domain = args[place];
    return domain?.kind === 'string' && domain.value === 'parlour'
      ? []
      : [problem(file, node, `${name} does not name the text domain`)];
  });

/** Names of what is written and stays: options, transients, meta, cookies aside, events. */
export function storedNames(sources: Sources): string[] {
  const storing: Record<string, number> = {
    add_option: 0,
    update_option: 0,
    set_transient: 0,
    set_site_transient: 0,
    update_site_option: 0,
    add_post_meta: 1,
    update_post_meta: 1,
    update_user_meta: 1,
    add_user_meta: 1,
    update_term_meta: 1,
    wp_schedule_single_event: 1,
    wp_schedule_event: 2,
  };
  const found = sources.files.flatMap(({ top }) =>
    callsIn(top)
      .filter(({ name }) => Object.hasOwn(storing, name))
      .map(({ name, args }) => `${name}: ${textOf(args[storing[name]!], sources)}`),
  );
  return [...new Set(found)].sort();
}
