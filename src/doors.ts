/** Every door of a running Luna with its URL: the first line of the log. Pure. */

/** @param url `http://127.0.0.1:8090` */
export function doorsOf(url: string): string {
  const ws = url.replace(/^http/, 'ws');
  const api = `${url}/api`;
  const doors = {
    Page: `${url}/`,
    'Page for managers': `${url}/insights`,
    Calls: `${ws}/ws?scenario=block-card`,
    'Realtime clients': `${ws}/v1/realtime`,
    Insights: `${ws}/voice (speaking), ${ws}/chat (writing)`,
    Scenarios: `${api}/scenarios`,
    Scripts: `${api}/scripts/block-card`,
    Settings: `${api}/config`,
    Figures: `${api}/figures`,
    Records: `${api}/calls`,
    Health: `${url}/healthz, ${url}/readyz`,
    Metrics: `${url}/metrics`,
  };
  return Object.entries(doors)
    .map(([name, where]) => `${name}: ${where}`)
    .join('  ');
}
