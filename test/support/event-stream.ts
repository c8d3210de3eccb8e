/** What a browser hears on its event stream. */
export interface HeardStream {
  /** Everything so far, as it came. */
  said(): string;
}

/** Opens the event stream of the caller that has this cookie; it ends with the signal. */
export async function hear(url: string, cookie: string, signal: AbortSignal): Promise<HeardStream> {
  const stream = await fetch(`${url}/api/v1/events`, { headers: { cookie }, signal });
  let said = '';
  void (async () => {
    for await (const piece of stream.body as unknown as AsyncIterable<Uint8Array>)
      said += Buffer.from(piece).toString();
  })().catch(() => undefined);
  return { said: () => said };
}
