/**
 * The Windows Package Manager.
 *
 * Main entries: `wingetExport` for what `winget export` writes, `wingetList` for what
 * `winget list` prints, and `wingetManifest` for the manifests of a repository, which offer a
 * package and do not say that it is installed.
 */
export { wingetExport } from './export-reader.ts';
export { wingetList } from './list-reader.ts';
export { wingetManifest } from './manifest-reader.ts';
