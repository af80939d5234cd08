/**
 * Version of the way from bytes to embedding. Raise it with any change that moves embeddings of the
 * same models (decoding, crop, alignment): calibrations name it, and one made for another is refused.
 */
export const pipelineVersion = '2';
