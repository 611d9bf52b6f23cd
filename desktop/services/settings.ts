import { settingsSchema, type Settings } from '../contract/app.ts'
import type { Journal, Projection } from './ports.ts'

const initial: Settings = {
  ...{ theme: 'light', language: 'zh-CN', textSize: 100, learner: null },
  ...{ speechRate: 'normal', voice: null },
}

/** The settings are what all `settings.changed` events make of the first ones. */
export const settingsProjection: Projection<Settings> = {
  name: 'settings',
  version: 2,
  initial,
  reduce(state, event) {
    if (event.type !== 'settings.changed') return state
    const change = settingsSchema.partial().safeParse(event.data)
    return change.success ? settingsSchema.parse({ ...state, ...change.data }) : state
  },
}

export interface SettingsService {
  read(): Settings
  change(change: SettingsChange): Promise<Settings>
}

type SettingsChange = { [Key in keyof Settings]?: Settings[Key] | undefined }

export function createSettings(
  journal: Journal,
  changed: (settings: Settings) => void,
): SettingsService {
  const read = () => journal.state(settingsProjection)
  return {
    read,
    async change(change) {
      await journal.append({ type: 'settings.changed', data: change })
      const settings = read()
      changed(settings)
      return settings
    },
  }
}
