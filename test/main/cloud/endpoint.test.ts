import { describe, expect, test } from 'vitest';
import { cloudauthEndpoint, parseEndpoint } from '../../../main/cloud/endpoint.ts';

describe('the address of the service', () => {
  test.each([
    [cloudauthEndpoint, 'https://cloudauth.aliyuncs.com/'],
    ['https://cloudauth-vpc.aliyuncs.com/', 'https://cloudauth-vpc.aliyuncs.com/'],
    ['https://gateway.example:8443', 'https://gateway.example:8443/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://127.1', 'http://127.0.0.1/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://[::1]:8080', 'http://[::1]:8080/'],
  ])('%s is taken', (given, href) => {
    expect(parseEndpoint(given).href).toBe(href);
  });

  test.each([
    ['no address', 'cloudauth'],
    ['nothing', ''],
    ['pictures over the network without TLS', 'http://cloudauth.aliyuncs.com'],
    ['a name that only begins like this machine', 'http://127.0.0.1.example.com'],
    ['a name that only begins like localhost', 'http://localhost.example.com'],
    ['a path', 'https://gateway.example/api'],
    ['a query', 'https://gateway.example/?region=1'],
    ['a fragment', 'https://gateway.example/#1'],
    ['a password', 'https://me:pass@gateway.example'],
    ['this machine as the name of a user', 'http://127.0.0.1@gateway.example'],
    ['another protocol', 'ftp://127.0.0.1'],
  ])('%s is refused: %s', (_, given) => {
    expect(() => parseEndpoint(given)).toThrow(
      expect.objectContaining({ code: 'cloud.endpoint-invalid', data: {} }),
    );
  });
});
