/** The way from Luna to a person: the call travels from one to the other, and arrives. */
import { Headset } from 'lucide-react';
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { useCall } from './use-call.ts';

export function Transfer({ assistant }: { assistant: string }) {
  const { colleague } = useCall();
  if (colleague === 'none') return null;
  const here = colleague === 'here';
  return (
    <div className="flex animate-rise flex-col items-center gap-3">
      <div aria-hidden className="flex items-center gap-3">
        <span
          className={`grid size-14 place-items-center rounded-full bg-accent-wash text-accent transition-opacity duration-500 ${here ? 'opacity-40' : ''}`}
        >
          <MoonMark className="size-8" />
        </span>
        <span className="relative h-1 w-24 overflow-hidden rounded-full bg-line sm:w-36">
          <span
            className={`absolute inset-y-0 rounded-full bg-good ${here ? 'inset-x-0' : 'w-1/3 animate-travel'}`}
          />
        </span>
        <span
          className={`grid size-14 place-items-center rounded-full transition-colors duration-500 ${here ? 'bg-good-wash text-good' : 'bg-raised text-soft'}`}
        >
          <Headset size={28} />
        </span>
      </div>
      <p className="text-sm font-medium">
        {here ? 'A specialist is with you' : `${assistant} is passing your call on`}
      </p>
    </div>
  );
}
