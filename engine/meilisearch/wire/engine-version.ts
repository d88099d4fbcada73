/** Which versions of Meilisearch this was tested with. Pure. */

const TESTED = { major: 1, minor: 50 } as const;

/**
 * What a person should know about the version of a server; null where there is nothing to say.
 *
 * @param version  As the server names itself: `1.50.0`.
 */
export function versionWarning(version: string): string | null {
  const [, major, minor] = (/^v?(\d+)\.(\d+)\./.exec(version) ?? []).map(Number);
  const tested = `${TESTED.major}.${TESTED.minor}`;
  if (major === undefined || minor === undefined) {
    return `Meilisearch names its version ${JSON.stringify(version)}; this was tested with ${tested}.`;
  }
  if (major === TESTED.major && minor === TESTED.minor) return null;
  const isOlder = major < TESTED.major || (major === TESTED.major && minor < TESTED.minor);
  return isOlder
    ? `Meilisearch ${version} is too old: answers may be wrong or fail. Use ${tested}.`
    : `Meilisearch ${version} is untested: this was tested with ${tested}. If answers are wrong or fail, use that.`;
}
