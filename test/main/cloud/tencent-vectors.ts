/** A header that the vendor's own SDKs, or its rules, gave a text. Keys are made up. */
export interface TencentVector {
  readonly name: string;
  readonly secretKey: string;
  /** What is signed. */
  readonly text: string;
  readonly authorization: string;
}

export const tencentVectors: readonly TencentVector[] = [
  {
    name: 'official-sdk image-node-sdk@1.0.7 faceCompare: json urls (fields a,k,e,t,r,u,f; no b)',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&k=AKIDmadeupsecretid0001&e=1795217320&t=1795217220&r=14982&u=0&f=',
    authorization:
      'Ooi7v2I8SmrD8xsqdVF2Gn5HdHVhPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzMyMCZ0PTE3OTUyMTcyMjAmcj0xNDk4MiZ1PTAmZj0=',
  },
  {
    name: 'official-sdk image-node-sdk@1.0.7 faceCompare: multipart files (fields a,k,e,t,r,u,f; no b)',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&k=AKIDmadeupsecretid0001&e=1795217320&t=1795217220&r=12932&u=0&f=',
    authorization:
      '3jhHSl3IuDQGb+6oqVqZhmDPsD5hPTEyNTAwMDAwMDAmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTc5NTIxNzMyMCZ0PTE3OTUyMTcyMjAmcj0xMjkzMiZ1PTAmZj0=',
  },
  {
    name: 'official-sdk tencentyun/image-python-sdk-v2.0 face_compare: url pair as JSON (fields a,b,k,e,t,r,f)',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&b=testbucket&k=AKIDmadeupsecretid0001&e=1795217243&t=1795217213&r=583153237&f=',
    authorization:
      'goCyQEU9gxziv5y/NdV4PXUy8SphPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTcyNDMmdD0xNzk1MjE3MjEzJnI9NTgzMTUzMjM3JmY9',
  },
  {
    name: 'official-sdk tencentyun/image-php-sdk-v2.0 faceCompare: url pair as multipart (fields a,b,k,e,t,r,f)',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&b=testbucket&k=AKIDmadeupsecretid0001&e=1795217243&t=1795217213&r=361051304&f=',
    authorization:
      'M9Jjc2bqhZuFU1r9Iyssh4hEgJZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZlPTE3OTUyMTcyNDMmdD0xNzk1MjE3MjEzJnI9MzYxMDUxMzA0JmY9',
  },
  {
    name: 'official-sdk tencentyun/image-java-sdk-v2.0 faceCompare (source of release 2.4.1): url pair as JSON (fields a,b,k,t,e; no r, no f)',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&b=testbucket&k=AKIDmadeupsecretid0001&t=1795217215&e=1795217515',
    authorization:
      'vvEg7oOGkSmk2UrHBCmTQTV0AyZhPTEyNTAwMDAwMDAmYj10ZXN0YnVja2V0Jms9QUtJRG1hZGV1cHNlY3JldGlkMDAwMSZ0PTE3OTUyMTcyMTUmZT0xNzk1MjE3NTE1',
  },
  {
    name: 'derived from the documented rule: single-use signature: e=0 and f set',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&b=&k=AKIDmadeupsecretid0001&e=0&t=1700000000&r=12345&f=/1250000000/bucket/x.jpg',
    authorization:
      'MxDNC3i27TlBrgG+G1VKvpihbbNhPTEyNTAwMDAwMDAmYj0maz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MCZ0PTE3MDAwMDAwMDAmcj0xMjM0NSZmPS8xMjUwMDAwMDAwL2J1Y2tldC94LmpwZw==',
  },
  {
    name: 'derived from the documented rule: reusable, fixed clock',
    secretKey: 'made-up-secret-key-0001',
    text: 'a=1250000000&b=bucket&k=AKIDmadeupsecretid0001&e=1700003600&t=1700000000&r=1234567890&f=',
    authorization:
      'zg3T+W1/EmuA5i1HS8etdwJ6AIhhPTEyNTAwMDAwMDAmYj1idWNrZXQmaz1BS0lEbWFkZXVwc2VjcmV0aWQwMDAxJmU9MTcwMDAwMzYwMCZ0PTE3MDAwMDAwMDAmcj0xMjM0NTY3ODkwJmY9',
  },
];
