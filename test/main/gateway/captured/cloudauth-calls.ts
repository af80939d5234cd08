/**
 * Calls of `CompareFaces` as the vendor's own libraries send them, taken off the wire, each with the
 * moment it was fresh. The key is made up; the pictures are stubs of a few bytes.
 */
export interface CapturedCall {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** What follows the `?`. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it carries temporary credentials, which the gateway gives out none of. */
  readonly hasToken: boolean;
}

export const capturedKey = { id: 'LTAI-test-key-0001', secret: 'made-up+secret/with=chars&0001' };
export const capturedAt = '2026-11-20T23:26:59Z';

/** Signed with RPC signature version 1. */
export const rpcCalls: readonly CapturedCall[] = [
  {
    name: '@alicloud/pop-core 1.8.0, all in the body: Base64',
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=bab9df64c170bc77a4b4eea86ca69c3f&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=ZrNH04ljnlqepOr7P1YTVnXMCq0%3D',
    hasToken: false,
  },
  {
    name: '@alicloud/pop-core 1.8.0, GET, all in the address: Base64',
    method: 'GET',
    query:
      'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=d1156a233ed9411b7013c71a7ad13981&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=xH87W1bz2TFvYyEautUk7JadMFg%3D',
    headers: {},
    body: '',
    hasToken: false,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, signature v2, images in the body: Base64',
    method: 'POST',
    query:
      'Action=CompareFaces&Format=json&Version=2019-03-07&Timestamp=2026-11-20T23%3A26%3A59Z&SignatureNonce=7971a5ee479f3ab7500da60b3ec58a850b9807631de8e456c5cc779ec27d2891&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=LTAI-test-key-0001&Signature=MNxIEHLuct6eeDrEi8JBw2tzkQ8%3D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D',
    hasToken: false,
  },
  {
    name: '@alicloud/pop-core 1.8.0, all in the body: Base64, token',
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SecurityToken=made-up%2Bsts%2Ftoken%3D%3D&SignatureMethod=HMAC-SHA1&SignatureNonce=d3d2ef5c4df49dd04d56ad98ce997a99&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=Oc7K3A8UJNGqTth5R4RcBIKkofM%3D',
    hasToken: true,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, signature v2, images in the body: Base64, token',
    method: 'POST',
    query:
      'Action=CompareFaces&Format=json&Version=2019-03-07&Timestamp=2026-11-20T23%3A26%3A59Z&SignatureNonce=57196f1f83a868409d6e4153cdba17abe01ecdc5fa90bbcb18e109e5a5465804&SecurityToken=made-up%2Bsts%2Ftoken%3D%3D&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=LTAI-test-key-0001&Signature=z5zgUNMNWyVqqm1DfW9bFFbDyPs%3D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D',
    hasToken: true,
  },
  {
    name: '@alicloud/pop-core 1.8.0, all in the body: addresses with reserved characters',
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=f499d53fee9bb3e32030c1c42a1219ad&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b%281%29%2A~%21%27%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=J582MQlGIDliDC%2F5VXzgYAcSkME%3D',
    hasToken: false,
  },
  {
    name: '@alicloud/pop-core 1.8.0, GET, all in the address: addresses with reserved characters',
    method: 'GET',
    query:
      'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=e5452c409b2987fc4d17a2a224ad00a0&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b%281%29%2A~%21%27%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=Yhvsu6V7R%2BdSwBY5A70OUUFLCSU%3D',
    headers: {},
    body: '',
    hasToken: false,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, signature v2, images in the body: addresses with reserved characters',
    method: 'POST',
    query:
      'Action=CompareFaces&Format=json&Version=2019-03-07&Timestamp=2026-11-20T23%3A26%3A59Z&SignatureNonce=d11d2857e85d4a7ebaa337d8b4bb7d63e476dfe65035e35a21a47841577f3bbf&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=LTAI-test-key-0001&Signature=erDR3x74gA08afEEjadit55yIyo%3D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: "SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b(1)*~!'%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png",
    hasToken: false,
  },
  {
    name: '@alicloud/pop-core 1.8.0, all in the body: addresses with reserved characters, token',
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SecurityToken=made-up%2Bsts%2Ftoken%3D%3D&SignatureMethod=HMAC-SHA1&SignatureNonce=1971e794b6a22b61a0bc79e334fbebf2&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b%281%29%2A~%21%27%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=aVoi45qxerGx5TwsMD1QAJa1FkA%3D',
    hasToken: true,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, signature v2, images in the body: addresses with reserved characters, token',
    method: 'POST',
    query:
      'Action=CompareFaces&Format=json&Version=2019-03-07&Timestamp=2026-11-20T23%3A26%3A59Z&SignatureNonce=029e11cd3c286a5de8ad4a936be59c80c3cbf22b4e03b61d52ee3ca30ace8cf5&SecurityToken=made-up%2Bsts%2Ftoken%3D%3D&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=LTAI-test-key-0001&Signature=JzM8uSf6I7ptYbugcdIvCwO5CFw%3D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: "SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b(1)*~!'%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png",
    hasToken: true,
  },
];

