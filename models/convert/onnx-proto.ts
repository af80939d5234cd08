import protobuf from 'protobufjs';

/**
 * The messages of ONNX that the conversion writes, with the field numbers of the public `onnx.proto`
 * (IR version 8). Fields that are never written are left out.
 */
const schema = `
syntax = "proto2";
package onnx;

message ModelProto {
  optional int64 ir_version = 1;
  optional string producer_name = 2;
  optional GraphProto graph = 7;
  repeated OperatorSetIdProto opset_import = 8;
}
message OperatorSetIdProto {
  optional string domain = 1;
  optional int64 version = 2;
}
message GraphProto {
  repeated NodeProto node = 1;
  optional string name = 2;
  repeated TensorProto initializer = 5;
  repeated ValueInfoProto input = 11;
  repeated ValueInfoProto output = 12;
}
message NodeProto {
  repeated string input = 1;
  repeated string output = 2;
  optional string name = 3;
  optional string op_type = 4;
  repeated AttributeProto attribute = 5;
}
message AttributeProto {
  optional string name = 1;
  optional int64 i = 3;
  repeated int64 ints = 8;
  optional int32 type = 20;
}
message TensorProto {
  repeated int64 dims = 1;
  optional int32 data_type = 2;
  optional string name = 8;
  optional bytes raw_data = 9;
}
message ValueInfoProto {
  optional string name = 1;
  optional TypeProto type = 2;
}
message TypeProto {
  optional TensorTypeProto tensor_type = 1;
}
message TensorTypeProto {
  optional int32 elem_type = 1;
  optional TensorShapeProto shape = 2;
}
message TensorShapeProto {
  repeated DimensionProto dim = 1;
}
message DimensionProto {
  optional int64 dim_value = 1;
  optional string dim_param = 2;
}
`;

/** `TensorProto.DataType`. */
export const elementTypes = { float32: 1, uint8: 2, int64: 7 } as const;
export type ElementType = keyof typeof elementTypes;

/** `AttributeProto.AttributeType`. */
export const attributeTypes = { integer: 2, integers: 7 } as const;

export interface AttributeMessage {
  readonly name: string;
  readonly i?: number;
  readonly ints?: readonly number[];
  readonly type: number;
}

export interface NodeMessage {
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly name: string;
  readonly opType: string;
  readonly attribute: readonly AttributeMessage[];
}

export interface TensorMessage {
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly name: string;
  readonly rawData: Uint8Array;
}

export interface ValueInfoMessage {
  readonly name: string;
  readonly type: {
    readonly tensorType: {
      readonly elemType: number;
      readonly shape: {
        readonly dim: readonly ({ readonly dimValue: number } | { readonly dimParam: string })[];
      };
    };
  };
}

export interface ModelMessage {
  readonly irVersion: number;
  readonly producerName: string;
  readonly graph: {
    readonly node: readonly NodeMessage[];
    readonly name: string;
    readonly initializer: readonly TensorMessage[];
    readonly input: readonly ValueInfoMessage[];
    readonly output: readonly ValueInfoMessage[];
  };
  readonly opsetImport: readonly { readonly domain: string; readonly version: number }[];
}

const modelProto = protobuf.parse(schema).root.lookupType('onnx.ModelProto');

/**
 * Encodes an ONNX model. The same message gives the same bytes on every machine: fields are written in
 * the order of their numbers, lists in their own order, and nothing else is added.
 */
export const encodeModel = (model: ModelMessage): Uint8Array =>
  modelProto.encode(modelProto.fromObject(model)).finish();
