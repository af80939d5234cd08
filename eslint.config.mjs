import tseslint from 'typescript-eslint';

/**
 * Who may import whom. A room may import only itself, the rooms listed here, and packages;
 * CONTRIBUTING.md has the same table with the reasons.
 */
const mainRooms = {
  errors: [],
  log: ['errors'],
  process: ['errors'],
  card: ['errors'],
  serial: ['errors', 'card', 'log'],
  photo: ['errors', 'process', '../native-bridge/photo-decoder'],
  face: ['errors', '../models'],
  engine: ['errors', 'process', 'face', '../models'],
  compare: ['errors', 'face'],
  evaluate: ['errors', 'face', 'compare'],
  settings: ['errors', 'compare', 'photo', 'card'],
  station: ['errors', 'card', 'photo', 'face', 'engine', 'compare', 'settings'],
  ipc: ['errors', 'compare', 'card', 'station'],
};

/** Packages that are a transport or a user interface: the domain must not know them. */
const transports = [
  'serialport',
  'koffi',
  'electron',
  'react',
  'react-dom',
  'node:child_process',
  'node:net',
  'node:http',
];
const domain = ['card', 'face', 'compare'];

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const outsideOf = (ups, allowed) => ({
  regex: `^${'\\.\\./'.repeat(ups)}(?!${[...allowed].map((room) => `${escape(room)}/`).join('|') || '$'})`,
  message:
    'This room may not import that one: see the table in eslint.config.mjs and CONTRIBUTING.md.',
});
const packages = (names, message) => ({ regex: `^(${names.map(escape).join('|')})($|/)`, message });
const onlyElectronRoom = packages(['electron'], 'Only main/electron imports electron.');

const roomRules = Object.entries(mainRooms).map(([room, allowed]) => ({
  files: [`main/${room}/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          outsideOf(1, allowed),
          onlyElectronRoom,
          ...(domain.includes(room)
            ? [packages(transports, 'The domain imports no transport and no user interface.')]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['build/', 'release/', 'models/onnx/', 'coverage/', 'node_modules/', '*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a const object and a union type.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import from the file that has it.',
        },
      ],
      'no-restricted-imports': ['error', { patterns: [onlyElectronRoom] }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  ...roomRules,
  {
    files: ['native-bridge/*/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [outsideOf(2, ['main/card', 'main/errors', 'main/process']), onlyElectronRoom],
        },
      ],
    },
  },
  {
    files: ['models/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [onlyElectronRoom] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'main/(?!ipc/)',
              message: 'The renderer knows the main process only through main/ipc.',
            },
            {
              regex: '^(node:|electron($|/))',
              message: 'The renderer has neither Node nor Electron.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['main/electron/*.ts', 'test/main/electron/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
);
