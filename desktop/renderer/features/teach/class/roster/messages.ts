import { messages } from '../../../../app/i18n.svelte.ts'

/** What is said of a list before it joins the class. */
export const t = messages({
  zh: {
    title: '粘贴名单',
    label: '把名单粘贴在这里',
    hint: '从 Excel、微信接龙、Word 复制都行，一行一位或用顿号隔开。电话、身份证号不会留下。写错了就在这里改。',
    file: '或者打开名单文件（CSV、TXT）',
    notText: '这个文件不是文字。请在 WPS 或 Excel 里另存为 CSV，或直接复制粘贴。',
    tooBig: '文件太大，不像一份名单。请只留要加入的人。',
    column: '名字在哪一列',
    everyCell: '每一格都是一个名字',
    columnNamed: (number: number, name: string) => `第 ${number} 列：${name}`,
    twice: '同一个名字写了两遍',
    two: '是两个人',
    one: '是同一个人',
    summary: (joining: number, left: number) =>
      left === 0 ? `将加入 ${joining} 人` : `将加入 ${joining} 人，${left} 行不加入`,
    fates: {
      new: '新学员',
      known: '这台电脑上已有',
      member: '已在班里',
      out: '不加入',
    },
    why: {
      heading: '是表头',
      no_name: '没有名字',
      too_long: '超过 20 个字',
      odd_signs: '有名字里不会有的符号',
      unlike: '不像名字；是名字就勾上',
      repeated: '同名同电话，是重复的一行',
      same_name: '同名，按同一个人算',
      unchosen: '没有勾选',
      no_picture: '同名的人太多，图不够分',
    },
    notes: {
      picture_signs: '去掉了表情',
      brackets: '去掉了括号里的话',
      digits: '去掉了数字',
      title_cut: '去掉了称呼',
      only_title: '只有称呼，也可以',
      other_column: '这一行的名字在别的列',
    },
    namesake: '同名，靠图分清',
    another: '是另一位',
    theSame: '就是那位',
    dropped: (phones: number, ids: number, others: number) =>
      [
        phones > 0 && `${phones} 个电话`,
        ids > 0 && `${ids} 个证件号`,
        others > 0 && `名字旁边的 ${others} 格`,
      ]
        .filter((part) => part !== false)
        .join('、'),
    notKept: (what: string) => `${what}没有留下，也不会存到这台电脑上。`,
    empty: (count: number) => `跳过 ${count} 个空行。`,
    full: (size: number, limit: number) =>
      `一个班最多 ${limit} 人，加上这份名单是 ${size} 人。请分成两个班。`,
    table: '名单里每一行会怎样',
    columns: { join: '加入', line: '行', name: '名字', picture: '图', fate: '会怎样' },
    joinLine: (name: string, line: number) => `第 ${line} 行，${name}，加入`,
    join: '加入班级',
    joinCount: (count: number) => `加入班级（${count} 人）`,
    cancel: '取消',
  },
  en: {
    title: 'Paste a list',
    label: 'Paste the list here',
    hint: 'From a spreadsheet, a chat or a document; one a line, or parted by commas. Phones and ID numbers are not kept. Correct mistakes here.',
    file: 'Or open a list as a file (CSV, TXT)',
    notText: 'This file is no text. Save it as CSV, or copy and paste.',
    tooBig: 'This file is too large for a list of people.',
    column: 'Which column has the names',
    everyCell: 'Each cell is a name',
    columnNamed: (number, name) => `Column ${number}: ${name}`,
    twice: 'The same name twice',
    two: 'are two people',
    one: 'is one person',
    summary: (joining, left) =>
      left === 0 ? `${joining} will join` : `${joining} will join, ${left} lines will not`,
    fates: {
      new: 'new',
      known: 'known on this computer',
      member: 'in the class already',
      out: 'left out',
    },
    why: {
      heading: 'a heading',
      no_name: 'no name',
      too_long: 'more than 20 characters',
      odd_signs: 'signs that no name has',
      unlike: 'not like a name; tick it if it is one',
      repeated: 'same name, same phone: a repeated line',
      same_name: 'same name, taken for one person',
      unchosen: 'not ticked',
      no_picture: 'too many of this name for the pictures',
    },
    notes: {
      picture_signs: 'without picture signs',
      brackets: 'without the brackets',
      digits: 'without the numbers',
      title_cut: 'without the title',
      only_title: 'a title only; that will do',
      other_column: 'the name was in another column',
    },
    namesake: 'same name; the picture tells',
    another: 'Somebody else',
    theSame: 'The same person',
    dropped: (phones, ids, others) =>
      [
        phones > 0 && `${phones} phone numbers`,
        ids > 0 && `${ids} ID numbers`,
        others > 0 && `${others} other cells`,
      ]
        .filter((part) => part !== false)
        .join(', '),
    notKept: (what) => `Not kept: ${what}.`,
    empty: (count) => `${count} empty lines are skipped.`,
    full: (size, limit) =>
      `A class holds ${limit} people; with this list there would be ${size}. Make two classes.`,
    table: 'What becomes of each line',
    columns: { join: 'Join', line: 'Line', name: 'Name', picture: 'Picture', fate: 'What happens' },
    joinLine: (name, line) => `Line ${line}, ${name}, joins`,
    join: 'Join the class',
    joinCount: (count) => `Join the class (${count})`,
    cancel: 'Cancel',
  },
})
