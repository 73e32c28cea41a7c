/** One line to the person at the terminal. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Something that this person can mend: one sentence, no stack. */
export class Refusal extends Error {}

/** Runs a script's main part; a refusal is one sentence and exit code 1, a bug is shown whole. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : (error.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

/** "3 s", "0.4 s" */
export const seconds = (since) => {
  const passed = (performance.now() - since) / 1000;
  return `${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s`;
};
