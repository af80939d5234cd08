import path from 'node:path';

/** Ways out of the process, which the domain must not know; `homes` keeps the others from it. */
const transports = ['child_process', 'cluster', 'dgram', 'http', 'http2', 'https', 'net', 'tls'];
const mainRooms = [
  ...['browser', 'card', 'cli', 'cloud', 'compare', 'demo', 'desk-lock', 'drift', 'electron'],
  ...['engine', 'errors', 'evaluate', 'face', 'gateway', 'host', 'ipc', 'log', 'photo', 'process'],
  ...['records', 'serial', 'settings', 'start', 'station'],
].map((room) => `main/${room}`);
/** What runs a station, in a window, a browser or a terminal. */
const hosts = ['browser', 'cli', 'electron', 'start'].map((room) => `main/${room}`);
const mainButElectron = mainRooms.filter((room) => room !== 'main/electron');
const bridges = ['photo-decoder', 'pseudo-terminal', 'reader-emulator'].map(
  (room) => `native-bridge/${room}`,
);

/**
 * Who may import whom: room → the rooms it may import besides itself; the packages it may not
 * import (`without`), or the only ones it may (`packages`). Node's modules count as packages.
 * CONTRIBUTING.md has the same table with what each room is for.
 */
export const rooms = {
  'main/errors': { allowed: [] },
  'main/log': { allowed: ['main/errors'] },
  'main/process': { allowed: ['main/errors'] },
  'main/card': { allowed: ['main/errors'], without: transports },
  'main/serial': { allowed: ['main/errors', 'main/card', 'main/log'] },
  'main/photo': { allowed: ['main/errors', 'main/process', 'native-bridge/photo-decoder'] },
  'main/face': { allowed: ['main/errors', 'models'], without: transports },
  'main/engine': { allowed: ['main/errors', 'main/process', 'main/face', 'models'] },
  'main/compare': { allowed: ['main/errors', 'main/face'], without: transports },
  'main/cloud': { allowed: ['main/errors', 'main/compare', 'main/face'] },
  'main/gateway': {
    allowed: ['main/errors', 'main/compare', 'main/face', 'main/cloud', 'main/settings'],
  },
  'main/evaluate': { allowed: ['main/errors', 'main/face', 'main/compare'] },
  'main/desk-lock': { allowed: ['main/errors'], without: transports },
  'main/drift': { allowed: ['main/errors', 'main/compare'], without: transports },
  'main/settings': { allowed: ['main/errors', 'main/compare', 'main/photo', 'main/card'] },
  'main/records': { allowed: ['main/errors', 'main/compare', 'main/card'] },
  'main/station': {
    allowed: [
      ...['main/errors', 'main/card', 'main/photo', 'main/face', 'main/engine', 'main/compare'],
      ...['main/settings', 'main/records'],
    ],
  },
  'main/ipc': {
    allowed: [
      ...['main/errors', 'main/compare', 'main/card', 'main/face', 'main/settings'],
      ...['main/records', 'main/station'],
    ],
  },
  'main/demo': {
    allowed: [
      ...['main/errors', 'main/card', 'main/serial', 'main/face', 'main/compare', 'main/evaluate'],
      ...['native-bridge/pseudo-terminal', 'native-bridge/reader-emulator'],
    ],
  },
  'main/host': { allowed: mainRooms.filter((room) => !hosts.includes(room)) },
  'main/browser': { allowed: ['main/errors', 'main/log', 'main/ipc', 'main/host'] },
  'main/electron': {
    allowed: mainRooms.filter((room) => !['main/browser', 'main/cli', 'main/start'].includes(room)),
  },
  'main/start': {
    allowed: ['main/errors', 'main/log', 'main/settings', 'main/host', 'main/browser'],
  },
  'main/cli': { allowed: [...mainButElectron, ...bridges, 'models'] },
  renderer: {
    allowed: ['main/ipc'],
    packages: ['react', 'react-dom', 'recharts', 'i18next', 'react-i18next'],
  },
  'native-bridge/photo-decoder': { allowed: ['main/errors', 'main/process'] },
  'native-bridge/pseudo-terminal': { allowed: ['main/errors'] },
  'native-bridge/reader-emulator': { allowed: ['main/card', 'main/errors'] },
  models: { allowed: ['main/errors'] },
};

