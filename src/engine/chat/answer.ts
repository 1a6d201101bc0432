/** What a chat endpoint answers, whole or in fragments, and the words and calls that are in it. */
import { z } from 'zod';
import { ChatFailure } from './failure.ts';

const Fragment = z.object({
  index: z.int().nullish(),
  id: z.string().nullish(),
  function: z
    .object({
      name: z.string().nullish(),
      // Some servers send the object itself.
      arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
    })
    .nullish(),
});
type Fragment = z.infer<typeof Fragment>;

const Delta = z.object({ content: z.string().nullish(), tool_calls: z.array(Fragment).nullish() });

const Answer = z.object({
  choices: z
    .array(
      z.object({
        delta: Delta.nullish(),
        /** Where the server does not stream. */
        message: Delta.nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  error: z.unknown().optional(),
});

export interface WantedCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Takes in one answer, fragment by fragment. */
export class AnswerReader {
  readonly #calls: { index: number; id: string; name: string; json: string }[] = [];
  #finished = false;

  /** The model has said that it has finished. */
  get finished(): boolean {
    return this.#finished;
  }

  /** One JSON object of the endpoint's, or `[DONE]`; returns the words in it. */
  read(json: string): string {
    if (json === '[DONE]') {
      this.#finished = true;
      return '';
    }
    const parsed = Answer.safeParse(parse(json));
    if (!parsed.success) throw new ChatFailure('its answer is not one of a chat endpoint');
    if (parsed.data.error !== undefined && parsed.data.error !== null)
      throw new ChatFailure('it reported an error');
    const choice = parsed.data.choices?.[0];
    const said = choice?.delta ?? choice?.message;
    for (const fragment of said?.tool_calls ?? []) this.#add(fragment);
    if (typeof choice?.finish_reason === 'string') this.#finished = true;
    return said?.content ?? '';
  }

  get hasCalls(): boolean {
    return this.#calls.length > 0;
  }

  /** The calls, once the answer is finished. */
  calls(): WantedCall[] {
    return this.#calls.map(({ name, json }) => {
      const args = Arguments.safeParse(parse(json.trim() === '' ? '{}' : json));
      if (name === '' || !args.success) throw new ChatFailure('it called a tool with broken JSON');
      return { tool: name, arguments: args.data };
    });
  }

  #add({ index, id, function: called }: Fragment): void {
    const place = index ?? this.#calls.length;
    const name = called?.name ?? '';
    const args = called?.arguments ?? '';
    const json = typeof args === 'string' ? args : JSON.stringify(args);
    const open = this.#calls.findLast((call) => call.index === place);
    // Some servers number all of their parallel calls 0; another id and name tell them apart.
    const another = open !== undefined && name !== '' && Boolean(id) && id !== open.id;
    if (open === undefined || another) this.#calls.push({ index: place, id: id ?? '', name, json });
    else {
      open.name ||= name;
      open.json += json;
    }
  }
}

const Arguments = z.record(z.string(), z.unknown());

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // refused by the schema
  }
}
