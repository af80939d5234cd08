/** An `Authorization` of `face/compare` and the moment it was fresh, in seconds since 1970. */
export interface CapturedSignature {
  readonly name: string;
  readonly authorization: string;
  readonly at: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** A whole request as an SDK sends it, taken off the wire; its pictures are stubs of seven bytes. */
export interface CapturedRequest {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
  readonly at: number;
}

/** Made up. */
export const capturedPair = {
  appId: '1250000000',
  secretId: 'AKIDmadeupsecretid0001',
  secretKey: 'made-up-secret-key-0001',
};

export const capturedSignatures: readonly CapturedSignature[] = [
  {
    name: 'image-node-sdk@1.0.7 faceCompare: json urls (fields a,k,e,t,r,u,f; no b)',
    authorization:
      'Ooi7v2I8SmrD8xsqdVF2Gn5HdHVhPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzMyMCZ0PTE3OTUyMTcyMjAmcj0xNDk4MiZ1PTAmZj0=',
    at: 1795217220,
    fields: {
      a: '1250000000',
      k: 'AKIDmadeupsecretid0001',
      e: '1795217320',
      t: '1795217220',
      r: '14982',
      u: '0',
      f: '',
    },
  },
  {
    name: 'image-node-sdk@1.0.7 faceCompare: multipart files (fields a,k,e,t,r,u,f; no b)',
    authorization:
      '3jhHSl3IuDQGb+6oqVqZhmDPsD5hPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzMyMCZ0PTE3OTUyMTcyMjAmcj0xMjkzMiZ1PTAmZj0=',
    at: 1795217220,
    fields: {
      a: '1250000000',
      k: 'AKIDmadeupsecretid0001',
      e: '1795217320',
      t: '1795217220',
      r: '12932',
      u: '0',
      f: '',
    },
  },
  {
    name: 'tencentyun/image-python-sdk-v2.0 face_compare: url pair as JSON (fields a,b,k,e,t,r,f)',
    authorization:
      'goCyQEU9gxziv5y/NdV4PXUy8SphPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTcyNDMmdD0xNzk1MjE3MjEzJnI9NTgzMTUzMjM3JmY9',
    at: 1795217213,
    fields: {
      a: '1250000000',
      b: 'testbucket',
      k: 'AKIDmadeupsecretid0001',
      e: '1795217243',
      t: '1795217213',
      r: '583153237',
      f: '',
    },
  },
  {
    name: 'tencentyun/image-php-sdk-v2.0 faceCompare: url pair as multipart (fields a,b,k,e,t,r,f)',
    authorization:
      'M9Jjc2bqhZuFU1r9Iyssh4hEgJZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTcyNDMmdD0xNzk1MjE3MjEzJnI9MzYxMDUxMzA0JmY9',
    at: 1795217213,
    fields: {
      a: '1250000000',
      b: 'testbucket',
      k: 'AKIDmadeupsecretid0001',
      e: '1795217243',
      t: '1795217213',
      r: '361051304',
      f: '',
    },
  },
  {
    name: 'tencentyun/image-java-sdk-v2.0 faceCompare (source of release 2.4.1): url pair as JSON (fields a,b,k,t,e; no r, no f)',
    authorization:
      'vvEg7oOGkSmk2UrHBCmTQTV0AyZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZ0PTE3OTUyMTcyMTUmZT0xNzk1MjE3NTE1',
    at: 1795217215,
    fields: {
      a: '1250000000',
      b: 'testbucket',
      k: 'AKIDmadeupsecretid0001',
      t: '1795217215',
      e: '1795217515',
    },
  },
  {
    name: 'by the rule: single-use signature: e=0 and f set',
    authorization:
      'MxDNC3i27TlBrgG+G1VKvpihbbNhPTEyNTAwMDAwMDAmYj0maz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MCZ0PTE3MDAwMDAwMDAmcj0xMjM0NSZmPS8xMjUwMDAwMDAwL2J1Y2tldC94LmpwZw==',
    at: 1700000000,
    fields: {
      a: '1250000000',
      b: '',
      k: 'AKIDmadeupsecretid0001',
      e: '0',
      t: '1700000000',
      r: '12345',
      f: '/1250000000/bucket/x.jpg',
    },
  },
  {
    name: 'by the rule: reusable, fixed clock',
    authorization:
      'zg3T+W1/EmuA5i1HS8etdwJ6AIhhPTEyNTAwMDAwMDAmYj1idWNrZXQmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTcwMDAwMzYwMCZ0PTE3MDAwMDAwMDAmcj0xMjM0NTY3ODkwJmY9',
    at: 1700000000,
    fields: {
      a: '1250000000',
      b: 'bucket',
      k: 'AKIDmadeupsecretid0001',
      e: '1700003600',
      t: '1700000000',
      r: '1234567890',
      f: '',
    },
  },
];

/** None of them is what it should be; `codes` are those that may say so. */
export const forgedSignatures = [
  {
    name: 'text first, digest last (wrong order)',
    authorization:
      'YT0xMjUwMDAwMDAwJms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTczMjAmdD0xNzk1MjE3MjIwJnI9MTQ5ODImdT0wJmY9Ooi7v2I8SmrD8xsqdVF2Gn5HdHU=',
    codes: [5],
  },
  {
    name: 'one bit of the text changed',
    authorization:
      'Ooi7v2I8SmrD8xsqdVF2Gn5HdHVhPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzMyMCZ0PTE3OTUyMTcyMjAmcj0xNDk4MiZ1PTAnZj0=',
    codes: [14, 5],
  },
  {
    name: 'hex digest instead of the 20 raw bytes',
    authorization:
      'M2E4OGJiYmY2MjNjNGE2YWMzZjMxYjJhNzU1MTc2MWE3ZTQ3NzQ3NWE9MTI1MDAwMDAwMCZrPUFLSURtYWRldXBzZWNyZXRpZDAwMDEmZT0xNzk1MjE3MzIwJnQ9MTc5NTIxNzIyMCZyPTE0OTgyJnU9MCZmPQ==',
    codes: [5],
  },
] as const;

export const capturedRequests: readonly CapturedRequest[] = [
  {
    name: 'image-node-sdk@1.0.7 faceCompare: two URLs, JSON',
    headers: {
      host: 'recognition.image.myqcloud.com',
      'content-type': 'application/json',
      authorization:
        'OlJ3Zk3+w3jZFi/IKlkXA6YolmJhPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzUwMCZ0PTE3OTUyMTc0MDAmcj0xNDgyMiZ1PTAmZj0=',
    },
    body: 'eyJ1cmxBIjoiaHR0cDovL2ltZy5leGFtcGxlLmNvbS9hLmpwZyIsInVybEIiOiJodHRwOi8vaW1nLmV4YW1wbGUuY29tL2IuanBnIiwiYXBwaWQiOiIxMjUwMDAwMDAwIn0=',
    at: 1795217400,
  },
  {
    name: 'image-node-sdk@1.0.7 faceCompare: two file streams, multipart',
    headers: {
      host: 'recognition.image.myqcloud.com',
      'content-type':
        'multipart/form-data; boundary=--------------------------343776144945625674544839',
      authorization:
        'b3sU+WfhwMpdZWDWRAm8gwtJCHBhPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzUwMCZ0PTE3OTUyMTc0MDAmcj0xNzExOCZ1PTAmZj0=',
    },
    body: 'LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTM0Mzc3NjE0NDk0NTYyNTY3NDU0NDgzOQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJpbWFnZUEiOyBmaWxlbmFtZT0iYS5qcGciDQpDb250ZW50LVR5cGU6IGltYWdlL2pwZWcNCg0K/9j/4AECAw0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTM0Mzc3NjE0NDk0NTYyNTY3NDU0NDgzOQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJpbWFnZUIiOyBmaWxlbmFtZT0iYi5qcGciDQpDb250ZW50LVR5cGU6IGltYWdlL2pwZWcNCg0K/9j/4AQFBg0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTM0Mzc3NjE0NDk0NTYyNTY3NDU0NDgzOQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJhcHBpZCINCg0KMTI1MDAwMDAwMA0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTM0Mzc3NjE0NDk0NTYyNTY3NDU0NDgzOS0tDQo=',
    at: 1795217400,
  },
  {
    name: 'image-node-sdk@1.0.7 faceCompare: two Buffers, multipart parts without filename',
    headers: {
      host: 'recognition.image.myqcloud.com',
      'content-type':
        'multipart/form-data; boundary=--------------------------768091275929789536926351',
      authorization:
        'R8hC6r4SfnWDqAYaadhnd9C5LcphPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzUwMCZ0PTE3OTUyMTc0MDAmcj02ODE0MyZ1PTAmZj0=',
    },
    body: 'LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTc2ODA5MTI3NTkyOTc4OTUzNjkyNjM1MQ0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJpbWFnZUEiDQpDb250ZW50LVR5cGU6IGFwcGxpY2F0aW9uL29jdGV0LXN0cmVhbQ0KDQr/2P/gAQIDDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tNzY4MDkxMjc1OTI5Nzg5NTM2OTI2MzUxDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImltYWdlQiINCkNvbnRlbnQtVHlwZTogYXBwbGljYXRpb24vb2N0ZXQtc3RyZWFtDQoNCv/Y/+AEBQYNCi0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS03NjgwOTEyNzU5Mjk3ODk1MzY5MjYzNTENCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iYXBwaWQiDQoNCjEyNTAwMDAwMDANCi0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS03NjgwOTEyNzU5Mjk3ODk1MzY5MjYzNTEtLQ0K',
    at: 1795217400,
  },
  {
    name: 'image-node-sdk@1.0.7 faceCompare: file + URL, multipart',
    headers: {
      host: 'recognition.image.myqcloud.com',
      'content-type':
        'multipart/form-data; boundary=--------------------------017048327399095118556982',
      authorization:
        'VnaLiX1OSRug15D3tnybaJwtha1hPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzUwMCZ0PTE3OTUyMTc0MDAmcj03NTc0NiZ1PTAmZj0=',
    },
    body: 'LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTAxNzA0ODMyNzM5OTA5NTExODU1Njk4Mg0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJpbWFnZUEiOyBmaWxlbmFtZT0iYS5qcGciDQpDb250ZW50LVR5cGU6IGltYWdlL2pwZWcNCg0K/9j/4AECAw0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTAxNzA0ODMyNzM5OTA5NTExODU1Njk4Mg0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJ1cmxCIg0KDQpodHRwOi8vaW1nLmV4YW1wbGUuY29tL2IuanBnDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tMDE3MDQ4MzI3Mzk5MDk1MTE4NTU2OTgyDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImFwcGlkIg0KDQoxMjUwMDAwMDAwDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tMDE3MDQ4MzI3Mzk5MDk1MTE4NTU2OTgyLS0NCg==',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-python-sdk-v2.0 face_compare: two URLs, JSON',
    headers: {
      host: 'service.image.myqcloud.com',
      authorization:
        'ybXy6UPRfrmoVk2ksWHIENJOqx9hPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTc0MzAmdD0xNzk1MjE3NDAwJnI9MTk3MzIxMTY5JmY9',
      'content-type': 'application/json',
    },
    body: 'eyJhcHBpZCI6ICIxMjUwMDAwMDAwIiwgImJ1Y2tldCI6ICJ0ZXN0YnVja2V0IiwgInVybEEiOiAiaHR0cDovL2ltZy5leGFtcGxlLmNvbS9hLmpwZyIsICJ1cmxCIjogImh0dHA6Ly9pbWcuZXhhbXBsZS5jb20vYi5qcGcifQ==',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-python-sdk-v2.0 face_compare: two files, multipart; text fields carry a filename',
    headers: {
      host: 'service.image.myqcloud.com',
      authorization:
        'v0OOjmUOnOYm6ykYsDkMalZwCjVhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTc0MzAmdD0xNzk1MjE3NDAwJnI9MjgyMjQwMTAzJmY9',
      'content-type': 'multipart/form-data; boundary=bc2c090a906c88238c834a6dad65b193',
    },
    body: 'LS1iYzJjMDkwYTkwNmM4ODIzOGM4MzRhNmRhZDY1YjE5Mw0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJhcHBpZCI7IGZpbGVuYW1lPSJhcHBpZCINCg0KMTI1MDAwMDAwMA0KLS1iYzJjMDkwYTkwNmM4ODIzOGM4MzRhNmRhZDY1YjE5Mw0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJidWNrZXQiOyBmaWxlbmFtZT0iYnVja2V0Ig0KDQp0ZXN0YnVja2V0DQotLWJjMmMwOTBhOTA2Yzg4MjM4YzgzNGE2ZGFkNjViMTkzDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImltYWdlQSI7IGZpbGVuYW1lPSIvc3J2L3Bob3Rvcy9hLmpwZyINCg0K/9j/4AECAw0KLS1iYzJjMDkwYTkwNmM4ODIzOGM4MzRhNmRhZDY1YjE5Mw0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJpbWFnZUIiOyBmaWxlbmFtZT0iL3Nydi9waG90b3MvYi5qcGciDQoNCv/Y/+AEBQYNCi0tYmMyYzA5MGE5MDZjODgyMzhjODM0YTZkYWQ2NWIxOTMtLQ0K',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-python-sdk-v2.0 face_compare: bytes + URL, multipart; url field carries a filename',
    headers: {
      host: 'service.image.myqcloud.com',
      authorization:
        'H1vWrU1bMKsL7qFnRhoEjBgKDjVhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTc0MzAmdD0xNzk1MjE3NDAwJnI9NjUyMDY3NzI0JmY9',
      'content-type': 'multipart/form-data; boundary=c852558f2b602363a0b4196e96545076',
    },
    body: 'LS1jODUyNTU4ZjJiNjAyMzYzYTBiNDE5NmU5NjU0NTA3Ng0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJhcHBpZCI7IGZpbGVuYW1lPSJhcHBpZCINCg0KMTI1MDAwMDAwMA0KLS1jODUyNTU4ZjJiNjAyMzYzYTBiNDE5NmU5NjU0NTA3Ng0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJidWNrZXQiOyBmaWxlbmFtZT0iYnVja2V0Ig0KDQp0ZXN0YnVja2V0DQotLWM4NTI1NThmMmI2MDIzNjNhMGI0MTk2ZTk2NTQ1MDc2DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImltYWdlQSI7IGZpbGVuYW1lPSJpbWFnZUEiDQoNCv/Y/+ABAgMNCi0tYzg1MjU1OGYyYjYwMjM2M2EwYjQxOTZlOTY1NDUwNzYNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0idXJsQiI7IGZpbGVuYW1lPSJ1cmxCIg0KDQpodHRwOi8vaW1nLmV4YW1wbGUuY29tL2IuanBnDQotLWM4NTI1NThmMmI2MDIzNjNhMGI0MTk2ZTk2NTQ1MDc2LS0NCg==',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-php-sdk-v2.0 faceCompare: two URLs, still multipart',
    headers: {
      host: '127.0.0.1:8080',
      authorization:
        'zGeondgrrITTJgTYgPrW6knCZpphPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTc0MzAmdD0xNzk1MjE3NDAwJnI9NjgxNjIyNjM3JmY9',
      'content-type': 'multipart/form-data; boundary=------------------------0eb5b4617d012ca6',
    },
    body: 'LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0wZWI1YjQ2MTdkMDEyY2E2DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImFwcGlkIg0KDQoxMjUwMDAwMDAwDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTBlYjViNDYxN2QwMTJjYTYNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iYnVja2V0Ig0KDQp0ZXN0YnVja2V0DQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTBlYjViNDYxN2QwMTJjYTYNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0idXJsQSINCg0KaHR0cDovL2ltZy5leGFtcGxlLmNvbS9hLmpwZw0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0wZWI1YjQ2MTdkMDEyY2E2DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InVybEIiDQoNCmh0dHA6Ly9pbWcuZXhhbXBsZS5jb20vYi5qcGcNCi0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tMGViNWI0NjE3ZDAxMmNhNi0tDQo=',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-php-sdk-v2.0 faceCompare: two files, multipart',
    headers: {
      host: '127.0.0.1:8080',
      authorization:
        '2tCCN1vTNCIUaJq2mwImS0lWFZRhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTc0MzAmdD0xNzk1MjE3NDAwJnI9ODE2MDc1OTgyJmY9',
      'content-type': 'multipart/form-data; boundary=------------------------698e5ed586b1cf89',
    },
    body: 'LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS02OThlNWVkNTg2YjFjZjg5DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImFwcGlkIg0KDQoxMjUwMDAwMDAwDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTY5OGU1ZWQ1ODZiMWNmODkNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iYnVja2V0Ig0KDQp0ZXN0YnVja2V0DQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLTY5OGU1ZWQ1ODZiMWNmODkNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iaW1hZ2VBIjsgZmlsZW5hbWU9Ii9zcnYvcGhvdG9zL2EuanBnIg0KQ29udGVudC1UeXBlOiBhcHBsaWNhdGlvbi9vY3RldC1zdHJlYW0NCg0K/9j/4AECAw0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS02OThlNWVkNTg2YjFjZjg5DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImltYWdlQiI7IGZpbGVuYW1lPSIvc3J2L3Bob3Rvcy9iLmpwZyINCkNvbnRlbnQtVHlwZTogYXBwbGljYXRpb24vb2N0ZXQtc3RyZWFtDQoNCv/Y/+AEBQYNCi0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tNjk4ZTVlZDU4NmIxY2Y4OS0tDQo=',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-php-sdk-v2.0 faceCompare: raw bytes + URL; image part has neither filename nor Content-Type',
    headers: {
      host: '127.0.0.1:8080',
      authorization:
        'bQM7IXvFCxh+eNt9Eoc25eWGGKZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTc0MzAmdD0xNzk1MjE3NDAwJnI9MTY1NDc1MzA1NiZmPQ==',
      'content-type': 'multipart/form-data; boundary=------------------------cebb6a64c49c12f6',
    },
    body: 'LS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS1jZWJiNmE2NGM0OWMxMmY2DQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImFwcGlkIg0KDQoxMjUwMDAwMDAwDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLWNlYmI2YTY0YzQ5YzEyZjYNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iYnVja2V0Ig0KDQp0ZXN0YnVja2V0DQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLWNlYmI2YTY0YzQ5YzEyZjYNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iaW1hZ2VBIg0KDQr/2P/gAQIDDQotLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLWNlYmI2YTY0YzQ5YzEyZjYNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0idXJsQiINCg0KaHR0cDovL2ltZy5leGFtcGxlLmNvbS9iLmpwZw0KLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS1jZWJiNmE2NGM0OWMxMmY2LS0NCg==',
    at: 1795217400,
  },
  {
    name: 'tencentyun/image-java-sdk-v2.0 (2.4.1 source) faceCompare: two URLs, JSON',
    headers: {
      authorization:
        'v2PHpL9qvb8UdVozAo3XZBYbzlZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZ0PTE3OTUyMTc0MDImZT0xNzk1MjE3NzAy',
      'content-type': 'application/json; charset=utf-8',
      host: '127.0.0.1:8080',
    },
    body: 'eyJidWNrZXQiOiJ0ZXN0YnVja2V0IiwidXJsQSI6Imh0dHA6Ly9pbWcuZXhhbXBsZS5jb20vYS5qcGciLCJ1cmxCIjoiaHR0cDovL2ltZy5leGFtcGxlLmNvbS9iLmpwZyIsImFwcGlkIjoiMTI1MDAwMDAwMCJ9',
    at: 1795217402,
  },
  {
    name: 'tencentyun/image-java-sdk-v2.0 (2.4.1 source) faceCompare: two files, multipart; per-part Content-Length, image/jpg',
    headers: {
      authorization:
        'v2PHpL9qvb8UdVozAo3XZBYbzlZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZ0PTE3OTUyMTc0MDImZT0xNzk1MjE3NzAy',
      'content-type': 'multipart/form-data; boundary=52b798ef-1e41-47f0-bfcc-02e827ccb4cf',
      host: '127.0.0.1:8080',
    },
    body: 'LS01MmI3OThlZi0xZTQxLTQ3ZjAtYmZjYy0wMmU4MjdjY2I0Y2YNCkNvbnRlbnQtRGlzcG9zaXRpb246IGZvcm0tZGF0YTsgbmFtZT0iYnVja2V0Ig0KQ29udGVudC1MZW5ndGg6IDEwDQoNCnRlc3RidWNrZXQNCi0tNTJiNzk4ZWYtMWU0MS00N2YwLWJmY2MtMDJlODI3Y2NiNGNmDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImFwcGlkIg0KQ29udGVudC1MZW5ndGg6IDEwDQoNCjEyNTAwMDAwMDANCi0tNTJiNzk4ZWYtMWU0MS00N2YwLWJmY2MtMDJlODI3Y2NiNGNmDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9ImltYWdlQSI7IGZpbGVuYW1lPSJhLmpwZyINCkNvbnRlbnQtVHlwZTogaW1hZ2UvanBnDQpDb250ZW50LUxlbmd0aDogNw0KDQr/2P/gAQIDDQotLTUyYjc5OGVmLTFlNDEtNDdmMC1iZmNjLTAyZTgyN2NjYjRjZg0KQ29udGVudC1EaXNwb3NpdGlvbjogZm9ybS1kYXRhOyBuYW1lPSJpbWFnZUIiOyBmaWxlbmFtZT0iYi5qcGciDQpDb250ZW50LVR5cGU6IGltYWdlL2pwZw0KQ29udGVudC1MZW5ndGg6IDcNCg0K/9j/4AQFBg0KLS01MmI3OThlZi0xZTQxLTQ3ZjAtYmZjYy0wMmU4MjdjY2I0Y2YtLQ0K',
    at: 1795217402,
  },
];
