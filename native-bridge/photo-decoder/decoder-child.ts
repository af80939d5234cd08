import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { connectToParent } from '../../main/process/parent-port.ts';
import { serveCalls } from '../../main/process/serve-calls.ts';
import { callLibrary } from './call-library.ts';
import type { DecoderContract } from './decoder-contract.ts';

/** The directory of the call that runs now: nobody else is left to remove it if the parent dies. */
let directory: string | undefined;

connectToParent().onParentGone(() => {
  if (directory !== undefined) {
    process.chdir(dirname(directory));
    rmSync(directory, { recursive: true, force: true });
  }
  // A normal exit would wait for the thread in which a decoder may hang.
  process.kill(process.pid, 'SIGKILL');
});

serveCalls<DecoderContract>(async (call) => {
  directory = call.directory;
  try {
    return await callLibrary(call);
  } finally {
    directory = undefined;
  }
});
