import type { RevokeReason, WithdrawReason } from '../domain/certificate/issuer.ts'
import type { CertificateVerdictView } from './certificates.ts'

type Language = 'zh' | 'en'

export const revokeWords: Record<Language, Record<RevokeReason, string>> = {
  zh: { name: '姓名印错了', mistake: '发错了', withdrawn: '签发机构决定收回' },
  en: {
    name: 'misprinted name',
    mistake: 'issued by mistake',
    withdrawn: 'withdrawn by the issuer',
  },
}

export const withdrawWords: Record<Language, Record<WithdrawReason, string>> = {
  zh: { stolen: '可能被别人拿走了', lost: '丢失了' },
  en: { stolen: 'it may be in other hands', lost: 'it was lost' },
}

/** What is to be said of a certificate, and what to do next: one sentence for each finding. */
export function certificateText(verdict: CertificateVerdictView, language: Language): string {
  return language === 'zh' ? chinese(verdict) : english(verdict)
}

function chinese({
  finding,
  paper,
  listed,
  own,
  revoked,
  withdrawn,
}: CertificateVerdictView): string {
  const issuer = paper?.issuer.name ?? ''
  switch (finding) {
    case 'valid':
      return own
        ? '有效：本工作区签发，内容没有改动。'
        : `有效：由“${issuer}”签发，内容没有改动；撤销名单截至 ${listed ?? ''}。`
    case 'no_code':
      return '没有读出二维码：照片可能糊了、反光、太小或缺了角。放平、对正、离近些重拍一张。'
    case 'foreign':
      return '这不是致知的证书：读到的是别的二维码或别的文字。'
    case 'newer':
      return '这张证书是更新版的致知签发的，请先升级再验证。'
    case 'damaged':
      return '证书内容不完整：少了或错了几个字符。请换原图，或把证书上的文字完整复制过来。'
    case 'unknown_issuer':
      return '不认识签发机构，证书的真假这里判断不了。向签发机构要它的公钥文件，安装后再验证。'
    case 'altered':
      return `不是真的：自称由“${issuer}”签发，但签名对不上，内容被改动过。`
    case 'key_withdrawn':
      return `不能再信：“${issuer}”在 ${withdrawn?.from ?? ''} 作废了签它的密钥（${withdrawWords.zh[withdrawn?.reason ?? 'stolen']}）。拿到密钥的人可以随意写姓名，也可以把日期写早，所以早先签的也分不出真假。${own ? '请用新密钥给本人重发一张。' : '请本人向签发机构要一张重发的证书。'}`
    case 'revoked':
      return `已撤销：“${issuer}”在 ${revoked?.at ?? ''} 撤销了它（${revokeWords.zh[revoked?.reason ?? 'withdrawn']}）。`
    case 'expired':
      return `已过期：有效期到 ${paper?.expires ?? ''}，签名没有问题。`
    case 'future':
      return `签发日期 ${paper?.issued ?? ''} 还没到。先看看这台电脑的日期对不对，再验证一次。`
  }
}

function english({
  finding,
  paper,
  listed,
  own,
  revoked,
  withdrawn,
}: CertificateVerdictView): string {
  const issuer = paper?.issuer.name ?? ''
  switch (finding) {
    case 'valid':
      return own
        ? 'Valid: issued by this workspace and unaltered.'
        : `Valid: issued by “${issuer}” and unaltered; list of revocations of ${listed ?? ''}.`
    case 'no_code':
      return 'No code could be read: the picture may be blurred, too small or cut. Take it again, flat and closer.'
    case 'foreign':
      return 'This is no certificate of Zhizhi but another code or text.'
    case 'newer':
      return 'A later version of Zhizhi issued this certificate. Upgrade and verify again.'
    case 'damaged':
      return 'The certificate is incomplete: some letters are missing or wrong. Use the original picture or text.'
    case 'unknown_issuer':
      return 'The issuer is unknown here, so nothing can be said of it. Ask the issuer for its key file and install it.'
    case 'altered':
      return `Not genuine: it names “${issuer}” as issuer, but the signature does not fit. It was altered.`
    case 'key_withdrawn':
      return `No longer to be believed: on ${withdrawn?.from ?? ''} “${issuer}” withdrew the key that signed it (${withdrawWords.en[withdrawn?.reason ?? 'stolen']}). Whoever has the key can write any name and any earlier date, so older ones cannot be told apart either. ${own ? 'Issue it anew with the new key.' : 'Ask the issuer for one issued anew.'}`
    case 'revoked':
      return `Revoked by “${issuer}” on ${revoked?.at ?? ''} (${revokeWords.en[revoked?.reason ?? 'withdrawn']}).`
    case 'expired':
      return `Expired: it held until ${paper?.expires ?? ''}. Its signature is sound.`
    case 'future':
      return `It is dated ${paper?.issued ?? ''}, which is still to come. Check this computer’s date.`
  }
}
