import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { dangers, statements } from './dangers.ts';
import { guard, hooks, names, storedNames, texts } from './form.ts';
import { output } from './output.ts';
import { type Check, pluginSources, sourcesOf } from './php.ts';
import { handlers, input, permissions } from './requests.ts';

const GUARD = "if ( ! defined( 'ABSPATH' ) ) { exit; }";
const HTML = '/** @return string HTML. */';

/** Each rule with code that breaks it, one after the other, and code that keeps it. */
const RULES: [rule: string, check: Check, bad: string[], good: string[]][] = [
  [
    'escapes what it prints where it prints it',
    output,
    [
      'echo $x;',
      'echo "a{$x}";',
      '?><p><?= $x ?></p><?php',
      'print get_option( "x" );',
      'printf( "<p>%s</p>", $x );',
      "_e( 'Hello', 'parlour' );",
      'function f( $a ) { if ( $a ) { $a = esc_html( $a ); } echo $a; }',
      'function f( $a ) { echo $a; }',
      'function f( $a ) { $b = ""; foreach ( $a as $b ) { echo $b; } }',
      'function f() { $a = "x"; $a .= get_title(); echo $a; }',
      'wp_die( $message );',
      'function row_html( $a ) { return "<p>" . $a; } echo row_html( 1 );',
      `${HTML} function row( $a ) { return "<p>" . $a; }`,
      "function chat( $a ) { return $a['x']; } add_shortcode( 'parlour_x', __NAMESPACE__ . '\\chat' );",
      'echo $x ? esc_html( $x ) : $x;',
      'echo wp_json_encode( $x );',
    ],
    [
      'echo esc_html( $x ), "<p>", absint( $y );',
      "printf( '<a href=\"%s\">%s</a>', esc_url( $x ), esc_html__( 'A', 'parlour' ) );",
      'function f( $a ) { $b = "<b>"; $b .= esc_html( $a ); $b = str_replace( "x", "y", $b ); echo $b; }',
      'function row_html( $a ) { return "<p>" . esc_html( $a ); } echo row_html( $x );',
      'echo wp_json_encode( $x, JSON_HEX_TAG );',
    ],
  ],
  [
    'asks who is there before it acts (promise 25)',
    handlers,
    [
      "function f() { save(); } add_action( 'admin_post_parlour_x', __NAMESPACE__ . '\\f' );",
      "function f() { check_admin_referer( 'x' ); save(); } add_action( 'wp_ajax_parlour_x', __NAMESPACE__ . '\\f' );",
      "function f() { if ( ! current_user_can( 'x' ) ) { wp_die(); } save(); check_admin_referer( 'x' ); } add_action( 'admin_post_parlour_x', __NAMESPACE__ . '\\f' );",
      "add_action( 'admin_post_parlour_x', __NAMESPACE__ . '\\unknown' );",
      "register_rest_route( 'parlour/v1', '/x', array( 'callback' => 'f' ) );",
      "register_rest_route( 'parlour/v1', '/x', array( 'permission_callback' => '__return_true' ) );",
    ],
    [
      "function guard() { if ( ! current_user_can( 'x' ) ) { wp_die(); } check_admin_referer( 'x' ); } function f() { guard(); save(); } add_action( 'admin_post_parlour_x', __NAMESPACE__ . '\\f' );",
    ],
  ],
  [
    'lets nobody into its REST routes without a capability (promise 25)',
    permissions,
    [
      "function may() { return is_user_logged_in(); } $x = array( 'permission_callback' => __NAMESPACE__ . '\\may' );",
    ],
    [
      "function may() { return current_user_can( 'x' ); } $x = array( 'permission_callback' => __NAMESPACE__ . '\\may' );",
    ],
  ],
  [
    'cleans what comes with a request where it reads it',
    input,
    [
      "f( $_GET['x'] );",
      "$a = sanitize_text_field( $_POST['x'] );",
      "$a = wp_unslash( $_POST['x'] );",
      "function f() { $a = wp_unslash( $_POST['x'] ); save( $a ); }",
      'foreach ( $_POST as $a ) { f( $a ); }',
    ],
    [
      "$a = isset( $_GET['x'] ) ? sanitize_key( wp_unslash( $_GET['x'] ) ) : '';",
      "$a = '1' === $_POST['x'];",
      "$a = absint( $_GET['x'] );",
    ],
  ],
  ['guards every file', guard, ['function f() {}'], [GUARD]],
  [
    'puts its prefix before every name that others see',
    names,
    [
      "update_option( 'settings', 1 );",
      "const NAME = 'chat_key'; update_post_meta( 1, NAME, 1 );",
      "wp_enqueue_script( 'chat', 'x.js' );",
      "apply_filters( 'show_chat', 1 );",
      "define( 'CHAT', 1 );",
      'namespace Chat; function f() {}',
    ],
    [
      "const NAME = '_parlour_key'; update_post_meta( 1, NAME, 1 );",
      "wp_enqueue_script( 'clipboard' );",
      "define( 'PARLOUR_CHAT', 1 );",
    ],
  ],
  [
    'hooks functions in directly under them',
    hooks,
    [
      "add_action( 'init', __NAMESPACE__ . '\\f' ); function f() {}",
      "function f() {} function g() {} add_action( 'init', __NAMESPACE__ . '\\f' );",
    ],
    [
      "function f() {} add_action( 'init', __NAMESPACE__ . '\\f' ); add_filter( 'x', __NAMESPACE__ . '\\f' );",
    ],
  ],
  [
    'names the text domain with every text, and writes texts out',
    texts,
    ["__( 'Hello' );", "esc_html_e( 'Hello', 'other' );", "_n( 'a', 'b', 1 );", "__( $x, 'parlour' );"],
    ["__( 'Hello', 'parlour' );", "_n( 'a', 'b', $x, 'parlour' );"],
  ],
  [
    'does nothing dangerous, and needs nothing newer than PHP 7.4',
    dangers,
    [
      'eval( $x );',
      '`ls`;',
      'extract( $x );',
      'unserialize( $x );',
      'base64_decode( $x );',
      'include $x;',
      'wp_redirect( $x );',
      "wp_remote_get( $x, array( 'timeout' => 1 ) );",
      'array_find( $x, $y );',
    ],
    ["require_once __DIR__ . '/x.php';", 'str_contains( $x, $y );'],
  ],
  [
    'prepares its statements',
    statements,
    ['$wpdb->query( "DELETE FROM x WHERE a = $b" );', '$wpdb->get_var( $x );'],
    ["$wpdb->get_var( $wpdb->prepare( 'SELECT %s', $x ) );", "$wpdb->query( 'SELECT 1' );"],
  ],
];

