/** G.711, the telephone's two alphabets of 8-bit samples (ITU-T G.711): µ-law and A-law, to PCM16 and back. */
const MU_LAW_BIAS = 132;
const MU_LAW_LOUDEST = 32_635;
const A_LAW_MASK = 0x55;

const FROM_MU_LAW = Int16Array.from({ length: 256 }, (_, code) => muLawSample(code));
const FROM_A_LAW = Int16Array.from({ length: 256 }, (_, code) => aLawSample(code));

export function decodeMuLaw(codes: Uint8Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(codes, (code) => FROM_MU_LAW[code] ?? 0);
}

export function encodeMuLaw(samples: Int16Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(samples, muLawCode);
}

export function decodeALaw(codes: Uint8Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(codes, (code) => FROM_A_LAW[code] ?? 0);
}

export function encodeALaw(samples: Int16Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(samples, aLawCode);
}

function muLawSample(code: number): number {
  const bits = ~code & 0xff;
  const segment = (bits >> 4) & 7;
  const size = (((bits & 15) << 3) + MU_LAW_BIAS) << segment;
  return bits & 0x80 ? MU_LAW_BIAS - size : size - MU_LAW_BIAS;
}

function muLawCode(sample: number): number {
  const size = Math.min(Math.abs(sample), MU_LAW_LOUDEST) + MU_LAW_BIAS;
  const segment = 24 - Math.clz32(size);
  const bits = (sample < 0 ? 0x80 : 0) | (segment << 4) | ((size >> (segment + 3)) & 15);
  return ~bits & 0xff;
}

function aLawSample(code: number): number {
  const bits = code ^ A_LAW_MASK;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 15) << 4) + 8;
  const size = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return bits & 0x80 ? size : -size;
}

function aLawCode(sample: number): number {
  // One's complement below zero, as the standard has it: -1 is as near to nought as 0.
  const size = sample < 0 ? ~sample : sample;
  const segment = Math.max(0, 24 - Math.clz32(size));
  const bits = (segment << 4) | ((size >> Math.max(4, segment + 3)) & 15);
  return (sample < 0 ? bits : bits | 0x80) ^ A_LAW_MASK;
}
