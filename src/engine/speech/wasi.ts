/** The few words of WASI that flite, used as a library, may say: no files, no arguments, no environment. */
const SUCCESS = 0;
const BAD_FILE = 8;
const NO_SUCH_FILE = 44;
/** A `ciovec`: pointer and length, 32 bits each. */
const IOVEC_BYTES = 8;

/** The program gave up: `exit` was called inside the module. The instance must not be used again. */
export class WasiExit extends Error {
  override readonly name = 'WasiExit';

  constructor(code: number, complaint: string) {
    super(`flite left with code ${code}: ${complaint.trim() || 'without a word'}`);
  }
}

export interface Wasi {
  /** The import object's `wasi_snapshot_preview1`. */
  readonly imports: WebAssembly.ModuleImports;
  /** Must be called with the instance's memory before any of its functions runs. */
  readonly bind: (memory: WebAssembly.Memory) => void;
}

function unbound(): DataView {
  throw new Error('The instance has no memory yet');
}

export function createWasi(): Wasi {
  let view = unbound;
  let complaint = '';
  const text = new TextDecoder();
  return {
    bind(memory) {
      // The buffer is another one whenever the memory has grown.
      view = () => new DataView(memory.buffer);
    },
    imports: {
      /** What is written to stdout or stderr is kept, to explain an exit. */
      fd_write(_file: number, pieces: number, count: number, writtenAt: number): number {
        const memory = view();
        let written = 0;
        for (let piece = pieces; piece < pieces + count * IOVEC_BYTES; piece += IOVEC_BYTES) {
          const start = memory.getUint32(piece, true);
          const length = memory.getUint32(piece + 4, true);
          complaint = (complaint + text.decode(new Uint8Array(memory.buffer, start, length))).slice(
            -200,
          );
          written += length;
        }
        memory.setUint32(writtenAt, written, true);
        return SUCCESS;
      },
      proc_exit(code: number): never {
        throw new WasiExit(code, complaint);
      },
      /** flite only asks the time to report its own speed. */
      clock_time_get(_clock: number, _precision: bigint, timeAt: number): number {
        view().setBigUint64(timeAt, 0n, true);
        return SUCCESS;
      },
      args_sizes_get(countAt: number, bytesAt: number): number {
        view().setUint32(countAt, 0, true);
        view().setUint32(bytesAt, 0, true);
        return SUCCESS;
      },
      args_get: () => SUCCESS,
      path_open: () => NO_SUCH_FILE,
      fd_close: () => BAD_FILE,
      fd_fdstat_get: () => BAD_FILE,
      fd_fdstat_set_flags: () => BAD_FILE,
      fd_prestat_get: () => BAD_FILE,
      fd_prestat_dir_name: () => BAD_FILE,
      fd_read: () => BAD_FILE,
      fd_seek: () => BAD_FILE,
    },
  };
}
