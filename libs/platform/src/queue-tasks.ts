export interface FactTask {
  readonly factId: string;
  readonly job: string;
  /** How often an administrator has taken it up again: each round has a place of its own in the queue, so none waits for what is left of the last. */
  readonly round: number;
  /** The first fact of the task that carries this one, where one task carries several. */
  readonly carriedBy?: string | null;
}

/** What stands in the queue: one fact for one job, or several. */
export interface QueuedTask extends Omit<FactTask, 'carriedBy'> {
  /** All facts of a task that carries several, `factId` among them. */
  readonly carries?: readonly string[];
}

/** The facts of a task. */
export const factsOf = (task: QueuedTask): readonly string[] => task.carries ?? [task.factId];

/** The id of its job: a task that is there already is not added again. */
export const taskIdOf = (task: QueuedTask): string =>
  `${task.factId}_${task.job}_${task.round}${task.carries ? '_all' : ''}`;

/** One task for each fact, or for all that are carried by the same. */
export function tasksOf(facts: readonly FactTask[]): QueuedTask[] {
  const carriers = new Map<string, QueuedTask & { carries: string[] }>();
  const alone: QueuedTask[] = [];
  for (const { factId, job, round, carriedBy = null } of facts) {
    const key = `${carriedBy} ${job} ${round}`;
    if (carriedBy === null) alone.push({ factId, job, round });
    else if (carriers.has(key)) carriers.get(key)?.carries.push(factId);
    else carriers.set(key, { factId: carriedBy, job, round, carries: [factId] });
  }
  return [...alone, ...carriers.values()];
}
