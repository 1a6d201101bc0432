/** One setting of the environment: what it may be, how that is said to a person, and what it is otherwise. */
import type { z } from 'zod';

export interface Setting<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** For a person whose value was refused. */
  readonly allowed: string;
  /** In the form in which the environment would hold it. */
  readonly otherwise: string;
}

export function setting<Schema extends z.ZodType>(
  schema: Schema,
  allowed: string,
  otherwise: string,
): Setting<Schema> {
  return { schema, allowed, otherwise };
}
