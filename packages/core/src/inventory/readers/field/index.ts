/**
 * What records are made of: fields of the closed list, read from the forms they are written in.
 *
 * Main entry: `RecordMaker`. The other files each read one form: CPE names, paths,
 * package URLs, distinguished names, MAC addresses.
 */
export * from './add-cpe.ts';
export * from './add-file.ts';
export * from './cpe.ts';
export * from './distinguished-name.ts';
export * from './file-path.ts';
export * from './mac-address.ts';
export * from './purl.ts';
export * from './record-maker.ts';
