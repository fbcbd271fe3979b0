/** What the plugin never does: run made-up code, start programs, ask servers from anywhere, need a newer PHP. */
import { type Check, callsIn, functionAround, problem, walk } from './php.ts';

const FORBIDDEN =
  /^(eval|extract|unserialize|create_function|assert|exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec|file_put_contents|fopen|fwrite|curl_\w+|fsockopen|mysqli?_\w+|error_log|var_dump|print_r|debug_backtrace|wp_redirect|parse_str|ini_set|set_time_limit|call_user_func_array)$/;

/** Functions that came after PHP 7.4 and that WordPress does not bring itself. */
const TOO_NEW =
  /^(fdiv|get_debug_type|get_resource_id|preg_last_error_msg|json_validate|mb_str_pad|mb_trim|mb_ucfirst|mb_lcfirst|array_find|array_find_key|array_any|array_all|array_first|array_last|enum_exists|fsync|ctype_\w+_or_null|str_increment|bcceil|iterator_apply_all)$/;

/** The connect code is base64url of JSON: data, never code. */
const MAY_DECODE = ['includes/connection/connect-code.php'];
/** Where other servers are asked. */
const MAY_ASK = /^includes\/(connection|health)\//;

export const dangers: Check = (file) => {
  const wrong: string[] = [];
  walk(file.top, (node) => {
    if (['eval', 'goto'].includes(node.kind)) wrong.push(problem(file, node, `uses ${node.kind}`));
    if (node.kind === 'encapsed' && node.type === 'shell')
      wrong.push(problem(file, node, 'starts a program'));
    if (node.kind === 'include' && !/"__DIR__"|"ABSPATH"/.test(JSON.stringify(node.target)))
      wrong.push(problem(file, node, 'includes a file whose folder is not fixed'));
    if (node.kind === 'include' && /"kind":"variable"/.test(JSON.stringify(node.target)))
      wrong.push(problem(file, node, 'includes a file whose name is not fixed'));
  });
  for (const { name, args, node, above } of callsIn(file.top)) {
    if (FORBIDDEN.test(name)) wrong.push(problem(file, node, `calls ${name}`));
    if (TOO_NEW.test(name)) wrong.push(problem(file, node, `${name} is newer than PHP 7.4`));
    if (name === 'base64_decode' && !MAY_DECODE.includes(file.path))
      wrong.push(problem(file, node, 'calls base64_decode'));
    if (!/^wp_(safe_)?remote_(get|post|head|request)$/.test(name)) continue;
    if (!MAY_ASK.test(file.path))
      wrong.push(problem(file, node, `${name} is called outside of the connection`));
    const settings = args[1]?.kind === 'array' ? args[1] : functionAround(above)?.body;
    if (!/"value":"timeout"/.test(JSON.stringify(settings ?? null)))
      wrong.push(problem(file, node, `${name} has no timeout`));
  }
  return wrong;
};

/** Values reach the database by `prepare` alone. */
export const statements: Check = (file) => {
  const wrong: string[] = [];
  walk(file.top, (node) => {
    const what = node.what as
      | { kind: string; what?: { name?: string }; offset?: { name?: string } }
      | undefined;
    if (node.kind !== 'call' || what?.kind !== 'propertylookup' || what.what?.name !== 'wpdb') return;
    if (!/^(query|get_(results|row|var|col))$/.test(what.offset?.name ?? '')) return;
    const [statement] = node.arguments as { kind: string }[];
    const prepared = /"name":"prepare"/.test(JSON.stringify(statement ?? null));
    if (statement?.kind !== 'string' && !prepared)
      wrong.push(problem(file, node, 'a statement is not prepared'));
  });
  return wrong;
};
