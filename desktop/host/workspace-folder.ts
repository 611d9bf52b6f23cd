import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where a user's workspace lies unless she chooses another folder. */
export function defaultWorkspace(): string {
  const { platform, env } = process
  const chosen = env['ZHIZHI_WORKSPACE']
  if (chosen) return chosen
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'Zhizhi')
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/Zhizhi')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'zhizhi')
}
