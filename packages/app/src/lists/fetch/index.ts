/**
 * The only part that reaches the network: files of official lists over HTTP.
 *
 * Main entries: `openHttp`, `downloadFile` and `getText`. Redirects are followed and never stored,
 * failures that pass are tried again with growing pauses, a download that was cut goes on where
 * it broke off when the publisher lets it, and every size and time is bounded. What comes is
 * bytes on disk; whether they are a list is decided by who reads them.
 */
export * from './download.ts';
export * from './http.ts';
