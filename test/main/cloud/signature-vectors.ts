/** A call and the signature that the vendor's own libraries gave it. Keys are made up. */
export interface SignatureVector {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly accessKeySecret: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly signature: string;
}

const accessKeySecret = 'made-up+secret/with=chars&0001';

const common = {
  AccessKeyId: 'LTAI-test-key-0001',
  Action: 'CompareFaces',
  SignatureMethod: 'HMAC-SHA1',
  SignatureVersion: '1.0',
  Timestamp: '2026-11-20T23:26:59Z',
};
/** Version 2018-09-16: everything in the body, or everything in the address. */
const early = { ...common, Format: 'JSON', RegionId: 'cn-hangzhou', Version: '2018-09-16' };
/** Version 2019-03-07: no region, and the format in small letters. */
const late = { ...common, Format: 'json', Version: '2019-03-07' };
const token = { SecurityToken: 'made-up+sts/token==' };

const base64Images = {
  SourceImageType: 'FacePic',
  SourceImageValue: 'base64:///9j/4AAQSkZJRgABAQ==',
  TargetImageType: 'FacePic',
  TargetImageValue: 'base64://iVBORw0KGgo+/A==',
};
/** Characters that encoders disagree about, and text outside ASCII. */
const addressImages = {
  SourceImageType: 'FacePic',
  SourceImageValue: "https://img.example.com/a b(1)*~!'图.jpg?x=1&y=2+3%20",
  TargetImageType: 'IDPic',
  TargetImageValue: 'http://img.example.com/b.png',
};

export const signatureVectors: readonly SignatureVector[] = [
  {
    name: 'version 2018-09-16, photographs in Base64',
    method: 'POST',
    accessKeySecret,
    parameters: { ...early, ...base64Images, SignatureNonce: 'bab9df64c170bc77a4b4eea86ca69c3f' },
    signature: 'ZrNH04ljnlqepOr7P1YTVnXMCq0=',
  },
  {
    name: 'by GET, photographs in Base64',
    method: 'GET',
    accessKeySecret,
    parameters: { ...early, ...base64Images, SignatureNonce: 'd1156a233ed9411b7013c71a7ad13981' },
    signature: 'xH87W1bz2TFvYyEautUk7JadMFg=',
  },
  {
    name: 'version 2019-03-07, photographs in Base64',
    method: 'POST',
    accessKeySecret,
    parameters: {
      ...late,
      ...base64Images,
      SignatureNonce: '7971a5ee479f3ab7500da60b3ec58a850b9807631de8e456c5cc779ec27d2891',
    },
    signature: 'MNxIEHLuct6eeDrEi8JBw2tzkQ8=',
  },
  {
    name: 'version 2018-09-16, photographs in Base64, with a token',
    method: 'POST',
    accessKeySecret,
    parameters: {
      ...early,
      ...token,
      ...base64Images,
      SignatureNonce: 'd3d2ef5c4df49dd04d56ad98ce997a99',
    },
    signature: 'Oc7K3A8UJNGqTth5R4RcBIKkofM=',
  },
  {
    name: 'version 2019-03-07, photographs in Base64, with a token',
    method: 'POST',
    accessKeySecret,
    parameters: {
      ...late,
      ...token,
      ...base64Images,
      SignatureNonce: '57196f1f83a868409d6e4153cdba17abe01ecdc5fa90bbcb18e109e5a5465804',
    },
    signature: 'z5zgUNMNWyVqqm1DfW9bFFbDyPs=',
  },
  {
    name: 'version 2018-09-16, addresses of photographs',
    method: 'POST',
    accessKeySecret,
    parameters: { ...early, ...addressImages, SignatureNonce: 'f499d53fee9bb3e32030c1c42a1219ad' },
    signature: 'J582MQlGIDliDC/5VXzgYAcSkME=',
  },
  {
    name: 'by GET, addresses of photographs',
    method: 'GET',
    accessKeySecret,
    parameters: { ...early, ...addressImages, SignatureNonce: 'e5452c409b2987fc4d17a2a224ad00a0' },
    signature: 'Yhvsu6V7R+dSwBY5A70OUUFLCSU=',
  },
  {
    name: 'version 2019-03-07, addresses of photographs',
    method: 'POST',
    accessKeySecret,
    parameters: {
      ...late,
      ...addressImages,
      SignatureNonce: 'd11d2857e85d4a7ebaa337d8b4bb7d63e476dfe65035e35a21a47841577f3bbf',
    },
    signature: 'erDR3x74gA08afEEjadit55yIyo=',
  },
  {
    name: 'version 2018-09-16, addresses of photographs, with a token',
    method: 'POST',
    accessKeySecret,
    parameters: {
      ...early,
      ...token,
      ...addressImages,
      SignatureNonce: '1971e794b6a22b61a0bc79e334fbebf2',
    },
    signature: 'aVoi45qxerGx5TwsMD1QAJa1FkA=',
  },
  {
    name: 'version 2019-03-07, addresses of photographs, with a token',
    method: 'POST',
    accessKeySecret,
    parameters: {
      ...late,
      ...token,
      ...addressImages,
      SignatureNonce: '029e11cd3c286a5de8ad4a936be59c80c3cbf22b4e03b61d52ee3ca30ace8cf5',
    },
    signature: 'JzM8uSf6I7ptYbugcdIvCwO5CFw=',
  },
  {
    name: "the vendor's published example",
    method: 'GET',
    accessKeySecret: 'testsecret',
    parameters: {
      AccessKeyId: 'testid',
      Action: 'DescribeRegions',
      Format: 'XML',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
      SignatureVersion: '1.0',
      Timestamp: '2016-02-23T12:46:24Z',
      Version: '2014-05-26',
    },
    signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
  },
];

/** The first vector as its library put it on the wire, whole. */
export const signedBody =
  'AccessKeyId=LTAI-test-key-0001&Action=CompareFaces&Format=JSON&RegionId=cn-hangzhou&SignatureMethod=HMAC-SHA1&SignatureNonce=bab9df64c170bc77a4b4eea86ca69c3f&SignatureVersion=1.0&SourceImageType=FacePic&SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D&TargetImageType=FacePic&TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D&Timestamp=2026-11-20T23%3A26%3A59Z&Version=2018-09-16&Signature=ZrNH04ljnlqepOr7P1YTVnXMCq0%3D';
