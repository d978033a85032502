import {
  createServer,
  request as forward,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** Answers one request, as often as it is asked. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A publisher on this machine, with a script of answers; the last one goes on. */
export interface Publisher {
  readonly url: string;
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}

export async function openPublisher(script: readonly Answer[]): Promise<Publisher> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const answer = script[Math.min(requests.length, script.length - 1)];
    requests.push(request);
    answer?.(request, response);
  });
  await listen(server);
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    requests,
    close: () => close(server),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}

/** Sends a text with headers. */
export function send(text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(text)), ...headers });
    response.end(text);
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(code, headers);
    response.end(`status ${code}`);
  };
}

/** Sends the beginning of a text and cuts the connection. */
export function cut(
  text: string,
  at: number,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(text)), ...headers });
    response.write(text.slice(0, at), () => response.socket?.destroy());
  };
}

/** Sends what a range asks for, and everything when none does. */
export function ranged(text: string, etag: string): Answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(start) || request.headers['if-range'] !== etag) {
      send(text, { etag })(request, response);
      return;
    }
    const rest = text.slice(start);
    response.writeHead(206, {
      etag,
      'content-length': String(Buffer.byteLength(rest)),
      'content-range': `bytes ${start}-${text.length - 1}/${text.length}`,
    });
    response.end(rest);
  };
}

/** A proxy that counts the tunnels through it. */
export interface Proxy {
  readonly url: string;
  readonly tunnels: string[];
  close(): Promise<void>;
}

export async function openProxy(): Promise<Proxy> {
  const tunnels: string[] = [];
  const server = createServer((request, response) => {
    tunnels.push(request.url ?? '');
    const onward = forward(request.url ?? '', { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    tunnels.push(request.url ?? '');
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await listen(server);
  return { url: `http://127.0.0.1:${portOf(server)}`, tunnels, close: () => close(server) };
}
