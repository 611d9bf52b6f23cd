import { type ErrorText, p, released, say, type Sentences, sqlText } from './error-sentence.ts'
import type { WireError } from './errors.ts'
import { unreadable, writeReason } from './file-reasons.ts'
import { journalReason } from './journal-reasons.ts'

const zh: Sentences = {
  bad_request: say('发来的内容格式不对。', '请刷新页面再试；还不行就重新启动致知。'),
  unknown_procedure: say('窗口和后台的版本对不上。', '请重新启动致知。'),
  cancelled: say('已经取消。', '需要时再点一次运行。'),
  disconnected: say('和后台的连接断了。', '正在重新连接；已保存的内容还在。'),
  busy: say('后台正忙。', '请等手上的运行结束，再试一次。'),
  too_large: say(
    (q) =>
      'signs' in q
        ? `写了 ${p(q, 'signs')} 个字符，这里最多 ${p(q, 'most')} 个，没有检查。`
        : '内容太大，放不下。',
    '请缩小范围，例如先筛选或汇总；误贴进来的大段文字，删掉再试。',
  ),
  timeout: say('运行太久，已停下。', '请加筛选条件，或先汇总再连接。'),
  internal: say('致知内部出了错，没有动你的数据。', '请再试一次；还不行就重新启动致知。'),
  engine_stopped: say('查询引擎停了，正在重新启动。', '两秒后再运行；数据没有受影响。'),
  sql_empty: say('这里还没有查询。', '请写一句 SELECT 再运行。'),
  sql_syntax: sqlText('查询没写完整或写法有误'),
  sql_refused: say(
    (q) => `这里不能运行${p(q, 'what', '这种语句')}。`,
    (q) => p(q, 'instead', '请改成一句 SELECT 查询。'),
  ),
  sql_failed: sqlText('查询运行时出错'),
  parameter_missing: say(
    (q) => `查询用到 $${p(q, 'name')}，但笔记里没有这个输入。`,
    '请加一个同名的输入，或改掉这个名字。',
  ),
  not_found: say(
    (q) => `没有找到 ${p(q, 'what', p(q, 'path', '要的内容'))}。`,
    '请核对名称或位置，再试一次。',
  ),
  unknown_dataset: say(
    (q) => `数据目录里没有“${p(q, 'dataset')}”。`,
    '请到数据目录核对名称，或先安装这份数据。',
  ),
  dataset_damaged: say(
    (q) => `数据“${p(q, 'dataset')}”的文件 ${p(q, 'file')} 与登记的校验值不符，已停用。`,
    '请重新安装这份数据；其他数据可以照常使用。',
  ),
  dataset_invalid: say(
    (q) => `数据“${p(q, 'dataset')}”的说明文件有误：${p(q, 'problem')}`,
    '请改正 datapackage.json，再重新启动；其他数据可以照常使用。',
  ),
  dataset_listed: say(
    (q) => `“${p(q, 'dataset')}”只有目录，没有数据。`,
    '请向提供方申请共享；数据到了以后装进来，就能查询。',
  ),
  dataset_twice: say(
    (q) =>
      `有两份数据同名：“${p(q, 'dataset')}”随软件附带，工作区里又有一份目录；用的是随软件的那份。`,
    '请在工作区的 datasets 文件夹里，把这一份移走或改名。',
  ),
  import_refused: say(
    (q) => `没有导入：${p(q, 'problem')}。`,
    '目录没有改动。请按上面说的改好文件，再导入一次。',
  ),
  export_refused: say((q) => `没有导出：${p(q, 'problem')}。`, '请改用 JSON-LD 格式导出。'),
  boundary_refused: say((q) => `边界文件没有导入。${p(q, 'zh')}`, '改好以后再导入一次。'),
  chart_refused: say((q) => `这张图没有导出：${p(q, 'problem')}。`, '请先在笔记里让它画出来。'),
  release_refused: say(
    (q) => `这个结果不能带出：${released(q).zh.why}。`,
    (q) => released(q).zh.instead,
  ),
  dataset_gone: say(
    (q) => `数据“${p(q, 'dataset')}”的文件夹不在了，可能已被移走或删除。`,
    '请把文件夹放回 datasets，或重新安装这份数据。已经读入的表，到致知或查询引擎重新启动前还能查询。',
  ),
  report_unreadable: say(
    '这个文件里没有致知报告的记录，不能拿来比较。',
    '请选一份致知导出的报告：网页、Word 或 PDF，没有用别的程序另存过。',
  ),
  write_failed: say(
    (q) => `没有写成 ${p(q, 'path')}：${writeReason(q).zh}。`,
    '没有留下写了一半的文件；原来的文件没有动。',
  ),
  notebook_invalid: say(
    (q) => `笔记第 ${p(q, 'line', '?')} 行有误：${p(q, 'problem')}`,
    '请改正这一处；其余部分照常可用。',
  ),
  notebook_unreadable: say(
    (q) => `笔记“${p(q, 'what')}”的文件读不出来：${unreadable(q).zh}。`,
    '文件没有动过。请用别的程序改好它，或打开笔记从保存过的版本里恢复。',
  ),
  cell_circular: say((q) => `这些单元互相引用，绕成了圈：${p(q, 'cells')}`, '请改掉其中一处引用。'),
  chart_invalid: say((q) => `图的写法有误：${p(q, 'problem')}`, '请对照说明改正这张图。'),
  course_invalid: say(
    (q) => `课程文件 ${p(q, 'file')} 第 ${p(q, 'line', '?')} 行有误：${p(q, 'problem')}`,
    '请作者改正后再打开；其他课照常可学。',
  ),
  scenario_invalid: say(
    (q) => `练习文件 ${p(q, 'file')} 有误：${p(q, 'problem')}`,
    '请作者改正后再打开；其他练习照常可用。',
  ),
  conflict: say('这份笔记在别处被改过。', '请先另存你的改动，再重新打开。'),
  workspace_locked: say(
    (q) => `工作区 ${p(q, 'path')} 正被另一个致知使用。`,
    '请切换到已经打开的窗口，或先关闭它；也可以用 --workspace 另选一个文件夹。',
  ),
  workspace_unsuitable: say(
    (q) => `文件夹 ${p(q, 'path')} 不能当工作区：里面有别的东西，或来自更新的版本。`,
    '请选一个空文件夹，或升级致知。',
  ),
  workspace_readonly: say(
    (q) => `工作区 ${p(q, 'path')} 不能写入。`,
    '这次的记录只暂存到关闭为止。请检查磁盘和权限，或用 --workspace 另选一个文件夹。',
  ),
  journal_damaged: say(
    (q) =>
      `工作记录 ${p(q, 'file')}（第 ${p(q, 'line', '?')} 行）有损坏：${journalReason(p(q, 'reason'), 'zh')}。`,
    '损坏部分已隔离到工作区的 backups，其余已恢复。请用 zhizhi audit verify 查看详情。',
  ),
  port_in_use: say(
    (q) => `端口 ${p(q, 'port')} 已被别的程序占用。`,
    '请换一个：--port 0 会自动选一个空的。',
  ),
  lan_no_network: say(
    '这台电脑没有连上任何网络，学员的手机找不到它。',
    '请把电脑连上教室的 Wi-Fi；没有 Wi-Fi，就打开一部手机的热点，让电脑和学员的手机都连上它（不用流量），再试一次。',
  ),
  pdf_unavailable: say(
    '这台电脑上没有能生成 PDF 的浏览器。',
    '可以直接打印，在打印窗口里选“另存为 PDF”；或装上 Chrome、Edge 或 Chromium 再试。',
  ),
}

