import { createHash } from 'node:crypto';
import { checkSchema, ReportSchema, type Report } from '@interdict/core';
import { messageOf, openFile } from '../files/index.ts';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';

function unreadable(path: string, message: string): InterdictError {
  return new InterdictError('report-invalid', `${path}: ${message}`);
}

/** All bytes of a file, within a limit. */
function bytesOf(path: string, bytesMax: number): Buffer {
  try {
    const file = openFile(path);
    try {
      const chunks: Uint8Array[] = [];
      for (const chunk of file.chunks()) {
        chunks.push(chunk);
        if (file.bytesRead() > bytesMax) {
          throw unreadable(path, `a report of more than ${bytesMax} bytes is not read`);
        }
      }
      return Buffer.concat(chunks);
    } finally {
      file.close();
    }
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}

/**
 * Reads a report that `interdict check --format json` wrote.
 * @throws InterdictError `report-invalid` when it is none
 */
export function readReport(path: string): Report {
  const text = bytesOf(path, APP_LIMITS.reportBytesMax).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable(path, `not JSON: ${messageOf(cause)}; write one with \`--format json\``);
  }
  const [problem] = checkSchema(ReportSchema, value);
  if (problem !== undefined) throw unreadable(path, `not a report: ${problem.message}`);
  return value as Report;
}

/** SHA-256 of a file, in hex. */
export function readDocument(path: string): string {
  try {
    const file = openFile(path);
    try {
      const hash = createHash('sha256');
      for (const chunk of file.chunks()) hash.update(chunk);
      return hash.digest('hex');
    } finally {
      file.close();
    }
  } catch (cause) {
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}
