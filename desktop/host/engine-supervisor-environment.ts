/**
 * The environment of an engine process. Every running statement holds a thread of Node's pool, whose
 * size (4) can be set only from outside, before the process starts: with fewer threads than statements
 * a page waits for the longest query. NODE_OPTIONS is for the host alone.
 */
export function engineEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...environment } = process.env
  return { ...environment, UV_THREADPOOL_SIZE: '12' }
}
