/** Reading and writing an S3-compatible bucket, with words for what such servers answer. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

export interface BucketPlace {
  bucket: string;
  /** What keys begin with: nothing, or a folder with its slash. */
  prefix: string;
  /** Address of the server; Amazon's own when absent. */
  endpoint: string | undefined;
  region: string;
}

export interface Upload {
  body: Uint8Array | NodeJS.ReadableStream;
  bytes: number;
  /** In hexadecimal digits; a body that arrives otherwise is refused there. */
  md5: string;
  type: string;
  caching: string;
}

export class BucketStore {
  readonly #client: S3Client;
  readonly #place: BucketPlace;

  /** Keys come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN in `env`. */
  constructor(place: BucketPlace, env: NodeJS.ProcessEnv) {
    this.#place = place;
    const { region, endpoint } = place;
    this.#client = new S3Client({
      region,
      credentials: readKeys(env),
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      // Servers of other makes do not know the newer sums; each file is sent with its MD5.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 15_000, requestTimeout: 5 * 60_000 },
    });
  }

  /** The text at a path; `undefined` where nothing lies. */
  read(path: string): Promise<string | undefined> {
    return this.#told(async () => {
      try {
        const { Body } = await this.#client.send(new GetObjectCommand(this.#at(path)));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    });
  }

  put(path: string, { body, bytes, md5, type, caching }: Upload): Promise<void> {
    return this.#told(async () => {
      await this.#client.send(
        new PutObjectCommand({
          ...this.#at(path),
          Body: body as Uint8Array,
          ContentLength: bytes,
          ContentMD5: Buffer.from(md5, 'hex').toString('base64'),
          ContentType: type,
          CacheControl: caching,
        }),
      );
    });
  }

  delete(path: string): Promise<void> {
    return this.#told(async () => {
      await this.#client.send(new DeleteObjectCommand(this.#at(path)));
    });
  }

  close(): void {
    this.#client.destroy();
  }

  #at(path: string) {
    return { Bucket: this.#place.bucket, Key: this.#place.prefix + path };
  }

  async #told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new Error(wordsFor(error as Error & { code?: string }, this.#place), { cause: error });
    }
  }
}

function readKeys(env: NodeJS.ProcessEnv) {
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  if (!accessKeyId || !secretAccessKey) {
    throw new Error('chưa có khóa. Hãy đặt AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY.');
  }
  const sessionToken = env['AWS_SESSION_TOKEN'];
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** What servers say of keys is not repeated: some repeat the key. */
function wordsFor(error: Error & { code?: string }, { bucket, endpoint, region }: BucketPlace) {
  switch (error.name) {
    case 'AccessDenied':
      return `khóa không có quyền ở thùng ${bucket}. Khóa cần được liệt kê, đọc, ghi và xóa.`;
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
      return 'máy chủ không nhận khóa. Hãy xem lại AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY.';
    case 'NoSuchBucket':
      return `không có thùng ${bucket}. Hãy tạo thùng, hoặc sửa tên trong địa chỉ.`;
    case 'PermanentRedirect':
    case 'AuthorizationHeaderMalformed':
      return `thùng ${bucket} không ở vùng ${region}. Hãy thêm ?region=… vào địa chỉ.`;
  }
  if (/^(?:ECONN|ENOTFOUND|EAI_|EHOST|ETIMEDOUT)|^TimeoutError$/.test(error.code ?? error.name)) {
    const server = endpoint ?? `Amazon S3, vùng ${region}`;
    return `không nối được tới ${server} (${error.code ?? 'quá lâu'}). Hãy xem endpoint và mạng.`;
  }
  return `máy chủ S3 báo lỗi ${error.name}. Hãy thử lại; nếu còn, hãy hỏi nơi cho thuê thùng.`;
}
