import { Refusal } from './refusal.ts';

/** Runs a whole program: a refusal is one sentence on stderr and exit 1, without a stack. */
export async function program(
  run: (onStop: (stop: () => Promise<void>) => void) => Promise<void>,
): Promise<void> {
  let stop: (() => Promise<void>) | undefined;
  let stopping = false;

  const end = async (): Promise<void> => {
    // A second Ctrl-C of somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    try {
      await stop?.();
      process.exit(0);
    } catch {
      process.stderr.write('The desk did not stop cleanly.\n');
      process.exit(1);
    }
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());

  try {
    await run((given) => (stop = given));
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : ((error as Error).stack ?? error);
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
}
