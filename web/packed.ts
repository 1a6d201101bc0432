/** Writes every text file of the built page a second time, packed: the server then has nothing to compress. */
import { brotliCompress, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

/** Browsers ask for Brotli only where the connection is encrypted. */
const PACKERS = [
  ['gz', promisify<string | Uint8Array, Buffer>(gzip)],
  ['br', promisify<string | Uint8Array, Buffer>(brotliCompress)],
] as const;
const TEXT = /\.(?:js|css|svg|html)$/;

export function packed(): Plugin {
  return {
    name: 'luna-packed',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!TEXT.test(fileName)) continue;
          const source = file.type === 'chunk' ? file.code : file.source;
          for (const [suffix, pack] of PACKERS)
            this.emitFile({
              type: 'asset',
              fileName: `${fileName}.${suffix}`,
              source: await pack(source),
            });
        }
      },
    },
  };
}
