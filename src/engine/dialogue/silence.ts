/** Nobody speaks: she asks once, then again, then offers a person, then ends the call politely. Pure. */
import { ended, offerPerson } from './results.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { pick, WORDING } from './wording.ts';

/** Silences of somebody who has asked for a moment that are not spoken into. */
const PATIENCE = 2;

export function silent(turn: Turn): Turn {
  const { silences, asked, question, waiting, ended: over } = turn.state;
  if (over) return turn;
  const counted = set(turn, { silences: silences + 1 });
  if (waiting) {
    if (silences < PATIENCE) return counted;
    return set(say(counted, WORDING.afterWait), { silences: 0, waiting: false });
  }
  if (silences < WORDING.stillThere.length) {
    const prompted = say(counted, pick(WORDING.stillThere, silences));
    return silences === 0 && question !== '' ? ask(prompted, asked, question) : prompted;
  }
  if (silences === WORDING.stillThere.length && asked.for !== 'person') {
    const offered = offerPerson(counted);
    if (offered.state.asked.for === 'person') return offered;
  }
  return ended(say(counted, WORDING.hangingUp));
}
