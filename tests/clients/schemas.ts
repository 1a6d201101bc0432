/** JSON schemas of every event, generated from the types of the public client library, and what breaks them. */
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

/** Of a server nothing is wrong that it says besides; a client must not send a field that nobody knows. */
type Side = 'server' | 'client';
const UNION = { server: 'RealtimeServerEvent', client: 'RealtimeClientEvent' };

/** Takes seconds the first time; the schemas are kept beside the library they were made from. */
export async function schemaJudge(side: Side = 'server'): Promise<Judge> {
  const schema = await schemas(side);
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema(schema, 'realtime');
  const byType = new Map<string, ValidateFunction>();
  for (const [name, { properties }] of Object.entries(schema.definitions)) {
    const type = properties?.type?.const;
    const check = type && ajv.getSchema(`realtime#/definitions/${encodeURIComponent(name)}`);
    // Server events have an event_id that must be there, client events one that may.
    if (type && check && isEvent(schema, name)) byType.set(type, check);
  }
  return (event) => {
    const check = byType.get(event.type);
    if (check === undefined) return `${event.type}: the library knows no such ${side} event`;
    if (check(side === 'server' ? withoutNulls(event) : event)) return undefined;
    return `${event.type}: ${ajv.errorsText(check.errors)}`;
  };
}

function isEvent(schema: Schema, name: string): boolean {
  return 'event_id' in (schema.definitions[name]?.properties ?? {});
}

async function schemas(side: Side): Promise<Schema> {
  const library = await readFile(join(ROOT, 'node_modules/openai/package.json'), 'utf8');
  const { version } = JSON.parse(library) as { version: string };
  const kept = join(CACHE, `realtime-${side}-${version}.json`);
  if (existsSync(kept)) return JSON.parse(await readFile(kept, 'utf8')) as Schema;
  await mkdir(CACHE, { recursive: true });
  const made = await generate(side);
  // Two tests may make it at once: a whole file is replaced by a whole file.
  const fresh = `${kept}.${process.pid}`;
  await writeFile(fresh, made);
  await rename(fresh, kept);
  return JSON.parse(made) as Schema;
}

async function generate(side: Side): Promise<string> {
  // Inside node_modules, or the library's types are not found.
  const folder = await mkdtemp(join(CACHE, 'types-'));
  try {
    const path = join(folder, 'types.ts');
    const type = UNION[side];
    await writeFile(path, `export type { ${type} } from 'openai/resources/realtime/realtime';\n`);
    const how = { path, type, skipTypeCheck: true, additionalProperties: side === 'server' };
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
