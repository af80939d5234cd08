import type { ListedPort } from '../../main/ipc/settings-view.ts';
import type { Choice } from '../parts/select.tsx';

/** Stands for looking for the reader (the schema's). */
export const anyPort = 'auto';

/**
 * Ports to choose from. The one that is chosen is among them even while it is not plugged in, else
 * saving anything would choose another.
 */
export const portChoices = (
  ports: readonly ListedPort[],
  chosen: string,
  words: { readonly any: string; readonly notListed: (port: string) => string },
): readonly Choice<string>[] => {
  const isListed = chosen === anyPort || ports.some(({ path }) => path === chosen);
  return [
    { value: anyPort, label: words.any },
    ...ports.map(({ path, label }) => ({
      value: path,
      label: label === path ? path : `${path} · ${label}`,
    })),
    ...(isListed ? [] : [{ value: chosen, label: words.notListed(chosen) }]),
  ];
};
