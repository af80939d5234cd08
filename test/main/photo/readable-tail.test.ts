import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableTail } from '../../../main/photo/readable-tail.ts';

const tailOf = (text: string): string => readableTail(Buffer.from(text));

describe('readableTail', () => {
  it('joins the lines of a message', () => {
    expect(tailOf('loading libwlt.so\r\nerror: no licence in /opt/decoder\n')).toBe(
      'loading libwlt.so error: no licence in /opt/decoder',
    );
    expect(tailOf('错误：\t没有授权文件')).toBe('错误： 没有授权文件');
  });

  it('keeps the end of a long message', () => {
    const tail = tailOf(`${'word '.repeat(1000)}the end`);
    expect(tail.length).toBe(400);
    expect(tail.endsWith('the end')).toBe(true);
  });

  it('drops lines that are not text', () => {
    expect(tailOf('before\nWLf\0~\0\x32\nafter')).toBe('before after');
    expect(readableTail(Uint8Array.of(0x57, 0x4c, 0xff, 0x85))).toBe('–');
  });

  it.each([
    ['hexadecimal', (photo: Buffer) => photo.toString('hex')],
    ['spaced hexadecimal', (photo: Buffer) => photo.toString('hex').replace(/../g, '$& ')],
    ['C notation', (photo: Buffer) => photo.toString('hex').replace(/../g, '0x$&, ')],
    ['Python notation', (photo: Buffer) => photo.toString('hex').replace(/../g, '\\x$&')],
    ['base64', (photo: Buffer) => photo.toString('base64')],
  ])('leaves out a photo that the command prints as %s', (_notation, print) => {
    const photo = fc.uint8Array({ minLength: 600, maxLength: 1024 });
    fc.assert(
      fc.property(photo, (bytes) => {
        const tail = tailOf(`cannot decode ${print(Buffer.from(bytes))}\ngiving up`);
        expect(tail.startsWith('cannot decode …')).toBe(true);
        expect(tail.endsWith('giving up')).toBe(true);
        expect(tail.length).toBeLessThan(60);
      }),
    );
  });
});
