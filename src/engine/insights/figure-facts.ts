/** The figures that a tool has told, as far as they are needed to speak of them. Pure. */
export interface FigureFact {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly before?: number | null;
  readonly formula?: string;
  readonly on_target?: boolean | null;
}

export function figuresIn(facts: Readonly<Record<string, unknown>>): readonly FigureFact[] {
  const { figures } = facts as { figures?: unknown };
  return Array.isArray(figures) ? (figures as readonly FigureFact[]) : [];
}
