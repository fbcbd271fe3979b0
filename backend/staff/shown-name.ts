/**
 * What visitors may know of a person: the first name, or the whole name where the first word is no name ("Dr. Weber").
 * An account that was given an e-mail address as its name shows none of it, and stands as `ourTeam`.
 */
export function shownName(name: string | null | undefined, ourTeam = 'Our team'): string {
  const whole = name?.trim() ?? '';
  if (!whole || whole.includes('@')) return ourTeam;
  const [first] = whole.split(/\s+/);
  return first!.length > 1 && !first!.endsWith('.') ? first! : whole;
}
