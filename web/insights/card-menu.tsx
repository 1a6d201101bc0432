/** Everything else that can be done with a card. */
import {
  ArrowDownToLine,
  ArrowLeft,
  ArrowRight,
  Ellipsis,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Drawing } from '#protocol/drawing.ts';
import { downloadCsv, downloadPng, downloadSvg } from './download.ts';

interface CardMenuProps {
  title: string;
  drawing: Drawing | undefined;
  onMove: ((by: -1 | 1) => void) | undefined;
  onRemove: () => void;
  onTrouble: (text: string) => void;
}

export function CardMenu({ title, drawing, onMove, onRemove, onTrouble }: CardMenuProps) {
  const save = (saving: Promise<void>): void => {
    saving.catch(() => onTrouble('This browser could not make the file.'));
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={`More about ${title}`}
        className="grid size-9 shrink-0 place-items-center rounded-full text-soft transition-colors hover:bg-raised hover:text-ink data-[state=open]:bg-raised"
      >
        <Ellipsis size={18} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-40 min-w-52 animate-appear rounded-control border border-line bg-surface p-1 shadow-float"
        >
          {drawing?.type === 'chart' && (
            <>
              <Item Icon={ArrowDownToLine} onSelect={() => save(downloadSvg(drawing))}>
                Download as SVG
              </Item>
              <Item Icon={ArrowDownToLine} onSelect={() => save(downloadPng(drawing))}>
                Download as PNG
              </Item>
            </>
          )}
          {drawing !== undefined && (
            <Item Icon={ArrowDownToLine} onSelect={() => downloadCsv(drawing)}>
              Download as CSV
            </Item>
          )}
          <DropdownMenu.Separator className="m-1 h-px bg-line" />
          {onMove && (
            <>
              <Item Icon={ArrowLeft} onSelect={() => onMove(-1)}>
                Move earlier
              </Item>
              <Item Icon={ArrowRight} onSelect={() => onMove(1)}>
                Move later
              </Item>
            </>
          )}
          <Item Icon={Trash2} onSelect={onRemove}>
            Take off the board
          </Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  Icon: LucideIcon;
  onSelect: () => void;
  children: string;
}

function Item({ Icon, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm outline-none select-none data-highlighted:bg-accent-wash"
    >
      <Icon size={16} aria-hidden className="text-soft" />
      {children}
    </DropdownMenu.Item>
  );
}
