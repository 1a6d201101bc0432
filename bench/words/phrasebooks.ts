/** The phrases of all ten scenarios: what may be said in a call without a scenario. */
import { agents } from '#agents/registry.ts';
import { joinPhrasebooks } from '#engine/language/languages.ts';
import type { Phrasebook } from '#engine/recognizer.ts';

export const ALL_PHRASES: Phrasebook = joinPhrasebooks(agents.map(({ phrasebook }) => phrasebook));
