/** Clients with tools of their own and no flow of ours: what their schemas say is what is asked. */
import { expect, test } from 'vitest';
import type { FunctionTool } from '#protocol/session.ts';
import { playCall } from '#engine/realtime/rehearsed-call.ts';

function tool(
  name: string,
  description: string,
  properties: Record<string, object>,
  required: readonly string[],
): FunctionTool {
  return {
    type: 'function',
    name,
    description,
    parameters: { type: 'object', properties, required },
  };
}

const WEATHER = tool(
  'get_weather',
  'Get the current weather in a given location.',
  {
    location: { type: 'string', description: 'The city and state, e.g. San Francisco, CA' },
    unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
  },
  ['location'],
);
const TABLE = tool(
  'book_table',
  'Book a table at the restaurant.',
  {
    party_size: { type: 'integer', description: 'Number of guests', minimum: 1, maximum: 12 },
    date: { type: 'string', format: 'date' },
    time: { type: 'string', description: 'Time in 24-hour format (HH:MM)' },
    name: { type: 'string', description: 'The name for the reservation' },
    outdoor: { type: 'boolean', description: 'Whether to sit outside' },
  },
  ['party_size', 'date', 'time', 'name'],
);
const ORDER = tool(
  'get_order_status',
  'Look up the status of an order.',
  {
    order_number: {
      type: 'string',
      pattern: '^\\d{6}$',
      description: 'The six-digit order number',
    },
  },
  ['order_number'],
);
const APPOINTMENT = tool(
  'schedule_appointment',
  'Schedule an appointment at the salon.',
  {
    service: { type: 'string', enum: ['haircut', 'hair_coloring', 'beard_trim'] },
    date: { type: 'string', format: 'date' },
    extras: { type: 'array', items: { type: 'string', enum: ['wash', 'massage', 'styling'] } },
  },
  ['service', 'date'],
);
const LIGHT = tool(
  'set_light',
  'Turn a light on or off.',
  {
    room: { type: 'string', enum: ['kitchen', 'living_room', 'bedroom'] },
    on: { type: 'boolean' },
  },
  ['room', 'on'],
);
const THERMOSTAT = tool(
  'set_thermostat',
  'Set the temperature of the thermostat.',
  { temperature: { type: 'number', description: 'Degrees' } },
  ['temperature'],
);
const CURRENCY = tool(
  'convert_currency',
  'Convert an amount of money from one currency to another.',
  {
    amount: { type: 'number' },
    from_currency: { type: 'string', enum: ['USD', 'EUR', 'GBP', 'JPY'] },
    to_currency: { type: 'string', enum: ['USD', 'EUR', 'GBP', 'JPY'] },
  },
  ['amount', 'from_currency', 'to_currency'],
);

const ALL = [WEATHER, TABLE, ORDER, APPOINTMENT, LIGHT, THERMOSTAT, CURRENCY];

/** What the tools were called with. */
async function calls(
  tools: readonly FunctionTool[],
  ...callerSays: readonly string[]
): Promise<string[]> {
  const called: string[] = [];
  await playCall({
    flow: undefined,
    tools,
    callerSays,
    run: (name, json) => {
      called.push(`${name} ${json}`);
      return Promise.resolve('"done"');
    },
  });
  return called;
}

test.each([
  [['what is the weather in paris tomorrow'], 'get_weather {"location":"Paris"}'],
  [['how is the weather', 'in new york'], 'get_weather {"location":"New York"}'],
  [['weather in oslo in celsius please'], 'get_weather {"location":"Oslo","unit":"celsius"}'],
  [
    ['i want to book a table for four people tomorrow at seven', 'the name is miller'],
    'book_table {"party_size":4,"date":"DAY","time":"19:00","name":"Miller"}',
  ],
  [
    ['book a table', 'two', 'next friday', 'half past seven', "it's anna schmidt"],
    'book_table {"party_size":2,"date":"DAY","time":"19:30","name":"Anna Schmidt"}',
  ],
  [
    ['where is my order', 'four eight two nine one one'],
    'get_order_status {"order_number":"482911"}',
  ],
  [
    ['what is the status of order one two three four five six'],
    'get_order_status {"order_number":"123456"}',
  ],
  [
    ['i need an appointment for a haircut', 'on friday'],
    'schedule_appointment {"service":"haircut","date":"DAY"}',
  ],
  [
    ['schedule an appointment with a wash and styling', 'hair coloring', 'tomorrow'],
    'schedule_appointment {"service":"hair_coloring","date":"DAY","extras":["wash","styling"]}',
  ],
  [['turn off the light in the kitchen'], 'set_light {"room":"kitchen","on":false}'],
  [['turn the living room light on'], 'set_light {"room":"living_room","on":true}'],
  [['set the thermostat to twenty one'], 'set_thermostat {"temperature":21}'],
  [
    ['convert two hundred dollars to euros'],
    'convert_currency {"amount":200,"from_currency":"USD","to_currency":"EUR"}',
  ],
  [
    ['convert money from pounds to yen', 'one hundred and fifty'],
    'convert_currency {"amount":150,"from_currency":"GBP","to_currency":"JPY"}',
  ],
] as const)('%j calls %s', async (callerSays, wanted) => {
  const [called] = await calls(ALL, ...callerSays);
  expect(called?.replaceAll(/\d{4}-\d\d-\d\d/g, 'DAY')).toBe(wanted);
});

test('a caller without any of it is told what there is', async () => {
  const script = await playCall({
    flow: undefined,
    tools: [WEATHER, ORDER],
    callerSays: ['hmm well', 'where is my order', 'i do not know', 'no', 'forget it', 'no thanks'],
    run: () => Promise.resolve('"done"'),
  });
  expect(script).toMatchInlineSnapshot(`
    "Luna: Hello, this is Luna. How can I help you today?
    Caller: hmm well
    Luna: I'm sorry, I didn't catch that. What I can do here is: get weather, get order status. How can I help you today?
    Caller: where is my order
    Luna: Could you tell me the six-digit order number?
    Caller: i do not know
    Luna: Is there anything else?
    Caller: no
    Luna: Thank you for calling. Goodbye.
    Caller: forget it
    Luna: Goodbye.
    Caller: no thanks
    Luna: Goodbye."
  `);
});
