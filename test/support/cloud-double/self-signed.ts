import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key; both PEM. */
export interface SelfSigned {
  readonly certificate: string;
  readonly key: string;
}

/** An authority of a site's own. */
export interface PrivateAuthority {
  /** PEM. */
  readonly certificate: string;
  /** A certificate for a name or an IPv4 address, with its key. */
  readonly issue: (host: string) => SelfSigned;
}

/** Makes a certificate for a host that nobody vouches for, so that no private key lies in the tree. */
export const makeSelfSigned = (host = '127.0.0.1'): SelfSigned => {
  const { privateKey, publicKey } = newKeys();
  const name = nameOf('cloud double');
  const certificate = certify(
    { subject: name, publicKey, extensions: [alternativeName(host)] },
    { name, privateKey },
  );
  return { certificate, key: pemOf(privateKey) };
};

/** Makes an authority that well-behaved clients only trust when told to. */
export const makeAuthority = (): PrivateAuthority => {
  const { privateKey, publicKey } = newKeys();
  const name = nameOf('authority of the house');
  const issuer = { name, privateKey };
  return {
    certificate: certify({ subject: name, publicKey, extensions: [isAuthority] }, issuer),
    issue: (host) => {
      const leaf = newKeys();
      const certificate = certify(
        {
          subject: nameOf('cloud double'),
          publicKey: leaf.publicKey,
          extensions: [alternativeName(host)],
        },
        issuer,
      );
      return { certificate, key: pemOf(leaf.privateKey) };
    },
  };
};

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const newKeys = (): Keys => generateKeyPairSync('ec', { namedCurve: 'P-256' });

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** X.509 version 3, ECDSA with SHA-256 on P-256. */
const certify = (
  {
    subject,
    publicKey,
    extensions,
  }: {
    readonly subject: Buffer;
    readonly publicKey: KeyObject;
    readonly extensions: readonly Buffer[];
  },
  issuer: { readonly name: Buffer; readonly privateKey: KeyObject },
): string => {
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    issuer.name,
    sequence(time('20200101000000Z'), time('21200101000000Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', toBeSigned, issuer.privateKey);
  const der = sequence(
    toBeSigned,
    algorithm,
    tlv(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};

/** Tag, length, value of DER (X.690). */
const tlv = (tag: number, value: Uint8Array): Buffer => {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
};

const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, Buffer.concat(parts));
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
const time = (text: string): Buffer => tlv(0x18, Buffer.from(text, 'ascii'));

const nameOf = (common: string): Buffer =>
  sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(common)))));

const alternativeName = (host: string): Buffer => {
  const isAddress = /^\d+(\.\d+){3}$/.test(host);
  const entry = isAddress
    ? tlv(0x87, Buffer.from(host.split('.').map(Number)))
    : tlv(0x82, Buffer.from(host, 'ascii'));
  return sequence(oid('551d11'), tlv(0x04, sequence(entry)));
};

/** Basic constraints, critical: an authority. */
const isAuthority = sequence(
  oid('551d13'),
  tlv(0x01, Buffer.from([0xff])),
  tlv(0x04, sequence(tlv(0x01, Buffer.from([0xff])))),
);
