/** PCM16 (signed 16-bit little-endian samples) to base64 and back, on Node and in a browser, without Buffer. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NOT_BASE64 = 255;
const PADDING = 61;
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const VALUES = new Uint8Array(256).fill(NOT_BASE64);
for (const [value, code] of CODES.entries()) VALUES[code] = value;

// Every machine Luna runs on is little-endian, but a wrong guess would be noise in the caller's ear.
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** String.fromCharCode takes its codes as arguments; more than this may overflow the stack. */
const CODES_AT_ONCE = 8192;

export type DecodedPcm16 =
  | { readonly ok: true; readonly samples: Int16Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: 'not-base64' | 'odd-bytes' };

export function encodePcm16(samples: Int16Array): string {
  return encodeBase64(bytesOf(samples));
}

/** Any base64 with or without its padding. Half a sample at the end (an odd byte count) is refused. */
export function decodePcm16(text: string): DecodedPcm16 {
  const bytes = decodeBase64(text);
  if (bytes === undefined) return { ok: false, why: 'not-base64' };
  if (bytes.length % 2 === 1) return { ok: false, why: 'odd-bytes' };
  return { ok: true, samples: samplesOf(bytes) };
}

/** The samples as little-endian bytes; a view where it can be, so do not write into it. */
export function bytesOf(samples: Int16Array): Uint8Array {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  return LITTLE_ENDIAN ? bytes : swapped(bytes);
}

/** Little-endian bytes, an even number, as samples of their own. */
export function samplesOf(bytes: Uint8Array): Int16Array<ArrayBuffer> {
  // Not slice(): that of a Buffer copies nothing.
  const own = LITTLE_ENDIAN ? new Uint8Array(bytes) : swapped(bytes);
  return new Int16Array(own.buffer, 0, own.length >> 1);
}

function swapped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const other = new Uint8Array(bytes.length);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    other[i] = bytes[i + 1] ?? 0;
    other[i + 1] = bytes[i] ?? 0;
  }
  return other;
}

export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(4 * Math.ceil(bytes.length / 3));
  let to = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const three =
      ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    codes[to++] = CODES[three >> 18] ?? 0;
    codes[to++] = CODES[(three >> 12) & 63] ?? 0;
    codes[to++] = CODES[(three >> 6) & 63] ?? 0;
    codes[to++] = CODES[three & 63] ?? 0;
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  codes.fill(PADDING, codes.length - missing);
  let text = '';
  for (let from = 0; from < codes.length; from += CODES_AT_ONCE)
    // Spreading would be seven times slower; apply takes anything with a length.
    text += String.fromCharCode.apply(
      undefined,
      codes.subarray(from, from + CODES_AT_ONCE) as unknown as number[],
    );
  return text;
}

/** Undefined where the text is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  let length = text.length;
  for (let padding = 0; padding < 2 && text.charCodeAt(length - 1) === PADDING; padding++) length--;
  if (length % 4 === 1 || (length < text.length && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array((length * 3) >> 2);
  let to = 0;
  let bits = 0;
  let held = 0;
  let seen = 0;
  for (let from = 0; from < length; from++) {
    const code = text.charCodeAt(from);
    const value = code < 256 ? (VALUES[code] ?? NOT_BASE64) : NOT_BASE64;
    seen |= value;
    bits = (bits << 6) | (value & 63);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[to++] = bits >> held;
    }
  }
  // Looked at once, after the loop: a test for each letter would halve the speed.
  return seen > 63 ? undefined : bytes;
}
