/** A question of a manager, with what is right beside it. */
export interface Asked {
  readonly says: string;
  /** Each as `tool name=value`; several where one breath asks for several. */
  readonly means: readonly string[];
  /** It leans on the question before it in this list. */
  readonly leans?: true;
}

export function ask(says: string, ...means: readonly string[]): Asked {
  return { says, means };
}

export function follow(says: string, ...means: readonly string[]): Asked {
  return { says, means, leans: true };
}
