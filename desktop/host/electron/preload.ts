import { ipcRenderer } from 'electron'

// The page gets one port to the host and nothing else of Electron's.
ipcRenderer.on('zhizhi:port', (event) => {
  window.postMessage('zhizhi:port', window.location.origin, event.ports)
})
