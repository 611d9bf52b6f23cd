import Check from '@lucide/svelte/icons/check'
import BatteryMedium from '@lucide/svelte/icons/battery-medium'
import Bell from '@lucide/svelte/icons/bell'
import BookOpen from '@lucide/svelte/icons/book-open'
import Bot from '@lucide/svelte/icons/bot'
import Bus from '@lucide/svelte/icons/bus'
import Calculator from '@lucide/svelte/icons/calculator'
import CalendarDays from '@lucide/svelte/icons/calendar-days'
import Camera from '@lucide/svelte/icons/camera'
import CarTaxiFront from '@lucide/svelte/icons/car-taxi-front'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import CircleHelp from '@lucide/svelte/icons/circle-question-mark'
import Clock from '@lucide/svelte/icons/clock'
import CloudSun from '@lucide/svelte/icons/cloud-sun'
import Contact from '@lucide/svelte/icons/contact'
import Download from '@lucide/svelte/icons/download'
import Fingerprint from '@lucide/svelte/icons/fingerprint-pattern'
import Flashlight from '@lucide/svelte/icons/flashlight'
import Footprints from '@lucide/svelte/icons/footprints'
import Gamepad2 from '@lucide/svelte/icons/gamepad-2'
import Gift from '@lucide/svelte/icons/gift'
import Globe from '@lucide/svelte/icons/globe'
import Heart from '@lucide/svelte/icons/heart'
import Hospital from '@lucide/svelte/icons/hospital'
import House from '@lucide/svelte/icons/house'
import IdCard from '@lucide/svelte/icons/id-card'
import Image from '@lucide/svelte/icons/image'
import JapaneseYen from '@lucide/svelte/icons/japanese-yen'
import KeyRound from '@lucide/svelte/icons/key-round'
import Keyboard from '@lucide/svelte/icons/keyboard'
import Landmark from '@lucide/svelte/icons/landmark'
import Link from '@lucide/svelte/icons/link'
import Lock from '@lucide/svelte/icons/lock'
import Mail from '@lucide/svelte/icons/mail'
import MapIcon from '@lucide/svelte/icons/map'
import MapPin from '@lucide/svelte/icons/map-pin'
import MessageCircle from '@lucide/svelte/icons/message-circle'
import MessageSquareText from '@lucide/svelte/icons/message-square-text'
import Mic from '@lucide/svelte/icons/mic'
import Music from '@lucide/svelte/icons/music'
import Newspaper from '@lucide/svelte/icons/newspaper'
import Package from '@lucide/svelte/icons/package'
import Phone from '@lucide/svelte/icons/phone'
import PiggyBank from '@lucide/svelte/icons/piggy-bank'
import Pill from '@lucide/svelte/icons/pill'
import Play from '@lucide/svelte/icons/play'
import Plus from '@lucide/svelte/icons/plus'
import Printer from '@lucide/svelte/icons/printer'
import QrCode from '@lucide/svelte/icons/qr-code'
import Scan from '@lucide/svelte/icons/scan-line'
import ScanFace from '@lucide/svelte/icons/scan-face'
import Search from '@lucide/svelte/icons/search'
import Settings from '@lucide/svelte/icons/settings'
import Share2 from '@lucide/svelte/icons/share-2'
import ShieldCheck from '@lucide/svelte/icons/shield-check'
import Signal from '@lucide/svelte/icons/signal'
import Star from '@lucide/svelte/icons/star'
import Stethoscope from '@lucide/svelte/icons/stethoscope'
import Store from '@lucide/svelte/icons/store'
import Sun from '@lucide/svelte/icons/sun'
import Ticket from '@lucide/svelte/icons/ticket'
import TrainFront from '@lucide/svelte/icons/train-front'
import Trash from '@lucide/svelte/icons/trash'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import User from '@lucide/svelte/icons/user'
import Users from '@lucide/svelte/icons/users'
import Utensils from '@lucide/svelte/icons/utensils'
import Video from '@lucide/svelte/icons/video'
import Volume2 from '@lucide/svelte/icons/volume-2'
import VolumeX from '@lucide/svelte/icons/volume-x'
import Wallet from '@lucide/svelte/icons/wallet'
import Wifi from '@lucide/svelte/icons/wifi'
import X from '@lucide/svelte/icons/x'
import type { LucideIcon } from '@lucide/svelte'
import type { IconName } from '../../../../../domain/simulation/icons.ts'

/** The pictures of a practice phone: plain drawings, no app's mark. */
export const pictures: Readonly<Record<IconName, LucideIcon>> = {
  phone: Phone,
  message: MessageSquareText,
  chat: MessageCircle,
  contacts: Contact,
  camera: Camera,
  picture: Image,
  wallet: Wallet,
  scan: Scan,
  qr: QrCode,
  map: MapIcon,
  bus: Bus,
  train: TrainFront,
  taxi: CarTaxiFront,
  walk: Footprints,
  hospital: Hospital,
  doctor: Stethoscope,
  medicine: Pill,
  government: Landmark,
  idcard: IdCard,
  bank: PiggyBank,
  shop: Store,
  food: Utensils,
  parcel: Package,
  mic: Mic,
  keyboard: Keyboard,
  settings: Settings,
  clock: Clock,
  calendar: CalendarDays,
  weather: CloudSun,
  flashlight: Flashlight,
  wifi: Wifi,
  signal: Signal,
  volume: Volume2,
  mute: VolumeX,
  brightness: Sun,
  battery: BatteryMedium,
  search: Search,
  video: Video,
  family: Users,
  person: User,
  bell: Bell,
  lock: Lock,
  key: KeyRound,
  home: House,
  mail: Mail,
  robot: Bot,
  download: Download,
  trash: Trash,
  star: Star,
  help: CircleHelp,
  calculator: Calculator,
  music: Music,
  news: Newspaper,
  share: Share2,
  link: Link,
  warning: TriangleAlert,
  shield: ShieldCheck,
  fingerprint: Fingerprint,
  face: ScanFace,
  heart: Heart,
  location: MapPin,
  ticket: Ticket,
  money: JapaneseYen,
  chart: ChartColumn,
  book: BookOpen,
  game: Gamepad2,
  gift: Gift,
  play: Play,
  plus: Plus,
  check: Check,
  cross: X,
  globe: Globe,
  printer: Printer,
}
