import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ThoughtFilter } from './thought-filter.ts';

test('what a model thinks is not said, wherever its text is cut', () => {
  const text = '<think>The caller\nwants < 3 things.</think>Hello, <b> is 1 <think>no</think>fine.';
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
      const filter = new ThoughtFilter();
      let said = '';
      for (let at = 0, n = 0; at < text.length; n++) {
        const size = sizes[n % sizes.length] ?? 1;
        said += filter.pass(text.slice(at, at + size));
        at += size;
      }
      expect(said).toBe('Hello, <b> is 1 fine.');
    }),
  );
});
