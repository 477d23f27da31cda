/** The process that `readers.ts` starts: it is sent what to ask, and sends back what it measured. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { ReaderOptions, Readers } from './readers.ts';

const [options] = (await once(process, 'message')) as [ReaderOptions];
process.send!(await read(options));
process.disconnect();

async function read(options: ReaderOptions): Promise<Omit<Readers, 'isFirst'>> {
  const { paths, rate, seconds } = options;
  const url = new URL(options.url);
  const total = Math.floor(rate * seconds);
  const requests = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: gzip\r\n\r\n`),
  );
  const took = new Float32Array(total);
  const late = new Float32Array(total);
  let [sent, ended, faults] = [0, 0, 0];
  const begun = performance.now();
  const dueAt = (index: number) => begun + (index * 1000) / rate;
  const isDue = (index: number) => index < total && dueAt(index) <= performance.now();

  const free: Connection[] = [];
  const askNext = (connection: Connection) => {
    const index = sent;
    sent += 1;
    connection.ask(requests[index % requests.length]!, (isGood) => {
      took[ended] = performance.now() - dueAt(index);
      ended += 1;
      if (!isGood) faults += 1;
      // What became due while all were busy goes at once.
      if (isDue(sent)) askNext(connection);
      else free.push(connection);
    });
  };
  for (let count = 0; count < options.connections; count += 1) free.push(new Connection(url));

  const lastMoment = begun + seconds * 1000 + 10_000;
  for (let looked = 0; ended < total && performance.now() < lastMoment;) {
    for (; isDue(looked); looked += 1) late[looked] = performance.now() - dueAt(looked);
    while (isDue(sent) && free.length > 0) askNext(free.pop()!);
    await sleep(1);
  }
  const spent = (performance.now() - begun) / 1000;
  const times = took.subarray(0, ended).sort();
  const at = (part: number) => times[Math.min(ended - 1, Math.floor(part * ended))] ?? NaN;
  return {
    answers: ended / spent,
    p50: at(0.5),
    p99: at(0.99),
    p999: at(0.999),
    max: at(1),
    faults: faults + total - ended,
    lateness: late.sort()[Math.floor(total * 0.99)] ?? NaN,
  };
}
