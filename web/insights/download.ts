/** A drawing as a file: SVG to edit, PNG to paste, CSV to count on. */
import type { ChartDrawing, Drawing } from '#protocol/drawing.ts';
import { csvOf } from './csv.ts';

/** Sharp on a screen of today. */
const PNG_SCALE = 2;
const REVOKE_MS = 10_000;

export function downloadCsv(drawing: Drawing): void {
  // With its mark a spreadsheet knows that this is UTF-8.
  const blob = new Blob(['\u{FEFF}', csvOf(drawing)], { type: 'text/csv;charset=utf-8' });
  hand(blob, fileName(drawing, 'csv'));
}

export async function downloadSvg(drawing: ChartDrawing): Promise<void> {
  const { sheetOf } = await import('./sheet.ts');
  const { svg } = sheetOf(drawing);
  hand(new Blob([svg], { type: 'image/svg+xml' }), fileName(drawing, 'svg'));
}

/** @throws Error where this browser cannot paint an SVG. */
export async function downloadPng(drawing: ChartDrawing): Promise<void> {
  const { sheetOf } = await import('./sheet.ts');
  const { svg, width, height } = sheetOf(drawing);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  const painter = canvas.getContext('2d');
  if (painter === null) throw new Error('this browser paints nothing');
  painter.scale(PNG_SCALE, PNG_SCALE);
  painter.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('this browser makes no PNG');
  hand(blob, fileName(drawing, 'png'));
}

function hand(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}

function fileName({ title }: Drawing, ending: string): string {
  const words = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `${words.replaceAll(/^-|-$/g, '').slice(0, 80)}.${ending}`;
}
