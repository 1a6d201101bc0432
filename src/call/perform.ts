/** What the deciders of a call want done, done: each effect by whoever has the hands for it. */
import type { Channel } from '#channels/channel.ts';
import { CallError, REDIAL } from '#lib/call-error.ts';
import type { Answering } from './answering.ts';
import type { CallerAudio } from './caller-audio.ts';
import type { Effect } from './conversation.ts';
import type { End } from './end.ts';
import type { Subject } from './subject.ts';
import type { Timers } from './timers.ts';
import type { ToolDesk } from './tool-desk.ts';
import type { Witness } from './witness.ts';

export interface Hands {
  readonly answering: Answering;
  readonly audio: CallerAudio;
  readonly channel: Channel;
  readonly desk: ToolDesk;
  readonly subject: Subject;
  readonly timers: Timers;
  readonly witness: Witness;
  /** Whoever says nothing is not asked whether they are still there. */
  readonly isPatient: () => boolean;
  readonly fillIn: () => void;
  readonly end: (end: End) => void;
}

export function perform(effect: Effect, hands: Hands): void {
  const { answering, audio, channel, desk, subject, timers, witness } = hands;
  switch (effect.do) {
    case 'send':
      answering.send(effect.event);
      return;
    case 'tell':
      witness.told(effect.event);
      channel.tell(effect.event);
      return;
    case 'run':
      desk.run(effect.callId, effect.tool, effect.input);
      return;
    case 'said':
      desk.said(effect.text, effect.startedAt, effect.answering);
      return;
    case 'timer':
      if (effect.name === 'silence' && hands.isPatient()) return;
      timers.set(effect.name, effect.ms);
      return;
    case 'ignored':
      witness.ignoredInterruption();
      return;
    case 'hand-over':
      subject.handOver({ reason: effect.reason });
      return;
    case 'lost': {
      const lost = new CallError(`given up: ${effect.message}`, REDIAL);
      answering.lost(effect.mishap, lost);
      return;
    }
    case 'suspect':
    case 'trust':
      answering[effect.do]();
      return;
    case 'fill-in':
      hands.fillIn();
      return;
    case 'switch':
      answering.switchOver();
      return;
    case 'give-audio':
      for (const sound of audio.restart())
        answering.send({ type: 'input_audio_buffer.append', audio: sound });
      return;
    case 'problem':
      witness.surprised('provider', new Error(effect.message));
      return;
    case 'end':
      hands.end(effect.ending);
      return;
  }
}
