import './app/jitless.ts'
import '@fontsource-variable/noto-sans-sc/wght.css'
import '@fontsource-variable/noto-serif-sc/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/print.css'
import { mount } from 'svelte'
import Root from './app/Root.svelte'

const target = document.getElementById('app')
if (target) mount(Root, { target })
