/** The page's first line of code: the theme, then React. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyStoredTheme } from './ui/theme.ts';

applyStoredTheme();
const page = document.querySelector('#page');
if (page === null) throw new Error('index.html has no #page');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
