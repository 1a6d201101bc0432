/** Reads the weights out of an ONNX file: as much of protobuf and of ONNX as that needs. */

/** Field numbers of onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_TYPE = 2;
const TENSOR_NAME = 8;
const TENSOR_RAW_DATA = 9;
const TYPE_FLOAT = 1;

/** Protobuf's wire types. */
const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

interface Field {
  readonly number: number;
  readonly value: number;
  /** Empty unless the field is a string, bytes or a message. */
  readonly bytes: Uint8Array;
}

/**
 * The named float tensors of the model's main graph, flat, in row-major order.
 * @throws Error when the file is no protobuf or is cut off.
 */
export function readOnnxWeights(file: Uint8Array): Map<string, Float32Array> {
  const weights = new Map<string, Float32Array>();
  for (const graph of fieldsOf(file, MODEL_GRAPH))
    for (const tensor of fieldsOf(graph.bytes, GRAPH_INITIALIZER)) {
      const [type] = fieldsOf(tensor.bytes, TENSOR_TYPE);
      const [name] = fieldsOf(tensor.bytes, TENSOR_NAME);
      const [data] = fieldsOf(tensor.bytes, TENSOR_RAW_DATA);
      if (type?.value !== TYPE_FLOAT || !name || !data) continue;
      // A copy (slice of a Buffer would be none), because floats begin at a multiple of four bytes.
      const own = new Uint8Array(data.bytes);
      weights.set(new TextDecoder().decode(name.bytes), new Float32Array(own.buffer));
    }
  return weights;
}

function fieldsOf(message: Uint8Array, wanted: number): Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < message.length) {
    const [tag, afterTag] = readVarint(message, at);
    const [field, next] = readField(message, afterTag, tag);
    if (field.number === wanted) fields.push(field);
    at = next;
  }
  return fields;
}

function readField(message: Uint8Array, at: number, tag: number): [Field, number] {
  const number = Math.floor(tag / 8);
  const bytes = new Uint8Array();
  switch (tag % 8) {
    case VARINT: {
      const [value, next] = readVarint(message, at);
      return [{ number, value, bytes }, next];
    }
    case FIXED_64:
      return [{ number, value: 0, bytes }, at + 8];
    case FIXED_32:
      return [{ number, value: 0, bytes }, at + 4];
    case BYTES: {
      const [length, from] = readVarint(message, at);
      if (from + length > message.length) throw new Error('the ONNX file is cut off');
      return [{ number, value: 0, bytes: message.subarray(from, from + length) }, from + length];
    }
    default:
      throw new Error('this is not an ONNX file');
  }
}

/** Numbers above 2^53 lose their last bits; none that is looked at is so large. */
function readVarint(message: Uint8Array, at: number): [number, number] {
  let value = 0;
  let factor = 1;
  for (let next = at; next < at + 10; next++) {
    const byte = message[next];
    if (byte === undefined) throw new Error('the ONNX file is cut off');
    value += (byte & 127) * factor;
    if (byte < 128) return [value, next + 1];
    factor *= 128;
  }
  throw new Error('this is not an ONNX file');
}
