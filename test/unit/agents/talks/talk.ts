/** A visitor's lines, what the team must then know, and what the guided agent must have answered, in this order. */
export type Talk = [lines: string[], lead: Record<string, string>, says?: (string | RegExp)[]];
