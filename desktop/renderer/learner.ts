import './app/jitless.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { mount } from 'svelte'
import ClassRoom from './features/phone-class/ClassRoom.svelte'

// what learners open on their own phones in a class on the local network: nothing but the practice
const target = document.getElementById('app')
if (target) mount(ClassRoom, { target })