/** Signed with ACS3-HMAC-SHA256. */
export const acs3Calls: readonly CapturedCall[] = [
  {
    name: '@alicloud/cloudauth20190307 3.5.0, ACS3: Base64',
    method: 'POST',
    query: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: '127.0.0.1:33955',
      'x-acs-action': 'CompareFaces',
      'x-acs-content-sha256': 'f557084914a6637f483cb4d378f5616d519add9b961ff1a2219e6e6c52030c26',
      'x-acs-credentials-provider': 'static_ak',
      'x-acs-date': '2026-11-20T23:26:59Z',
      'x-acs-signature-nonce': 'a5d75417c2d9bcce5cd2652fc3a0f0a270b4dd7374920b0e36e8ddb6fe05b9cf',
      'x-acs-version': '2019-03-07',
      authorization:
        'ACS3-HMAC-SHA256 Credential=LTAI-test-key-0001,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=2b5008f89d3e9fb4d047533422777cb8ab4ef9ff5a8542a634f7b2e7a2bc167a',
    },
    body: 'SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D',
    hasToken: false,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, ACS3: Base64, token',
    method: 'POST',
    query: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: '127.0.0.1:33955',
      'x-acs-accesskey-id': 'LTAI-test-key-0001',
      'x-acs-action': 'CompareFaces',
      'x-acs-content-sha256': 'f557084914a6637f483cb4d378f5616d519add9b961ff1a2219e6e6c52030c26',
      'x-acs-credentials-provider': 'static_sts',
      'x-acs-date': '2026-11-20T23:26:59Z',
      'x-acs-security-token': 'made-up+sts/token==',
      'x-acs-signature-nonce': '569433381e1c2c2e97e20f8d5e59d59e25bf9ddd8201156f86f05e40321b20cf',
      'x-acs-version': '2019-03-07',
      authorization:
        'ACS3-HMAC-SHA256 Credential=LTAI-test-key-0001,SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,Signature=b3aaf6e20a455223456fdf4b72e20230f793f7b748403fdae3f0ce35c3c16ef4',
    },
    body: 'SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D',
    hasToken: true,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, ACS3: addresses with reserved characters',
    method: 'POST',
    query: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: '127.0.0.1:33955',
      'x-acs-action': 'CompareFaces',
      'x-acs-content-sha256': '37626b4e234c3b46b6ae5d9bd8ca70355d6ab280924115b9a80beb45c6c4c282',
      'x-acs-credentials-provider': 'static_ak',
      'x-acs-date': '2026-11-20T23:26:59Z',
      'x-acs-signature-nonce': '52cf9838be9b363b257869b4e4bdc89e269659eaf66ce9564646266f8214d906',
      'x-acs-version': '2019-03-07',
      authorization:
        'ACS3-HMAC-SHA256 Credential=LTAI-test-key-0001,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=e1151e26de224d5552e35f91c5586a443993be4e983b36554bdf238619d24532',
    },
    body: "SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b(1)*~!'%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png",
    hasToken: false,
  },
  {
    name: '@alicloud/cloudauth20190307 3.5.0, ACS3: addresses with reserved characters, token',
    method: 'POST',
    query: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: '127.0.0.1:33955',
      'x-acs-accesskey-id': 'LTAI-test-key-0001',
      'x-acs-action': 'CompareFaces',
      'x-acs-content-sha256': '37626b4e234c3b46b6ae5d9bd8ca70355d6ab280924115b9a80beb45c6c4c282',
      'x-acs-credentials-provider': 'static_sts',
      'x-acs-date': '2026-11-20T23:26:59Z',
      'x-acs-security-token': 'made-up+sts/token==',
      'x-acs-signature-nonce': '8ef14ae6aa7662ac52229f93268cc94f404083f0050d9bc59719d97282e380ed',
      'x-acs-version': '2019-03-07',
      authorization:
        'ACS3-HMAC-SHA256 Credential=LTAI-test-key-0001,SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,Signature=9cc6b70acbd67bb19b0dd750210cb1da92f06e021fe3f3164f85aac46a5a2c2a',
    },
    body: "SourceImageType=FacePic&SourceImageValue=https%3A%2F%2Fimg.example.com%2Fa%20b(1)*~!'%E5%9B%BE.jpg%3Fx%3D1%26y%3D2%2B3%2520&TargetImageType=IDPic&TargetImageValue=http%3A%2F%2Fimg.example.com%2Fb.png",
    hasToken: true,
  },
];

