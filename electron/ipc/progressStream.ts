/** Long work as a stream: its reports while it runs, its result at the end, its failure as a failure. */

export async function* progressStream<Event>(
  work: (report: (event: Event) => void) => Promise<Event>,
): AsyncGenerator<Event> {
  const waiting: Event[] = [];
  let wake = () => {};
  let finished = false;
  const done = work((event) => {
    waiting.push(event);
    wake();
  }).finally(() => {
    finished = true;
    wake();
  });
  // A failure is thrown below; this keeps it from counting as unhandled while the stream still waits.
  done.catch(() => {});
  while (!finished || waiting.length > 0) {
    const event = waiting.shift();
    if (event !== undefined) yield event;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (finished || waiting.length > 0) resolve();
      });
  }
  yield await done;
}
