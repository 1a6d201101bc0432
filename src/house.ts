/** Everything concrete put together: one bank, one engine, one port, and the calls between them. */
import { join } from 'node:path';
import {
  openFigures,
  openMachineDoor,
  openScripts,
  openVoiceTest,
  scriptOf,
  scriptSpeech,
} from '#api/api.ts';
import {
  type Agent,
  agents,
  findAgent,
  freeform,
  INSIGHTS_PHRASEBOOK,
  INSIGHTS_STYLE,
  insightsAgent,
} from '#agents/agent.ts';
import { openBank } from '#bank/bank.ts';
import { answerCall } from '#call/call.ts';
import { relayClient } from '#call/relay.ts';
import { Switchboard } from '#call/switchboard.ts';
import { Witness } from '#call/witness.ts';
import { type BrowserChannel, browserChannel } from '#channels/browser/browser.ts';
import { ResumableLines } from '#channels/browser/resumable-line.ts';
import type { Channel, ClientChannel } from '#channels/channel.ts';
import { openDatabase } from '#database/database.ts';
import { startEars } from '#engine/ears.ts';
import { createEngine } from '#engine/engine.ts';
import { joinPhrasebooks } from '#engine/language/languages.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { zoneOf } from '#lib/zone.ts';
import {
  embeddedProvider,
  namedModels,
  type Provider,
  providersFrom,
} from '#providers/provider.ts';
import { openMachineFigures, openMetrics, openRecord } from '#record/record.ts';
import { browserSettings, type OwnSettings } from '#settings/settings.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { createToolbox } from '#tools/tool.ts';
import { asideIn } from './aside.ts';
import type { Config } from './config.ts';
import { directoryOf } from './directory.ts';
import { insightsDoor, isForManagers } from './insights-door.ts';
import { openBoard } from './insights-board.ts';
import { ownNames } from './own-names.ts';
import { readinessOf } from './readiness.ts';
import { realtimeDoor } from './realtime-door.ts';
import { refuseCall } from './refuse-call.ts';
import { FREEFORM, scenarioOf, unknownScenario } from './scenarios.ts';
import { type Door, startServer } from './server.ts';
import { speechModels } from './speech-models.ts';

export interface House {
  readonly url: string;
  /** Lets running calls finish for so long; afterwards nothing is left running. */
  close(waitMs: number): Promise<void>;
}

const INSIGHTS = 'insights';
const INSIGHTS_TOOLS = ['show_metrics', 'show_chart', 'switch_mode', 'switch_persona'];
const PAGE_DIR = join(import.meta.dirname, '..', 'dist', 'web');

