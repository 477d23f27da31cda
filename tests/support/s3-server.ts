/** A real S3 server on this machine, which holds requests to their signatures. */
import S3rver from '@20minutes/s3rver';

/** What the server knows. */
export const s3Keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

export interface S3Server {
  /** Address without a slash at the end. */
  endpoint: string;
  stop: () => Promise<void>;
}

/** Starts one with an empty bucket on a free port; what it keeps lies in `directory`. */
export async function startS3(directory: string, bucket: string): Promise<S3Server> {
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
