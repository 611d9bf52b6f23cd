import { createContext } from 'svelte'
import type { Speech } from './speech.ts'

/** The voice that reads aloud: `const speech = useSpeech()` in a component's script. */
export const [useSpeech, provideSpeech] = createContext<Speech>()