const en: Sentences = {
  bad_request: say('The request was malformed.', 'Reload the page; if that fails, restart Zhizhi.'),
  unknown_procedure: say('Window and host are of different versions.', 'Restart Zhizhi.'),
  cancelled: say('Cancelled.', 'Run again when you need it.'),
  disconnected: say(
    'The connection to the host was lost.',
    'Reconnecting; what was saved is safe.',
  ),
  busy: say('The host is busy.', 'Wait for the present run to end, then try again.'),
  too_large: say(
    (q) =>
      'signs' in q
        ? `It has ${p(q, 'signs')} characters; ${p(q, 'most')} are the most. It was not checked.`
        : 'The content is too large.',
    'Narrow it down: filter or aggregate first; delete what was pasted by mistake.',
  ),
  timeout: say('It ran too long and was stopped.', 'Add a filter, or aggregate before joining.'),
  internal: say(
    'Something failed inside Zhizhi; your data was not touched.',
    'Try again, or restart Zhizhi.',
  ),
  engine_stopped: say(
    'The query engine stopped and is starting again.',
    'Run again in two seconds; no data was affected.',
  ),
  sql_empty: say('There is no query yet.', 'Write a SELECT and run it.'),
  sql_syntax: say(
    (q) => `The query is incomplete or misspelt: ${p(q, 'message')}`,
    'Correct the marked place and run again.',
  ),
  sql_refused: say(
    (q) => `This cannot be run here: ${p(q, 'what', 'the statement')}.`,
    'Write it as one SELECT query.',
  ),
  sql_failed: say(
    (q) => `The query failed: ${p(q, 'message')}`,
    'Correct the marked place and run again.',
  ),
  parameter_missing: say(
    (q) => `The query uses $${p(q, 'name')}, but no input has that name.`,
    'Add such an input, or change the name.',
  ),
  not_found: say(
    (q) => `Not found: ${p(q, 'what', 'the content')}.`,
    'Choose again from the list.',
  ),
  unknown_dataset: say(
    (q) => `The catalogue has no “${p(q, 'dataset')}”.`,
    'Check the name in the catalogue, or install the dataset first.',
  ),
  dataset_damaged: say(
    (q) =>
      `File ${p(q, 'file')} of dataset “${p(q, 'dataset')}” does not match its registered hash; it is not used.`,
    'Install the dataset again; the others work as usual.',
  ),
  dataset_invalid: say(
    (q) => `The descriptor of “${p(q, 'dataset')}” is wrong: ${p(q, 'problem')}`,
    'Correct datapackage.json and restart; the others work as usual.',
  ),
  dataset_listed: say(
    (q) => `“${p(q, 'dataset')}” is listed in the catalogue, without data.`,
    'Apply to the provider; once the data are installed they can be queried.',
  ),
  dataset_twice: say(
    (q) =>
      `Two datasets are called “${p(q, 'dataset')}”: one came with Zhizhi, another is listed in the workspace. The first is used.`,
    'Move the one in the workspace’s folder datasets away, or rename it.',
  ),
  import_refused: say(
    (q) => `Not imported: ${p(q, 'problem')}.`,
    'The catalogue is unchanged. Correct the file and import it again.',
  ),
  export_refused: say((q) => `Not exported: ${p(q, 'problem')}.`, 'Export as JSON-LD instead.'),
  boundary_refused: say(
    (q) => `The boundary file was not imported. ${p(q, 'en')}`,
    'Correct it and import it again.',
  ),
  chart_refused: say(
    (q) => `The chart was not exported: ${p(q, 'problem')}.`,
    'Have it drawn in the notebook first.',
  ),
  release_refused: say(
    (q) => `This result may not leave: ${released(q).en.why}.`,
    (q) => released(q).en.instead,
  ),
  dataset_gone: say(
    (q) => `The folder of “${p(q, 'dataset')}” is no longer there: it was moved or deleted.`,
    'Put it back into datasets, or install the dataset again. Tables already read can be queried until Zhizhi or its engine restarts.',
  ),
  report_unreadable: say(
    'This file carries no record of a Zhizhi report, so it cannot be compared.',
    'Choose a report exported by Zhizhi (HTML, Word or PDF) that no other program has saved again.',
  ),
  write_failed: say(
    (q) => `${p(q, 'path')} was not written: ${writeReason(q).en}.`,
    'Nothing half-written is left; what was there before is untouched.',
  ),
  notebook_invalid: say(
    (q) => `Line ${p(q, 'line', '?')} of the notebook is wrong: ${p(q, 'problem')}`,
    'Correct it; the rest works as usual.',
  ),
  notebook_unreadable: say(
    (q) => `The file of notebook “${p(q, 'what')}” cannot be read: ${unreadable(q).en}.`,
    'The file was not touched. Mend it with another program, or open the notebook and restore a kept version.',
  ),
  cell_circular: say(
    (q) => `These cells refer to each other in a circle: ${p(q, 'cells')}`,
    'Change one of the references.',
  ),
  chart_invalid: say((q) => `The chart is wrong: ${p(q, 'problem')}`, 'Correct the chart.'),
  course_invalid: say(
    (q) => `Line ${p(q, 'line', '?')} of ${p(q, 'file')} is wrong: ${p(q, 'problem')}`,
    'The author must correct it; other lessons work as usual.',
  ),
  scenario_invalid: say(
    (q) => `${p(q, 'file')} is wrong: ${p(q, 'problem')}`,
    'The author must correct it; other scenarios work as usual.',
  ),
  conflict: say(
    'The notebook was changed elsewhere.',
    'Keep a copy of your changes, then open it again.',
  ),
  workspace_locked: say(
    (q) => `Another Zhizhi is using the workspace ${p(q, 'path')}.`,
    'Switch to its window or close it, or choose another folder with --workspace.',
  ),
  workspace_unsuitable: say(
    (q) =>
      `The folder ${p(q, 'path')} cannot be a workspace: it holds other things, or comes from a newer version.`,
    'Choose an empty folder, or update Zhizhi.',
  ),
  workspace_readonly: say(
    (q) => `The workspace ${p(q, 'path')} cannot be written.`,
    'Records are kept only until you close. Check disk and permissions, or choose another folder with --workspace.',
  ),
  journal_damaged: say(
    (q) =>
      `The journal ${p(q, 'file')} is damaged at line ${p(q, 'line', '?')}: ${journalReason(p(q, 'reason'), 'en')}.`,
    'The damaged part is quarantined in backups and the rest restored. See zhizhi audit verify.',
  ),
  port_in_use: say(
    (q) => `Port ${p(q, 'port')} is in use by another program.`,
    'Choose another: --port 0 picks a free one.',
  ),
  lan_no_network: say(
    'This computer is on no network, so the learners’ phones cannot find it.',
    'Join the classroom’s Wi-Fi. Without one, switch on the hotspot of a phone and join it with this computer and with the learners’ phones (no data is used), then try again.',
  ),
  pdf_unavailable: say(
    'No browser on this computer can make a PDF.',
    'Print instead and choose “Save as PDF”, or install Chrome, Edge or Chromium.',
  ),
}

/** The sentence for an error in Chinese or English. */
export function errorText(
  error: Pick<WireError, 'code' | 'params'>,
  language: 'zh' | 'en',
): ErrorText {
  return (language === 'zh' ? zh : en)[error.code](error.params)
}
