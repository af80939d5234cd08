/*
 * What a page does in these tests, as text: the tests' own types know no browser.
 */

/** Saves a file the page made itself. */
export const saveFile = (name: string, type: string): string => `(() => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['a,b'], { type: '${type}' }));
  link.download = '${name}';
  link.click();
})()`;

/** Gives how a call ended: `granted`, what it gave, or the error's name (a position's has a number). */
export const outcomeOf = (call: string): string =>
  `${call}.then((value) => (typeof value === 'string' ? value : 'granted'), ({ name, code }) => name ?? code)`;

/** Puts an empty frame into the page. */
export const addFrame = (name: string): string => `(() => {
  const frame = document.createElement('iframe');
  frame.name = '${name}';
  document.body.append(frame);
})()`;

/** Puts an element into the page, and gives it. */
export const addElement = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  text = '',
): string => `(() => {
  const element = document.createElement('${name}');
  for (const [key, value] of Object.entries(${JSON.stringify(attributes)})) element.setAttribute(key, value);
  element.textContent = ${JSON.stringify(text)};
  return document.body.appendChild(element);
})()`;
