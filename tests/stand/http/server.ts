import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { StandClock } from '../clock.ts';
import type { RequestRecord } from '../requests.ts';
import { createCertificate } from './certificate.ts';
import { type Exchange, readExchange } from './exchange.ts';
import { firstHalf, type Reply, text } from './reply.ts';

export type Handler = (exchange: Exchange) => Reply | Promise<Reply>;

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts a TLS server on the local interface that answers every host by `handler`.
 *
 * @param port 0 takes a free one
 * @param onRequest called as soon as a request is read, before it is answered
 */
export async function startServer(
  port: number,
  clock: StandClock,
  handler: Handler,
  onRequest: (record: RequestRecord) => void,
): Promise<RunningServer> {
  const certificate = await createCertificate();
  const server = createServer(certificate, (incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      // A request that the browser gave up ends here too; only the stand's own mistakes are worth a line.
      if (!incoming.destroyed) console.error('stand:', error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = await readExchange(incoming, clock);
    onRequest(exchange.record);
    send(await answer(exchange), exchange, response);
  }

  async function answer(exchange: Exchange): Promise<Reply> {
    try {
      return await handler(exchange);
    } catch (error) {
      console.error('stand:', exchange.method, exchange.url.href, error);
      return text('The stand itself has failed', 500);
    }
  }

  function send(answer: Reply, exchange: Exchange, response: ServerResponse): void {
    if (answer.broken === 'at once') {
      response.socket?.destroy();
      return;
    }
    exchange.record.status = answer.status;
    response.sendDate = false;
    response.writeHead(answer.status, {
      'cache-control': 'no-store',
      date: new Date(clock.now()).toUTCString(),
      ...(answer.broken === 'half-way' ? { 'content-length': Buffer.byteLength(answer.body) } : {}),
      ...answer.headers,
      ...(answer.cookies.length > 0 ? { 'set-cookie': [...answer.cookies] } : {}),
    });
    if (answer.broken === 'half-way') response.write(firstHalf(answer.body), () => response.socket?.destroy());
    else response.end(exchange.method === 'HEAD' ? undefined : answer.body);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
