/** Where the address, the sign-ins and the mails of a worker's installation stand in the environment. */
export const installationOf = (worker: number): string => `LEPTA_TEST_INSTALLATION_${worker}`;

/** From here on this process speaks to the installation of that worker, if there is one. */
export function useInstallation(worker: number): void {
  const found = process.env[installationOf(worker)];
  if (found) Object.assign(process.env, JSON.parse(found));
}
