/** Puts still WebP pictures one after the other into an animated one: the container only, nothing is encoded again. */

export interface Frame {
  /** A still, lossy WebP without transparency. */
  readonly webp: Buffer;
  readonly lastsMs: number;
}

const RIFF_HEADER_BYTES = 12;
const HAS_ANIMATION = 0x02;
const DO_NOT_BLEND = 0x02;

/** https://developers.google.com/speed/webp/docs/riff_container */
export function animatedWebp(
  frames: readonly Frame[],
  { width, height }: { readonly width: number; readonly height: number },
): Buffer {
  const canvas = Buffer.alloc(10);
  canvas.writeUInt8(HAS_ANIMATION, 0);
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  // White behind everything; 0 rounds: for ever.
  const loop = Buffer.from([255, 255, 255, 255, 0, 0]);
  const body = [
    Buffer.from('WEBP'),
    chunk('VP8X', canvas),
    chunk('ANIM', loop),
    ...frames.map((frame) => chunk('ANMF', picture(frame, width, height))),
  ];
  return chunk('RIFF', Buffer.concat(body));
}

function picture({ webp, lastsMs }: Frame, width: number, height: number): Buffer {
  const header = Buffer.alloc(16);
  header.writeUIntLE(width - 1, 6, 3);
  header.writeUIntLE(height - 1, 9, 3);
  header.writeUIntLE(Math.round(lastsMs), 12, 3);
  header.writeUInt8(DO_NOT_BLEND, 15);
  return Buffer.concat([header, chunk('VP8 ', bitstreamOf(webp))]);
}

/** @throws where the picture is not a lossy WebP. */
function bitstreamOf(webp: Buffer): Buffer {
  for (let at = RIFF_HEADER_BYTES; at < webp.length;) {
    const size = webp.readUInt32LE(at + 4);
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return webp.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new Error('this WebP holds no lossy picture');
}

function chunk(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8, name, 'latin1');
  header.writeUInt32LE(content.length, 4);
  // Chunks begin at even places.
  return Buffer.concat([header, content, Buffer.alloc(content.length % 2)]);
}
