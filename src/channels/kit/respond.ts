/** A file of the build as a response. */
export function fileResponse(bytes: Buffer | string, type: string): Response {
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return new Response(body, { headers: { 'Content-Type': type } });
}
