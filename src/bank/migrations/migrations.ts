/** How the bank's tables came to be. Never change a step that has been released: add one. */
import type { Migrations } from '#database/database.ts';
import { cardActivity } from './card-activity.ts';
import { foundations } from './foundations.ts';
import { loans } from './loans.ts';
import { services } from './services.ts';

export const bankMigrations: Migrations = {
  ...foundations,
  ...services,
  ...loans,
  ...cardActivity,
};