/** Packages with one home: no other room imports them. */
export const homes = {
  electron: ['main/electron'],
  serialport: ['main/serial'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  recharts: ['renderer'],
  i18next: ['renderer'],
  'react-i18next': ['renderer'],
  fastify: ['main/browser', 'main/gateway'],
  '@fastify/busboy': ['main/gateway'],
  '@redis/client': ['main/gateway'],
  'ipaddr.js': ['main/gateway'],
  'prom-client': ['main/gateway'],
  'rate-limiter-flexible': ['main/gateway'],
  'electron-updater': ['main/electron'],
  koffi: ['native-bridge/photo-decoder', 'native-bridge/pseudo-terminal'],
};

/** Packages that tests, too, import only beside their home: outside Electron there is none to talk to. */
const boundInTests = ['electron'];

const isInside = (room, file) => file.startsWith(`${room}/`);

/** @param file - path from the top of the tree, with `/`. */
const roomOf = (file) => Object.keys(rooms).find((room) => isInside(room, file));

/** `react-dom/client` → `react-dom`, `node:fs/promises` → `fs`, `@scope/name/part` → `@scope/name`. */
const packageOf = (specifier) => {
  const parts = specifier.replace(/^node:/, '').split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
};

const packageProblem = (file, specifier) => {
  const name = packageOf(specifier);
  const room = roomOf(file);
  const home = homes[name];
  const isBound = home && (!isInside('test', file) || boundInTests.includes(name));
  if (isBound && !home.some((at) => isInside(at, file) || isInside(`test/${at}`, file))) {
    return `Only ${home.join(' and ')} may import "${name}".`;
  }
  if (room === undefined) return undefined;
  const { without = [], packages } = rooms[room];
  if (without.includes(name)) {
    return `${room} may not import "${specifier}": the domain knows no transport.`;
  }
  if (packages && !packages.includes(name)) {
    return `${room} may not import "${specifier}": of packages it has only ${packages.join(' and ')}.`;
  }
  return undefined;
};

const fileProblem = (file, specifier) => {
  const from = roomOf(file);
  if (from === undefined) return undefined;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (isInside(from, target)) return undefined;
  const { allowed } = rooms[from];
  if (allowed.some((room) => isInside(room, target))) return undefined;
  const may = allowed.length === 0 ? 'no other room' : `only ${allowed.join(', ')}`;
  return `${from} may not import ${roomOf(target) ?? target}; besides itself it imports ${may} (see CONTRIBUTING.md).`;
};

/** The text of a specifier that is written out; one that is computed cannot be judged. */
const textOf = (source) => {
  if (source?.type === 'TSLiteralType') return textOf(source.literal);
  if (source?.type === 'TemplateLiteral' && source.expressions.length === 0) {
    return source.quasis[0].value.cooked;
  }
  return typeof source?.value === 'string' ? source.value : undefined;
};

/** ESLint's rule: imports follow the table above, judged on the path they lead to. */
const imports = {
  meta: {
    type: 'problem',
    docs: { description: 'keep each room to the rooms and packages it may import' },
    messages: { forbidden: '{{problem}}' },
    schema: [],
  },
  create: (context) => {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (source) => {
      const specifier = textOf(source);
      if (specifier === undefined) return;
      const problem = specifier.startsWith('.')
        ? fileProblem(file, specifier)
        : packageProblem(file, specifier);
      if (problem) context.report({ node: source, messageId: 'forbidden', data: { problem } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument),
    };
  },
};

export const roomsPlugin = { rules: { imports } };