/** None of them is signed as it should be. */
export const forgedCalls: readonly CapturedCall[] = [
  {
    name: 'secret used without trailing &',
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=bab9df64c170bc77a4b4eea86ca69c3f&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=Su3ApCOP5jLwgT%2BQvZDH1B6sBIA%3D',
    hasToken: false,
  },
  {
    name: 'one image byte changed after signing',
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=bab9df64c170bc77a4b4eea86ca69c3f&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9k%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=ZrNH04ljnlqepOr7P1YTVnXMCq0%3D',
    hasToken: false,
  },
  {
    name: 'method swapped to GET with a POST signature',
    method: 'GET',
    query:
      'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=bab9df64c170bc77a4b4eea86ca69c3f&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=ZrNH04ljnlqepOr7P1YTVnXMCq0%3D',
    headers: {},
    body: '',
    hasToken: false,
  },
  {
    name: 'body changed, x-acs-content-sha256 left as it was',
    method: 'POST',
    query: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: '127.0.0.1:33955',
      'x-acs-action': 'CompareFaces',
      'x-acs-content-sha256': 'f557084914a6637f483cb4d378f5616d519add9b961ff1a2219e6e6c52030c26',
      'x-acs-credentials-provider': 'static_ak',
      'x-acs-date': '2026-11-20T23:26:59Z',
      'x-acs-signature-nonce': 'a5d75417c2d9bcce5cd2652fc3a0f0a270b4dd7374920b0e36e8ddb6fe05b9cf',
      'x-acs-version': '2019-03-07',
      authorization:
        'ACS3-HMAC-SHA256 Credential=LTAI-test-key-0001,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=2b5008f89d3e9fb4d047533422777cb8ab4ef9ff5a8542a634f7b2e7a2bc167a',
    },
    body: 'SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&X=1',
    hasToken: false,
  },
  {
    name: 'x-acs-content-sha256 present but left out of SignedHeaders (self-consistent otherwise)',
    method: 'POST',
    query: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      host: '127.0.0.1:33955',
      'x-acs-action': 'CompareFaces',
      'x-acs-content-sha256': 'f557084914a6637f483cb4d378f5616d519add9b961ff1a2219e6e6c52030c26',
      'x-acs-credentials-provider': 'static_ak',
      'x-acs-date': '2026-11-20T23:26:59Z',
      'x-acs-signature-nonce': 'a5d75417c2d9bcce5cd2652fc3a0f0a270b4dd7374920b0e36e8ddb6fe05b9cf',
      'x-acs-version': '2019-03-07',
      authorization:
        'ACS3-HMAC-SHA256 Credential=LTAI-test-key-0001,SignedHeaders=content-type;host;x-acs-action;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=5cb819eb5880372b4ff51264cf16175473264cd7e92f32ac795f5586ec28fa2c',
    },
    body: 'SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D',
    hasToken: false,
  },
];

/** The vendor's worked example of ACS3 (RunInstances). */
export const publishedAcs3 = {
  query: {
    ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    RegionId: 'cn-shanghai',
  },
  headers: [
    ['host', 'ecs.cn-shanghai.aliyuncs.com'],
    ['x-acs-action', 'RunInstances'],
    ['x-acs-content-sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['x-acs-date', '2023-10-26T10:22:32Z'],
    ['x-acs-signature-nonce', '3156853299f313e23d1673dc12e1703d'],
    ['x-acs-version', '2014-05-26'],
  ],
  secret: 'YourAccessKeySecret',
  bodySha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  signature: '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
} as const;
