/** What the bytes themselves cost in this runtime: they are read and written, and nobody looks at them. */
import { connect, createServer } from 'node:net';

const port = Number(process.argv[2]);
const server = createServer((client) => {
  client.setNoDelay(true);
  const model = connect(port, '127.0.0.1');
  model.setNoDelay(true);
  client.on('data', (bytes) => model.write(bytes));
  model.on('data', (bytes) => client.write(bytes));
  client.on('close', () => model.destroy());
  model.on('close', () => client.destroy());
  client.on('error', () => model.destroy());
  model.on('error', () => client.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
process.on('disconnect', () => process.exit());
