/** What a relay costs at least in this runtime: each frame is parsed, looked at, written anew and sent on. */
import { WebSocket, WebSocketServer } from 'ws';

const upstream = process.argv[2] ?? '';
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
server.on('connection', (client) => {
  const model = new WebSocket(upstream, { perMessageDeflate: false });
  const early: string[] = [];
  client.on('message', (data: Buffer) => {
    const text = JSON.stringify(JSON.parse(data.toString()));
    if (model.readyState === WebSocket.OPEN) model.send(text);
    else early.push(text);
  });
  model.on('open', () => {
    for (const text of early.splice(0)) model.send(text);
  });
  model.on('message', (data: Buffer) => client.send(JSON.stringify(JSON.parse(data.toString()))));
  client.on('close', () => model.close());
  model.on('close', () => client.close());
  client.on('error', () => model.terminate());
  model.on('error', () => client.terminate());
});
process.on('disconnect', () => process.exit());
