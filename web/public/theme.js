// The chosen theme is set before anything is painted: nobody sees the wrong one flash by.
try {
  const theme = localStorage.getItem('luna.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the device.
  document.documentElement.dataset.theme = '';
}
