/** JSON schemas of every server event, generated from the types of the public client library, and what breaks them. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/luna');

interface Schema {
  readonly definitions: Readonly<Record<string, Definition>>;
}
interface Definition {
  readonly properties?: { readonly type?: { readonly const?: string } };
}

/** What is wrong with an event, or undefined. An event that the library does not know is wrong. */
export type Judge = (event: { readonly type: string }) => string | undefined;

/** Takes seconds the first time; the schemas are kept beside the library they were made from. */
export async function schemaJudge(): Promise<Judge> {
  const schema = await schemas();
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema(schema, 'realtime');
  const byType = new Map<string, ValidateFunction>();
  for (const [name, { properties }] of Object.entries(schema.definitions)) {
    const type = properties?.type?.const;
    const check = type && ajv.getSchema(`realtime#/definitions/${encodeURIComponent(name)}`);
    // Server events have an event_id that must be there, client events one that may.
    if (type && check && isServerEvent(schema, name)) byType.set(type, check);
  }
  return (event) => {
    const check = byType.get(event.type);
    if (check === undefined) return `${event.type}: the library knows no such server event`;
    if (check(withoutNulls(event))) return undefined;
    return `${event.type}: ${ajv.errorsText(check.errors)}`;
  };
}

function isServerEvent(schema: Schema, name: string): boolean {
  return 'event_id' in (schema.definitions[name]?.properties ?? {});
}

async function schemas(): Promise<Schema> {
  const library = await readFile(join(ROOT, 'node_modules/openai/package.json'), 'utf8');
  const { version } = JSON.parse(library) as { version: string };
  const kept = join(CACHE, `realtime-${version}.json`);
  if (existsSync(kept)) return JSON.parse(await readFile(kept, 'utf8')) as Schema;
  await mkdir(CACHE, { recursive: true });
  const made = await generate();
  // Two tests may make it at once: a whole file is replaced by a whole file.
  const fresh = `${kept}.${process.pid}`;
  await writeFile(fresh, made);
  await rename(fresh, kept);
  return JSON.parse(made) as Schema;
}

async function generate(): Promise<string> {
  // Inside node_modules, or the library's types are not found.
  const folder = await mkdtemp(join(CACHE, 'types-'));
  try {
    const path = join(folder, 'types.ts');
    const type = 'RealtimeServerEvent';
    await writeFile(path, `export type { ${type} } from 'openai/resources/realtime/realtime';\n`);
    const how = { path, type, skipTypeCheck: true, additionalProperties: true };
    return JSON.stringify(createGenerator(how).createSchema(type));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The wire says null where the types say that a field may be absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
