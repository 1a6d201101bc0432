/** How sure the bank is of who is calling. */
import { Shield, ShieldCheck } from 'lucide-react';
import type { IdentityLevel } from '#protocol/luna-events.ts';
import { useCall } from './use-call.ts';

const WORDS: Readonly<Record<IdentityLevel, string>> = {
  unknown: 'Not identified yet',
  recognised: 'Number recognised',
  verified: 'Identity verified',
};

export function IdentityMark() {
  const { identity } = useCall();
  const verified = identity === 'verified';
  const Icon = verified ? ShieldCheck : Shield;
  return (
    <p
      className={`flex items-center gap-1.5 rounded-full px-3 py-1 text-sm font-medium transition-colors ${verified ? 'bg-good-wash text-good' : 'bg-raised text-soft'}`}
    >
      <Icon size={16} aria-hidden /> {WORDS[identity]}
    </p>
  );
}
