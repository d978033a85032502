/**
 * Files that hold files: zip and tar archives, and signed envelopes around a document.
 *
 * Main entry: CONTAINERS. A container yields its members one after the other, each with its own
 * bytes; what a member is, is found out like that of any other file. Names that lead out of the
 * archive, links, encryption and growth without end are refused and said. Nothing is written
 * anywhere.
 */
import type { Container } from './container.ts';
import { envelope } from './envelope.ts';
import { tar } from './tar.ts';
import { zip } from './zip.ts';

export { decodeBase64 } from './base64.ts';
export type { Container, Member } from './container.ts';
export { Expansion, type ExpansionLimits } from './expansion.ts';
export { quoted } from './member-name.ts';

export const CONTAINERS: readonly Container[] = [zip, tar, envelope];
