/** Switches between light and dark. */
import { Moon, Sun } from 'lucide-react';
import { chooseTheme, useTheme } from './theme.ts';
import { Tip } from './tip.tsx';

export function ThemeToggle() {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  const label = `Switch to ${other} theme`;
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        onClick={() => chooseTheme(other)}
        className="grid size-11 place-items-center rounded-full text-soft transition-colors hover:bg-raised hover:text-ink"
      >
        {other === 'dark' ? <Moon size={20} aria-hidden /> : <Sun size={20} aria-hidden />}
      </button>
    </Tip>
  );
}
