/** The one port: which URL becomes a page, an answer, or a call. */
import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  type ClientWish,
  isAdmitted,
  isForeign,
  isOwnPage,
  mayUseKeys,
  readWish,
} from '#channels/realtime/admission.ts';
import { isForManagers, isSimpleDoor, type SimpleDoor } from './insights-door.ts';
import type { Log } from '#lib/log.ts';
import type { RecordReader } from '#record/record.ts';
import { isForUs } from './own-names.ts';
import type { Readiness } from './readiness.ts';

export type Door = (socket: WebSocket, query: URLSearchParams, cookies: string | undefined) => void;

export interface ServerParts {
  readonly host: string;
  readonly port: number;
  /** Names that requests may be for; undefined: any. */
  readonly names: readonly string[] | undefined;
  /** The built page; may be missing. */
  readonly pageDir: string;
  /** What the page needs to know before a call. */
  readonly directory: object;
  readonly records: RecordReader;
  readonly log: Log;
  readonly readiness: () => Promise<Readiness>;
  /** `/voice` and `/chat`. */
  readonly onTalk: (socket: WebSocket, door: SimpleDoor, query: URLSearchParams) => void;
  /** `cookies`: the header as the browser sent it. */
  readonly onCaller: Door;
  /** `mayUseKeys`: whether a model elsewhere may answer at the operator's expense. */
  readonly onClient: (socket: WebSocket, wish: ClientWish, mayUseKeys: boolean) => void;
  /** For programs at the Realtime door, `/voice` and `/chat`; empty: nobody needs one. */
  readonly tokens: readonly string[];
  /** What else is asked for over HTTP. */
  readonly openDoors: (app: FastifyInstance) => Promise<void>;
}

export interface RunningServer {
  /** `http://127.0.0.1:8090`, with the port that was really taken. */
  readonly url: string;
  /** Hangs up on whoever is left and frees the port. */
  close(): Promise<void>;
}

/** One append of the protocol's largest size, and its envelope. */
const LARGEST_FRAME_BYTES = 16 * 1024 * 1024;
/** By address: a whole office may come from one, and a page asks for a dozen things when it opens. */
const REQUESTS_A_MINUTE = 1_200;
const MOST_RECORDS = 200;

const POLICY = {
  defaultSrc: ["'self'"],
  // Safari does not count ws: among 'self'.
  connectSrc: ["'self'", 'ws:', 'wss:'],
  imgSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  scriptSrc: ["'self'"],
  // Popovers are placed by inline styles.
  styleSrc: ["'self'", "'unsafe-inline'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  // Luna is at home on plain http in a local network.
  upgradeInsecureRequests: null,
};

/** @throws where the port is taken. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { host, port, names } = parts;
  const app = fastify({ logger: false, forceCloseConnections: true });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    // They are small, packed, and kept by the browser for a year.
    allowList: ({ url }) => url.startsWith('/assets/'),
  });
  // Bodies are JSON: a form of another site cannot send that.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async ({ method, headers }, answer) => {
    if (!isForUs(headers.host, names))
      return answer.code(421).send({ error: 'This name is not known here: set LUNA_HOSTS.' });
    if (method !== 'GET' && method !== 'HEAD' && isForeign(headers))
      return answer.code(403).send({ error: 'Another site may not ask for this.' });
    return undefined;
  });
  answerQuestions(app, parts);
  await parts.openDoors(app);
  await servePage(app, parts.pageDir);
  const sockets = takeSockets(app, parts);
  await app.listen({ host, port });
  const { port: taken } = app.server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await app.close();
    },
  };
}

function answerQuestions(
  app: FastifyInstance,
  { directory, records, readiness, log }: ServerParts,
): void {
  const unlimited = { config: { rateLimit: false } };
  app.get('/healthz', unlimited, () => ({ ok: true }));
  app.get('/readyz', unlimited, async (_request, answer) => {
    const state = await readiness();
    if (state === 'ready') return { ready: true };
    return answer.code(503).send({ ready: false, why: state });
  });
  app.get('/api/scenarios', () => directory);
  app.get<{ Querystring: { limit?: number } }>(
    '/api/calls',
    {
      schema: {
        querystring: {
          type: 'object',
          properties: { limit: { type: 'integer', minimum: 1, maximum: MOST_RECORDS } },
        },
      },
    },
    async ({ query }) => {
      const [calls, cost] = await Promise.all([records.list(query.limit ?? 50), records.cost()]);
      return { calls, cost };
    },
  );
  app.get<{ Params: { id: string } }>('/api/calls/:id', async ({ params }, answer) => {
    const call = await records.read(params.id);
    return call ?? answer.code(404).send({ error: `There is no call ${params.id}.` });
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, answer) => {
    const code = error.statusCode ?? 500;
    if (code >= 500) log.error({ error, path: request.routeOptions.url }, 'a request failed');
    return answer.code(code).send({ error: code >= 500 ? 'Something broke.' : error.message });
  });
}

async function servePage(app: FastifyInstance, pageDir: string): Promise<void> {
  app.setNotFoundHandler((_request, answer) => answer.code(404).send({ error: 'Not found.' }));
  if (!existsSync(pageDir)) {
    app.get('/', (_request, answer) =>
      answer.type('text/plain').send('The page has not been built: run "npm run build".\n'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: pageDir,
    cacheControl: false,
    // The build has packed them.
    preCompressed: true,
    setHeaders(response, path) {
      // Files under assets/ carry a hash of their content in their name.
      const lasting = path.includes('/assets/');
      response.header(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/insights', (_request, answer) => answer.sendFile('insights.html'));
}

function takeSockets(
  app: FastifyInstance,
  { onCaller, onTalk, onClient, tokens, names, log }: ServerParts,
): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME_BYTES,
    perMessageDeflate: false,
    // Clients in browsers put their key beside the name of the protocol; only the name is answered.
    handleProtocols: (offered) => (offered.has('realtime') ? 'realtime' : false),
  });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', ({ message }) =>
      log.warn({ message }, 'a socket broke while it was opened'),
    );
    const url = URL.parse(request.url ?? '', 'http://luna');
    const { headers } = request;
    const { remoteAddress } = request.socket;
    const wish = url && readWish(url, headers);
    const talk = url && isSimpleDoor(url.pathname) ? url.pathname : undefined;
    if (!url || (url.pathname !== '/ws' && !talk && !wish)) return refuse(socket, '404 Not Found');
    // Programs send no origin, and cannot be made to come by a page.
    if (headers.origin !== undefined && !isForUs(headers.host, names))
      return refuse(socket, '421 Misdirected Request');
    // What managers hear is not for every caller's program.
    const guarded = talk !== undefined || (!wish && isForManagers(url.searchParams));
    const isAtHome = guarded && isOwnPage(headers);
    if ((wish || guarded) && !isAtHome && !isAdmitted(tokens, headers))
      return refuse(socket, '401 Unauthorized', 'WWW-Authenticate: Bearer\r\n');
    // A page that shows a token of ours comes in nobody else's name.
    const isKnown = (wish || talk) && tokens.length > 0;
    if (!isKnown && isForeign(headers)) return refuse(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (open) =>
      talk
        ? onTalk(open, talk, url.searchParams)
        : wish
          ? onClient(open, wish, mayUseKeys(tokens, { headers, remoteAddress }))
          : onCaller(open, url.searchParams, headers.cookie),
    );
  });
  return sockets;
}

function refuse(socket: Duplex, status: string, header = ''): void {
  socket.end(`HTTP/1.1 ${status}\r\n${header}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
