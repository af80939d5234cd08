/*
 * The contract's types are taken from schemas that run in Node; this is all of Node they name. The
 * page gets only the types, so it is not given Node's own, with which it could be written to need Node.
 */
declare module 'node:path' {
  export const isAbsolute: (path: string) => boolean;
}
