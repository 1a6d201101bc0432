/** The colours of a chart: names that follow the page's theme, or, for a file, what they stand for on white paper. */

export interface ChartColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  /** Of what stands alone, and then one for each part. */
  readonly parts: readonly string[];
}

const PARTS = 10;
const names = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  line: 'var(--line)',
  surface: 'var(--surface)',
  parts: Array.from({ length: PARTS }, (_, at) => `var(--part-${at + 1})`),
};

/** They change with the theme, and nothing is drawn anew. */
export const THEMED: ChartColours = names;

/** As the light theme has them, whatever the page looks like: a file has no theme. */
export function paperColours(): ChartColours {
  const paper = document.createElement('span');
  paper.className = 'paper';
  paper.hidden = true;
  document.body.append(paper);
  const plain = (name: string): string => {
    paper.style.color = name;
    return getComputedStyle(paper).color;
  };
  const { ink, soft, line, surface, parts } = names;
  const colours = {
    ink: plain(ink),
    soft: plain(soft),
    line: plain(line),
    surface: plain(surface),
    parts: parts.map(plain),
  };
  paper.remove();
  return colours;
}

/** More parts than colours begin again. */
export function colourOf(parts: readonly string[], at: number): string {
  return parts[at % parts.length] ?? 'currentColor';
}
