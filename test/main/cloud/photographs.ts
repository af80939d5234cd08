import type { CompareFacesRequest } from '../../../main/compare/contract.ts';

/** The first bytes of a JPEG and of a PNG: all a service that is not there needs of them. */
export const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQ==', 'base64');
const png = Buffer.from('iVBORw0KGgo+/A==', 'base64');

export const photographs: CompareFacesRequest = {
  source: { type: 'IDPic', image: jpeg },
  target: { type: 'FacePic', image: png },
};
