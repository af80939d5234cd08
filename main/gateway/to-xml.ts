/** What an element can hold: text, or other elements by name. */
export type XmlValue = string | number | boolean | { readonly [name: string]: XmlValue };

/** An XML document of elements alone. */
export const toXml = (root: string, value: XmlValue): string =>
  `<?xml version='1.0' encoding='UTF-8'?>${element(root, value)}`;

const element = (name: string, value: XmlValue): string => {
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, inner]) => element(child, inner))
          .join('')
      : escape(String(value));
  return `<${name}>${content}</${name}>`;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 cannot hold at all are left out. */
const escape = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
