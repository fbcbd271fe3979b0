/** Which Node will do. An older one would fail somewhere in the middle, in words that help nobody. */
import packageJson from '../package.json' with { type: 'json' };

/** @param version such as `20.19.0`. @returns what to say to whoever started it, or undefined where it will do */
export function oldNode(version: string): string | undefined {
  const wanted = packageJson.engines.node.replace('>=', '');
  if (age(version) >= age(wanted)) return undefined;
  return `Parlour needs Node ${wanted} or newer, and this is ${version}. There is one for every system at https://nodejs.org.`;
}

function age(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
}
