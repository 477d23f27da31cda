/** HTTP as readers' requests need it: for the least work of the process that asks. */
import { connect, type Socket } from 'node:net';

/** A connection that asks one thing at a time, and is opened anew when the server has closed it. */
export class Connection {
  readonly #url: URL;
  #socket: Socket | undefined;
  #onEnd: ((isGood: boolean) => void) | undefined;
  #answer: Buffer = Buffer.alloc(0);

  constructor(url: URL) {
    this.#url = url;
  }

  /** `onEnd` is told whether a whole answer of 200 came. */
  ask(request: Buffer, onEnd: (isGood: boolean) => void): void {
    this.#onEnd = onEnd;
    this.#socket ??= this.#open();
    this.#socket.write(request);
  }

  #open(): Socket {
    const socket = connect(Number(this.#url.port || 80), this.#url.hostname).setNoDelay();
    // Its end follows, in which it is told.
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => {
      // The server closes a line after so many answers; the next one is open by then.
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#end(false);
    });
    return socket;
  }

  #take(chunk: Buffer): void {
    this.#answer = this.#answer.length === 0 ? chunk : Buffer.concat([this.#answer, chunk]);
    const body = this.#answer.indexOf('\r\n\r\n') + 4;
    if (body < 4) return;
    const head = this.#answer.toString('latin1', 0, body);
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? NaN);
    if (this.#answer.length < body + length) return;
    if (/^connection: *close/im.test(head)) this.#socket = undefined;
    this.#end(head.startsWith('HTTP/1.1 200') && this.#answer.length === body + length);
  }

  #end(isGood: boolean): void {
    const onEnd = this.#onEnd;
    this.#onEnd = undefined;
    this.#answer = Buffer.alloc(0);
    onEnd?.(isGood);
  }
}
