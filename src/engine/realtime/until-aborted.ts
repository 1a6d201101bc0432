/** Walks through something asynchronous until the signal aborts, without waiting for its present step. */
export async function* untilAborted<Value>(
  values: AsyncIterable<Value>,
  signal: AbortSignal,
): AsyncGenerator<Value> {
  const steps = values[Symbol.asyncIterator]();
  let stop: (() => void) | undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => {
      resolve(undefined);
    };
  });
  if (stop) signal.addEventListener('abort', stop, { once: true });
  try {
    while (!signal.aborted) {
      const next = await Promise.race([steps.next(), aborted]);
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
    // Its worker has seen the signal as well; what it still gives back is for nobody.
    steps.return?.().catch(() => undefined);
  }
}
