/** A word of explanation for whoever points at something or comes to it by keyboard. */
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

export function Tip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-10 max-w-72 animate-rise rounded-control bg-ink px-3 py-2 text-sm text-canvas shadow-card"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
