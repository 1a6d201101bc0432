/** A speech model that only exists to be relayed: each 20 ms of the caller come back as 20 ms of hers, in whole answers. */
import { WebSocketServer, type WebSocket } from 'ws';

/** Four seconds of sound. */
const FRAMES_PER_ANSWER = 200;
const FRAMES_PER_WORD = 15;
const FORMAT = { type: 'audio/pcm', rate: 24_000 };

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
server.on('connection', (socket) => answer(socket));
process.on('disconnect', () => process.exit());

function answer(socket: WebSocket): void {
  let frames = 0;
  let events = 0;
  const send = (event: object): void =>
    socket.send(JSON.stringify({ ...event, event_id: `event_${events++}` }));
  const session = {
    type: 'realtime',
    object: 'realtime.session',
    id: 'sess_1',
    model: 'bench',
    output_modalities: ['audio'],
    instructions: '',
    tools: [],
    audio: { input: { format: FORMAT }, output: { format: FORMAT, voice: 'marin' } },
  };
  send({ type: 'session.created', session });
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (!text.includes('"input_audio_buffer.append"')) {
      send({ type: 'session.updated', session });
      return;
    }
    const { audio } = JSON.parse(text) as { audio: string };
    const turn = Math.floor(frames / FRAMES_PER_ANSWER);
    const place = frames % FRAMES_PER_ANSWER;
    frames += 1;
    const where = {
      response_id: `resp_${turn}`,
      item_id: `item_${turn}`,
      output_index: 0,
      content_index: 0,
    };
    if (place === 0) for (const event of opening(turn)) send(event);
    if (place % FRAMES_PER_WORD === 0)
      send({ type: 'response.output_audio_transcript.delta', ...where, delta: ' word' });
    send({ type: 'response.output_audio.delta', ...where, delta: audio });
    if (place === FRAMES_PER_ANSWER - 1) for (const event of closing(turn, where)) send(event);
  });
  socket.on('error', () => socket.terminate());
}

function response(turn: number, status: string): object {
  return {
    object: 'realtime.response',
    id: `resp_${turn}`,
    status,
    status_details: null,
    output: [],
    conversation_id: 'conv_1',
    output_modalities: ['audio'],
    max_output_tokens: 'inf',
    audio: { output: { format: FORMAT, voice: 'marin' } },
    usage: null,
    metadata: null,
  };
}

function opening(turn: number): object[] {
  const caller = `item_caller_${turn}`;
  const item = {
    id: `item_${turn}`,
    type: 'message',
    status: 'in_progress',
    role: 'assistant',
    content: [],
  };
  const said = 'I would like to know the balance of my account.';
  const usage = { type: 'duration', seconds: 2 };
  return [
    { type: 'input_audio_buffer.speech_started', audio_start_ms: 0, item_id: caller },
    { type: 'input_audio_buffer.speech_stopped', audio_end_ms: 0, item_id: caller },
    { type: 'input_audio_buffer.committed', previous_item_id: null, item_id: caller },
    {
      type: 'conversation.item.input_audio_transcription.completed',
      item_id: caller,
      content_index: 0,
      transcript: said,
      usage,
    },
    { type: 'response.created', response: response(turn, 'in_progress') },
    { type: 'response.output_item.added', response_id: `resp_${turn}`, output_index: 0, item },
    { type: 'conversation.item.added', previous_item_id: caller, item },
  ];
}

function closing(turn: number, where: object): object[] {
  return [
    { type: 'response.output_audio.done', ...where },
    { type: 'response.output_audio_transcript.done', ...where, transcript: ' word'.repeat(14) },
    { type: 'response.done', response: response(turn, 'completed') },
  ];
}
