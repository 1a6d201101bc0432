/** Sessions and responses in the dialect of 2024: flat, with other names. Pure; unknown fields stay as they are. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const FORMATS: readonly (readonly [older: string, format: Fields])[] = [
  ['pcm16', { type: 'audio/pcm', rate: 24_000 }],
  ['g711_ulaw', { type: 'audio/pcmu' }],
  ['g711_alaw', { type: 'audio/pcma' }],
];

function formatToOlder(format: unknown): unknown {
  const type = isFields(format) ? format['type'] : undefined;
  return FORMATS.find(([, newer]) => newer['type'] === type)?.[0];
}

function formatFromOlder(name: unknown): unknown {
  return FORMATS.find(([older]) => older === name)?.[1];
}

/** GA says "audio" and means words with it; the older dialect wants both named. */
function modalitiesToOlder(modalities: unknown): unknown {
  if (!Array.isArray(modalities)) return undefined;
  return modalities.includes('audio') ? ['text', 'audio'] : ['text'];
}

function modalitiesFromOlder(modalities: unknown): unknown {
  if (!Array.isArray(modalities)) return undefined;
  return modalities.includes('audio') ? ['audio'] : ['text'];
}

/** Azure's Voice Live says `{name, type}`. */
function voiceFromOlder(voice: unknown): unknown {
  return isFields(voice) && typeof voice['name'] === 'string' ? voice['name'] : voice;
}

/** A `session.update` for an older server, or the echo of a session for an older client. */
export function sessionToOlder(session: Fields): Fields {
  const { type: _, output_modalities, audio, max_output_tokens, ...same } = session;
  const { input, output } = soundOf(audio);
  return present({
    ...same,
    modalities: modalitiesToOlder(output_modalities),
    input_audio_format: formatToOlder(input['format']),
    output_audio_format: formatToOlder(output['format']),
    input_audio_transcription: input['transcription'],
    input_audio_noise_reduction: input['noise_reduction'],
    turn_detection: input['turn_detection'],
    voice: output['voice'],
    speed: output['speed'],
    max_response_output_tokens: max_output_tokens,
  });
}

/** A `session.update` of an older client, or the echo of an older server's session. */
export function sessionFromOlder(session: Fields): Fields {
  const {
    modalities,
    input_audio_format,
    output_audio_format,
    input_audio_transcription,
    input_audio_noise_reduction,
    turn_detection,
    voice,
    speed,
    max_response_output_tokens,
    // GA has none.
    temperature: _,
    ...same
  } = session;
  const input = present({
    format: formatFromOlder(input_audio_format),
    transcription: input_audio_transcription,
    noise_reduction: input_audio_noise_reduction,
    turn_detection,
  });
  const output = present({
    format: formatFromOlder(output_audio_format),
    voice: voiceFromOlder(voice ?? undefined),
    speed: speed ?? undefined,
  });
  return present({
    ...same,
    type: 'realtime',
    output_modalities: modalitiesFromOlder(modalities),
    max_output_tokens: max_response_output_tokens,
    audio: sound(input, output),
  });
}

/** `response.create`'s wishes for an older server. */
export function wishesToOlder(response: Fields): Fields {
  const { output_modalities, audio, max_output_tokens, input, ...same } = response;
  const { output } = soundOf(audio);
  return present({
    ...same,
    modalities: modalitiesToOlder(output_modalities),
    output_audio_format: formatToOlder(output['format']),
    voice: output['voice'],
    max_response_output_tokens: max_output_tokens,
    input: Array.isArray(input) ? input.map(itemToOlder) : undefined,
  });
}

/** `response.create`'s wishes of an older client. */
export function wishesFromOlder(response: Fields): Fields {
  const {
    modalities,
    voice,
    output_audio_format,
    max_response_output_tokens,
    input,
    temperature: _,
    ...same
  } = response;
  const output = present({
    format: formatFromOlder(output_audio_format),
    voice: voiceFromOlder(voice),
  });
  return present({
    ...same,
    output_modalities: modalitiesFromOlder(modalities),
    max_output_tokens: max_response_output_tokens,
    audio: sound({}, output),
    input: Array.isArray(input) ? input.map(itemFromOlder) : undefined,
  });
}

/** A response as a server shows it, for an older client. */
export function responseToOlder(response: Fields): Fields {
  const { output_modalities, audio, output: items, ...same } = response;
  const { output } = soundOf(audio);
  return present({
    ...same,
    modalities: modalitiesToOlder(output_modalities),
    voice: output['voice'],
    output_audio_format: formatToOlder(output['format']),
    output: Array.isArray(items) ? items.map(itemToOlder) : items,
  });
}

export function responseFromOlder(response: Fields): Fields {
  const {
    modalities,
    voice,
    output_audio_format,
    output: items,
    temperature: _,
    ...same
  } = response;
  const output = present({
    format: formatFromOlder(output_audio_format),
    voice: voiceFromOlder(voice),
  });
  return present({
    ...same,
    output_modalities: modalitiesFromOlder(modalities),
    audio: sound({}, output),
    output: Array.isArray(items) ? items.map(itemFromOlder) : items,
  });
}

/** What an assistant says is `text` and `audio` there, `output_text` and `output_audio` here. */
export function itemToOlder(item: unknown): unknown {
  return withContent(item, { output_text: 'text', output_audio: 'audio' });
}

export function itemFromOlder(item: unknown): unknown {
  return withContent(item, { text: 'output_text', audio: 'output_audio' });
}

function withContent(item: unknown, names: Readonly<Record<string, string>>): unknown {
  if (!isFields(item) || !Array.isArray(item['content'])) return item;
  const content = item['content'].map((part: unknown) => {
    const type = isFields(part) ? part['type'] : undefined;
    const renamed = typeof type === 'string' ? names[type] : undefined;
    return isFields(part) && renamed !== undefined ? { ...part, type: renamed } : part;
  });
  return { ...item, content };
}

function soundOf(audio: unknown): { input: Fields; output: Fields } {
  const { input, output } = isFields(audio) ? audio : {};
  return { input: isFields(input) ? input : {}, output: isFields(output) ? output : {} };
}

function sound(input: Fields, output: Fields): Fields | undefined {
  const parts = {
    ...(Object.keys(input).length > 0 ? { input } : {}),
    ...(Object.keys(output).length > 0 ? { output } : {}),
  };
  return Object.keys(parts).length > 0 ? parts : undefined;
}

/** Without what is undefined: absent means "as it is", null means "none". */
function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
