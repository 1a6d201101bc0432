/** What an ended call has cost, from its lines: null where a part of it has no price. In SQL, since the lines are written by others. */
import { type RawBuilder, sql } from 'kysely';

export function costOfCall(callId: string): RawBuilder<number | null> {
  return sql<number | null>`(
    select case when sum(case when usd is null then 1 else 0 end) > 0 then null
      else coalesce(sum(usd), 0) end
    from call_costs where call_id = ${callId})`;
}
