/** What the settings of a site are made of. */
import { Type } from '@sinclair/typebox';
import { Nullable } from '../http/schema.ts';

export const Text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength });
export const Url = Type.String({ format: 'web-address', maxLength: 2048, pattern: '^https?://' });

/** A secret is written as text (or null to remove it) and read as `{set, hint}`. */
export const SecretIn = Type.Optional(Nullable(Text(4000, 1)));
export const SecretOut = Type.Optional(Type.Object({ set: Type.Boolean(), hint: Type.String() }));
