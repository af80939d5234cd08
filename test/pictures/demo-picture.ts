import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Draws docs/demo.svg from what `witness demo` prints now. Run by hand:
 *
 *   npx tsx test/pictures/demo-picture.ts
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const lineHeight = 19;
const margin = 18;

const run = async (): Promise<readonly string[]> => {
  const args = ['--import', 'tsx', join(root, 'main/cli/witness.ts'), 'demo'];
  const demo = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of demo.stdout) printed += String(chunk);
  return printed.trimEnd().split('\n');
};

const colourOf = (line: string): string => {
  if (line.startsWith('PASS')) return '#4ade80';
  if (line.startsWith('FAIL')) return '#f87171';
  if (line.startsWith('NO VERDICT')) return '#fbbf24';
  if (line.startsWith('──')) return '#93c5fd';
  return line.startsWith('  ') ? '#94a3b8' : '#e2e8f0';
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const draw = (lines: readonly string[]): string => {
  const height = lines.length * lineHeight + 2 * margin;
  const rows = lines.map((line, index) => {
    const y = margin + (index + 0.75) * lineHeight;
    const weight = /^(PASS|FAIL|NO VERDICT|──)/.test(line) ? ' font-weight="bold"' : '';
    return `  <text x="${margin}" y="${y}" fill="${colourOf(line)}"${weight}>${escaped(line)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 ${height}" font-family="ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace" font-size="13" xml:space="preserve">`,
    `  <rect width="980" height="${height}" rx="10" fill="#0f172a"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
};

const wrapped = (line: string): readonly string[] =>
  line.length <= 118 ? [line] : (line.match(/.{1,116}(?:\s|$)/g) ?? [line]);

const printed = await run();
await writeFile(
  join(root, 'docs/demo.svg'),
  draw(['$ npm run demo', '', ...printed.flatMap(wrapped)]),
);
