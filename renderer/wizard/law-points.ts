/**
 * What China's rules ask of whoever recognises faces: the Measures for the security of the use of face
 * recognition (in force since 2025-06-01) and the Personal Information Protection Law, articles 31 and 55.
 */
export const lawPoints = ['sign', 'rooms', 'assessment', 'alternative', 'minors'] as const;
export type LawPoint = (typeof lawPoints)[number];
