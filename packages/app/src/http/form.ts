import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { APP_LIMITS } from '../limits.ts';
import { InterdictError } from '../problems.ts';

/** A file of a form. */
export interface FormFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What was in a form: its files, and its profile if it has one. */
export interface Form {
  readonly files: readonly FormFile[];
  readonly profile?: string;
}

const DAMAGED = 'the form is damaged or cut off: send it again';

const PROFILE_FIELD = 'profile';

/** Headers of one part; more than a few is no accident. */
const PART_HEADERS_MAX = 20;

function invalid(message: string, cause?: unknown): InterdictError {
  return new InterdictError('request-invalid', message, { cause });
}

/** Gathers the parts of a form as they come. */
class FormReading {
  readonly files: FormFile[] = [];
  profile: string | undefined;
  problem: InterdictError | undefined;

  #begun = 0;

  takeFile(stream: Readable, field: string, filename: string | undefined): void {
    this.#begun += 1;
    const name = filename ?? field;
    const chunks: Buffer[] = [];
    // A part that ends too early fails by itself as well as its form, which says so.
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => this.files.push({ name, bytes: Buffer.concat(chunks) }));
  }

  /** Whether every file that began has come to its end. */
  isWhole(): boolean {
    return this.files.length === this.#begun;
  }

  takeField(name: string, value: string, isCut: boolean): void {
    if (name !== PROFILE_FIELD) {
      this.problem ??= invalid(
        `a form has files, and the field \`${PROFILE_FIELD}\`; it has no field \`${name}\``,
      );
    } else if (isCut) {
      const max = APP_LIMITS.httpProfileBytesMax;
      this.problem ??= new InterdictError('body-too-large', `a profile has at most ${max} bytes`);
    } else if (this.profile === undefined) this.profile = value;
    else this.problem ??= invalid('the profile stands twice in the form');
  }

  form(): Form {
    if (this.problem !== undefined) throw this.problem;
    const { files, profile } = this;
    return { files, ...(profile === undefined ? {} : { profile }) };
  }
}

/**
 * Reads a form that is in memory already.
 * @throws InterdictError `request-invalid` or `body-too-large`.
 */
export async function readForm(body: Buffer, contentType: string): Promise<Form> {
  const reading = new FormReading();
  await new Promise<void>((resolve, reject) => {
    const parser = openParser(contentType);
    parser.on('file', (field, stream, filename) => {
      reading.takeFile(stream, field, filename);
    });
    parser.on('field', (name, value, isNameCut, isCut) => {
      reading.takeField(name, value, isNameCut || isCut);
    });
    parser.on('filesLimit', () => {
      const message = `a form has at most ${APP_LIMITS.httpFilesMax} files: send an archive`;
      reading.problem ??= new InterdictError('body-too-large', message);
    });
    parser.on('partsLimit', () => {
      reading.problem ??= invalid('the form has more parts than files and a profile');
    });
    parser.on('error', (cause: unknown) => {
      reject(invalid(DAMAGED, cause));
    });
    parser.on('finish', () => {
      if (reading.isWhole()) resolve();
      else reject(invalid(DAMAGED));
    });
    parser.end(body);
  });
  return reading.form();
}

function openParser(contentType: string): BusboyInstance {
  const headers: BusboyHeaders = { 'content-type': contentType };
  try {
    return new Busboy({
      headers,
      // `hosts/fin-ws-014/status` says which host the file is about.
      preservePath: true,
      limits: {
        files: APP_LIMITS.httpFilesMax,
        fields: 2,
        parts: APP_LIMITS.httpFilesMax + 2,
        fieldSize: APP_LIMITS.httpProfileBytesMax,
        headerPairs: PART_HEADERS_MAX,
        headerSize: APP_LIMITS.httpHeaderBytesMax,
      },
    });
  } catch (cause) {
    throw invalid('the Content-Type of the form lacks its boundary', cause);
  }
}
