import { app } from './app.ts';
import { translateScheme } from './app-address.ts';
import { record } from './control.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

const privileges = new Map<string, Electron.Privileges>();
const handlers = new Map<string, Handler>();

/** Schemes of the program's own. */
export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    record({ kind: 'schemes', schemes: structuredClone(schemes) });
    for (const { scheme, privileges: granted = {} } of schemes) {
      // An https origin stands for it, which is both: without them it would say more than is true.
      if (granted.standard !== true || granted.secure !== true)
        throw new Error(
          `The stand-in has only standard and secure schemes, which ${scheme} is not.`,
        );
      privileges.set(scheme, granted);
      translateScheme(scheme);
    }
  },
  handle: (scheme, handler) => {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileges.has(scheme)) throw new Error(`${scheme} was not registered as privileged.`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme) => {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;

/** Who answers for a scheme. */
export const handlerOf = (scheme: string): Handler | undefined => handlers.get(scheme);

/** Whether a page may load this kind of thing from a scheme of the program's own. */
export const isLoadableKind = (scheme: string, resourceType: string): boolean => {
  const granted = privileges.get(scheme);
  if (granted === undefined) return true;
  if (resourceType === 'Fetch' || resourceType === 'XHR') return granted.supportFetchAPI === true;
  return resourceType !== 'Media' || granted.stream === true;
};
