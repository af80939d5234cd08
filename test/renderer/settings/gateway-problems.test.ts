import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../../main/gateway/network-address.ts';
import type { GatewayDraft } from '../../../renderer/settings/gateway-draft.ts';
import { problemsOf } from '../../../renderer/settings/draft-problems.ts';
import { draftOf } from '../../../renderer/settings/settings-draft.ts';
import { someSettings } from './some-settings.ts';

const draft = draftOf(someSettings({ gateway: { enabled: true } }));
const problemsWith = (gateway: Partial<GatewayDraft>) =>
  problemsOf({ ...draft, gateway: { ...draft.gateway, ...gateway } });
const missing = { kind: 'missing' } as const;

describe('the gateway', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.5', false],
    ['gateway.example.com', false],
    ['127.example.com', false],
  ])('is reached from this machine alone at %s: %s', (host, isHere) => {
    expect(problemsWith({ host })).toEqual(
      isHere ? {} : { 'gateway.tls.cert': missing, 'gateway.tls.key': missing },
    );
    expect(problemsWith({ host, cert: '/a.pem', key: '/b.pem' })).toEqual({});
    expect(isLoopback(host)).toBe(isHere);
  });

  it('needs the key of a certificate, and the certificate of a key, anywhere', () => {
    expect(problemsWith({ cert: '/a.pem' })).toEqual({ 'gateway.tls.key': missing });
    expect(problemsWith({ key: '/a.pem' })).toEqual({ 'gateway.tls.cert': missing });
  });

  it('has nothing wrong where it is not enabled', () => {
    expect(problemsWith({ enabled: false, host: '', port: 'x', cert: '/a.pem' })).toEqual({});
  });
});