export async function openHouse(config: Config, log: Log): Promise<House> {
  const clock = systemClock();
  const { brand } = config;
  // What callers of all scenarios may say.
  const phrasebook = joinPhrasebooks([
    ...[...agents, freeform].map((agent) => agent.phrasebook),
    INSIGHTS_PHRASEBOOK,
  ]);
  await using building = new AsyncDisposableStack();
  const database = building.use(
    openDatabase(config.databaseUrl ?? join(config.dataDir, 'luna.db')),
  );
  const synthesizer = createSynthesizer();
  building.defer(() => synthesizer.close());
  const [bank, ears] = await Promise.all([
    openBank(database, clock),
    startEars({ workers: config.hearingWorkers, phrasebook, clock }),
  ]);
  building.defer(() => ears.close());
  const book = building.use(
    await openRecord(database, clock, (error, writes) =>
      log.error({ error, writes }, 'facts of calls could not be written'),
    ),
  );
  const chat = config.chat && { ...config.chat, log };
  const engine = createEngine({ ears, synthesizer, clock, brand, chat });
  const provider = embeddedProvider(engine);
  const elsewhere = providersFrom(config.providers, { clock, log });
  const tools = bankingTools(bank);
  const toolbox = createToolbox(tools);
  const aside = asideIn(config.voice, synthesizer, log);
  const board = new Switchboard({ maxCalls: config.maxCalls, lagMs: () => engine.lagMs, clock });

  const machine = building.use(
    openMachineFigures({
      known: {
        scenarios: [...agents.map(({ id }) => id), freeform.id, INSIGHTS],
        providers: [provider, ...elsewhere].map(({ id }) => id),
        tools: [...tools.map(({ name }) => name), ...INSIGHTS_TOOLS],
      },
      activeCalls: () => board.running,
    }),
  );
  const witness = (head: Parameters<typeof book.open>[0]): Witness =>
    new Witness(machine.watch(head, book.open(head)), log.about({ callId: head.id }));

  const callerOf = async ({ callerPhone: phone }: Agent) => {
    const customer = phone === undefined ? undefined : await bank.reader.customerByPhone(phone);
    return phone === undefined || customer === undefined
      ? undefined
      : { id: customer.id, phone, firstName: customer.firstName };
  };

  const answering = speechModels({
    operators: config.providers,
    embedded: provider,
    voices: synthesizer.voices,
    voice: config.voice,
    line: { clock, log },
  });
  const settings = browserSettings(answering, clock);

  const lines = new ResumableLines(clock);
  building.defer(() => lines.close());
  const onCaller: Door = (socket, query, cookies) => {
    const token = query.get('resume');
    if (token !== null) {
      const after = query.get('after') ?? '';
      lines.resume(socket, token, /^\d{1,9}$/.test(after) ? Number(after) : -1);
      return;
    }
    const kind: Channel['kind'] = query.get('from') === 'recording' ? 'recording' : 'browser';
    const own = settings.of(cookies);
    const reads = isForManagers(query);
    const channel = browserChannel(socket, { kind, clock, lines, reads });
    if (reads) insights.onPage(channel, query, own && answering.orderFor(own));
    else begin(channel, query.get('scenario') ?? '', own);
  };

  const begin = (channel: BrowserChannel, scenario: string, own: OwnSettings | undefined): void => {
    const agent = findAgent(scenario === '' ? FREEFORM : scenario);
    if (agent === undefined) {
      channel.lobby(unknownScenario(scenario), (next) => begin(channel, next, own));
      return;
    }
    // The embedded engine alone speaks with the voice that was chosen for it.
    const voice = own !== undefined && own.provider === undefined ? own.voice : config.voice;
    take(channel, agent, answering.orderFor(own), voice);
  };

  const take = (
    channel: Channel,
    agent: Agent,
    answers: readonly [Provider, ...Provider[]],
    voice: string,
    line: Channel | ClientChannel = channel,
  ): void => {
    const refused = board.admit(async ({ callId, signal }) => {
      const caller = await callerOf(agent);
      const call = { callId, channel, agent, caller, toolbox, brand, clock, signal };
      await answerCall({
        ...call,
        providers: answers,
        stallMs: config.stallMs,
        sessionLimitMs: config.sessionLimitMs,
        aside,
        voice,
        scenarioOf,
        witness: witness({
          id: callId,
          scenario: agent.id,
          provider: answers[0].id,
          channel: channel.kind,
          caller: caller?.id,
        }),
      });
    });
    if (refused) refuseCall(line, refused);
  };

  const models = namedModels(provider, config.providers, { clock, log });
  const onClient = realtimeDoor({
    clock,
    models,
    onOwner(channel, answers) {
      const refused = board.admit(({ callId, signal }) =>
        relayClient({
          channel,
          provider: answers,
          signal,
          witness: witness({ id: callId, scenario: '', provider: answers.id, channel: 'realtime' }),
        }),
      );
      if (refused) refuseCall(channel, refused);
    },
    onGuest: (channel, agent, answers, line) =>
      take(channel, agent, inOrder(answers, elsewhere, provider), config.voice, line),
  });

  const metrics = openMetrics(database, () => clock.date(), zoneOf(config.timeZone));
  const insights = insightsDoor({
    clock,
    brand,
    board,
    aside,
    stallMs: config.stallMs,
    sessionLimitMs: config.sessionLimitMs,
    metrics,
    providersFor(name) {
      const { providers: known } = config;
      const usual = known.find((one) => one.provider === 'azure') ?? known[0];
      const chosen = models.find(name ?? usual?.provider);
      return chosen && inOrder(chosen, elsewhere, provider);
    },
    witness: (callId, who, channel) =>
      witness({ id: callId, scenario: INSIGHTS, provider: who.id, channel }),
  });

  const titles = new Map(tools.map(({ name, title }) => [name, title]));
  const scripts = [...agents, freeform].map((agent) =>
    scriptOf(agent, brand, (tool) => titles.get(tool)),
  );
  const onPlayed = (play: Parameters<typeof book.played>[0]): void => {
    machine.played(play);
    book.played(play);
  };
  const speech = scriptSpeech({ synthesizer, voice: config.voice });

  const server = await startServer({
    host: config.host,
    port: config.port,
    names: ownNames(config.host, config.hosts),
    pageDir: PAGE_DIR,
    directory: directoryOf(brand),
    records: book,
    log,
    readiness: () => readinessOf({ isOpen: () => board.open, records: book, clock }),
    onCaller,
    onTalk: insights.onTalk,
    onClient,
    tokens: config.apiTokens,
    async openDoors(app) {
      await settings.open(app);
      openVoiceTest(app, { synthesizer, voice: config.voice, brand });
      openScripts(app, { scripts, speech, onPlayed });
      openMachineDoor(app, machine);
      openFigures(app, book, clock);
      openBoard(app, metrics, config.apiTokens);
    },
  });
  building.defer(() => server.close());
  const reporter = insightsAgent(INSIGHTS_STYLE, false) ?? [];
  for (const { flow } of [freeform, ...agents].concat(reporter))
    engine
      .prime(flow, config.voice)
      .catch((error: unknown) => log.warn({ error }, 'sentences could not be prepared'));

  const things = building.move();
  return {
    url: server.url,
    async close(waitMs) {
      await board.drain(waitMs);
      await things.disposeAsync();
    },
  };
}

/** Whoever was chosen answers, then whoever else is set up; the embedded engine, which needs nobody, is the last. */
function inOrder(
  chosen: Provider,
  elsewhere: readonly Provider[],
  embedded: Provider,
): readonly [Provider, ...Provider[]] {
  if (chosen.id === embedded.id) return [embedded];
  return [chosen, ...elsewhere.filter(({ id }) => id !== chosen.id), embedded];
}
