/** Pictures that a practice phone knows; each is drawn by the renderer in the app's own manner. */
export const iconNames = [
  ...['phone', 'message', 'chat', 'contacts', 'camera', 'picture', 'wallet', 'scan', 'qr'],
  ...['map', 'bus', 'train', 'taxi', 'walk', 'hospital', 'doctor', 'medicine', 'government'],
  ...['idcard', 'bank', 'shop', 'food', 'parcel', 'mic', 'keyboard', 'settings', 'clock'],
  ...['calendar', 'weather', 'flashlight', 'wifi', 'signal', 'volume', 'mute', 'brightness'],
  ...['battery', 'search', 'video', 'family', 'person', 'bell', 'lock', 'key', 'home', 'mail'],
  ...['robot', 'download', 'trash', 'star', 'help', 'calculator', 'music', 'news', 'share'],
  ...['link', 'warning', 'shield', 'fingerprint', 'face', 'heart', 'location', 'ticket'],
  ...['money', 'chart', 'book', 'game', 'gift', 'play', 'plus', 'check', 'cross', 'globe'],
  'printer',
] as const
export type IconName = (typeof iconNames)[number]
