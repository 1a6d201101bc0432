/** One phrase for what is going on in the call. */
import type { CallState } from './call-state.ts';

export type Activity =
  | 'greeting'
  | 'your-turn'
  | 'speaking'
  | 'hearing'
  | 'working'
  | 'thinking'
  | 'listening';

export function activityOf({ callerSpeaks, sounding, thinking, lines, turn }: CallState): Activity {
  if (callerSpeaks) return 'hearing';
  if (sounding !== undefined) return 'speaking';
  if (lines.some((line) => line.who === 'tool' && line.outcome.state === 'running'))
    return 'working';
  if (turn !== undefined) return 'your-turn';
  if (lines.length === 0) return 'greeting';
  return thinking ? 'thinking' : 'listening';
}

export function phraseFor(activity: Activity, assistant: string): string {
  switch (activity) {
    case 'greeting':
      return `${assistant} is picking up`;
    case 'your-turn':
      return 'Your turn';
    case 'speaking':
      return `${assistant} is speaking`;
    case 'hearing':
      return 'You are speaking';
    case 'working':
      return `${assistant} is looking into it`;
    case 'thinking':
      return `${assistant} is thinking`;
    case 'listening':
      return `${assistant} is listening`;
  }
}
