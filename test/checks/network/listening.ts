import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Listening extends AsyncDisposable {
  readonly port: number;
  /** The first piece of each connection, where one came. */
  readonly heard: readonly string[];
}

/** A socket of this machine that does this to whoever connects; by itself it never answers. */
export async function listening(answer: (socket: Socket, heard: string) => void = () => {}): Promise<Listening> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('data', (piece) => {
      heard.push(piece.toString('latin1'));
      answer(socket, piece.toString('latin1'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, heard, [Symbol.asyncDispose]: close };
}