/** What a check says about a file with this code. */
function judge(check: Check, code: string): string[] {
  const bare = code.startsWith('namespace') ? `<?php ${code}` : `<?php namespace Parlour; ${code}`;
  const sources = sourcesOf({ 'includes/x.php': bare });
  return check(sources.files[0]!, sources);
}

describe('the plugin’s PHP', () => {
  const sources = pluginSources();

  it('is all there, and can be read as PHP 7.4', () => {
    expect(sources.files.map(({ path }) => path)).to.include.members(['parlour.php', 'uninstall.php']);
    expect(() => sourcesOf({ 'x.php': '<?php $x?->y;' })).to.throw();
  });

  for (const [rule, check, bad, good] of RULES)
    it(rule, () => {
      for (const code of bad) expect(judge(check, code), code).not.to.deep.equal([]);
      for (const code of good) expect(judge(check, code), code).to.deep.equal([]);
      expect(sources.files.flatMap((file) => check(file, sources))).to.deep.equal([]);
    });

  it('gives each question to another server a time limit', () => {
    const asking = (args: string) =>
      sourcesOf({ 'includes/connection/x.php': `<?php namespace Parlour; wp_remote_get( $x, ${args} );` });
    const judged = (args: string) => dangers(asking(args).files[0]!, asking(args));
    expect(judged("array( 'redirection' => 0 )")).to.have.lengthOf(1);
    expect(judged("array( 'timeout' => 5 )")).to.deep.equal([]);
  });

  it('removes everything that it stores when it is deleted', () => {
    const uninstall = readFileSync('wp-plugin/uninstall.php', 'utf8');
    const stored = storedNames(sources);
    const forgotten = stored.filter((line) => {
      const [by, name = ''] = line.split(': ');
      // All transients with our prefix are removed, however they go on.
      if (by === 'set_transient') return !name.startsWith('parlour_');
      return !uninstall.includes(`'${name}'`);
    });
    expect(stored).to.include('update_option: parlour_settings');
    expect(forgotten).to.deep.equal([]);
  });
});
