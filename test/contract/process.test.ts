import { openProcess } from './links.ts'
import { contractSuite } from './peer-suite.ts'

contractSuite('process', openProcess)
