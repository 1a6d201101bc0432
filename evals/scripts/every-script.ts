/** Every simulated caller, scenario by scenario. */
import type { Part } from '../caller/script.ts';
import { blockCard } from './block-card.ts';

export const PARTS: readonly Part[] = [blockCard];
