/** Bytes of WebAssembly code: an expression that leaves a value, or a statement that leaves none. */
export type Code = readonly number[];

export type ValueType = 'i32' | 'i64' | 'f64' | 'v128';

/** A whole number, not negative, in LEB128. */
export const unsigned = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];

/** A whole number with a sign in LEB128. */
const signed = (value: bigint): Code => {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = rest === ((low & 0x40) === 0 ? 0n : -1n);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
};

type Operation = (...operands: readonly Code[]) => Code;

/** An instruction, after the code of its operands. */
const instruction =
  (...bytes: Code): Operation =>
  (...operands) => [...operands.flat(), ...bytes];

/** An instruction on 128 bits, after the code of its operands. */
const vector = (opcode: number, ...immediates: Code): Operation =>
  instruction(0xfd, ...unsigned(opcode), ...immediates);

/** Byte indices of a constant shuffle; −1 gives zero. */
const constantIndices = (indices: readonly number[]): Code => [
  0xfd,
  12,
  ...Array.from({ length: 16 }, (_, lane) => (indices[lane] ?? -1) & 0xff),
];

/** Memory is read and written wherever it lies: no alignment is promised. */
const anywhere = [0, 0];

/** The instructions the kernels use, under their names in the WebAssembly text format. */
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(BigInt(value))],
  ltU: instruction(0x49),
  add: instruction(0x6a),
  sub: instruction(0x6b),
  mul: instruction(0x6c),
  and: instruction(0x71),
  shrU: instruction(0x76),
  wrapI64: instruction(0xa7),
};

export const i64 = {
  const: (value: bigint): Code => [0x42, ...signed(value)],
  ltS: instruction(0x53),
  ltU: instruction(0x54),
  add: instruction(0x7c),
  shl: instruction(0x86),
  shrS: instruction(0x87),
  extendI32: instruction(0xac),
  truncSatF64: instruction(0xfc, 6),
};

export const f64 = {
  const: (value: number): Code => [0x44, ...new Uint8Array(new Float64Array([value]).buffer)],
  add: instruction(0xa0),
  sub: instruction(0xa1),
  mul: instruction(0xa2),
  convertI32: instruction(0xb7),
};

export const v128 = {
  load: vector(0, ...anywhere),
  load64Zero: vector(0x5d, ...anywhere),
  /** Operands: address, then vector. */
  store32: vector(0x5a, ...anywhere, 0),
  store64: vector(0x5b, ...anywhere, 0),
  /** Puts byte `indices[lane]` into each lane. */
  pick: (operand: Code, indices: readonly number[]): Code =>
    vector(0x0e)(operand, constantIndices(indices)),
};

export const i8x16 = { narrowI16x8U: vector(0x66) };

export const i16x8 = {
  splat: vector(0x10),
  extaddPairwiseI8x16U: vector(0x7d),
  shrU: vector(0x8d),
  add: vector(0x8e),
};

export const i32x4 = { splat: vector(0x11), sub: vector(0xb1), dotI16x8S: vector(0xba) };

export const f32x4 = {
  splat: (value: number): Code =>
    vector(0x13)([0x43, ...new Uint8Array(new Float32Array([value]).buffer)]),
  add: vector(0xe4),
  mul: vector(0xe6),
  convertI32x4: vector(0xfa),
};

/** Runs the one or the other, as a number is not zero or zero. */
export const ifElse = (
  condition: Code,
  then: readonly Code[],
  otherwise: readonly Code[],
): Code => [
  ...condition,
  ...[0x04, 0x40],
  ...then.flat(),
  ...(otherwise.length === 0 ? [] : [0x05]),
  ...otherwise.flat(),
  0x0b,
];

/** Runs its body, and again as long as the number it ends with is not zero. */
export const repeat = (body: readonly Code[], condition: Code): Code => [
  ...[0x03, 0x40],
  ...body.flat(),
  ...condition,
  ...[0x0d, 0x00, 0x0b],
];
