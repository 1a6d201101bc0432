/** How a call came to its end. */
export interface End {
  readonly reason: 'caller' | 'assistant' | 'escalated' | 'error';
  /** For the caller's page. */
  readonly text: string;
}
