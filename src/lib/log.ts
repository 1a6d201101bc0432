/** The log as the rooms of the house know it: a fixed message, its facts as fields, never what a caller said. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  /** The same log with facts that every line of it carries. */
  about(facts: object): Log;
}
