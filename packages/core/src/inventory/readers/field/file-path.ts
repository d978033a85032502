import type { SignField } from '../../../model/index.ts';

/** The last part of a path, on Windows or elsewhere. */
export function baseName(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return path.slice(end + 1);
}

/** The field a file name belongs to: driver, program, or another file. */
export function fileField(name: string): SignField {
  const dot = name.lastIndexOf('.');
  if (dot === -1) return 'file_name';
  switch (name.slice(dot + 1).toLowerCase()) {
    case 'sys':
    case 'kext':
    case 'ko':
      return 'driver_file';
    case 'exe':
    case 'com':
    case 'scr':
      return 'exe_file';
    default:
      return 'file_name';
  }
}

// A program and its arguments: quoted, or up to the first extension of a program or driver.
const QUOTED = /^"([^"]+)"/;
const UNQUOTED = /^(.+?\.(?:exe|com|scr|sys|dll))(?=$|[\s,"])/i;

/** The path of the program in a command line, as services register it. */
export function programPath(command: string): string {
  const trimmed = command.trim();
  return QUOTED.exec(trimmed)?.[1] ?? UNQUOTED.exec(trimmed)?.[1] ?? trimmed;
}
