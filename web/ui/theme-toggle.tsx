/** Switches between light and dark. */
import { Moon, Sun } from 'lucide-react';
import { IconButton } from './icon-button.tsx';
import { chooseTheme, useTheme } from './theme.ts';

export function ThemeToggle() {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton label={`Switch to ${other} theme`} onClick={() => chooseTheme(other)}>
      {other === 'dark' ? <Moon size={20} aria-hidden /> : <Sun size={20} aria-hidden />}
    </IconButton>
  );
}
