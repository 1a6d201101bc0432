/** The door of `engine/`: the embedded speech engine, which needs no key and no network. */
export type { Flow } from './flow.ts';
export type { Phrasebook } from './recognizer.ts';
