/** Light or dark: as the device prefers, until somebody chooses; the choice stays on this device. */
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

/** `theme.js` reads it before the first paint. */
const KEY = 'luna.theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Theme | undefined {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    subscribe,
    () => chosen() ?? (prefersDark.matches ? 'dark' : 'light'),
  );
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  prefersDark.addEventListener('change', onChange);
  return () => {
    listeners.delete(onChange);
    prefersDark.removeEventListener('change', onChange);
  };
}
