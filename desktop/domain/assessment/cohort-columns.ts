const column = (title: string, zh: string, en: string) => ({ title, help: { zh, en } })

/** The columns of a training's table in their order, and what each says. */
export const cohortColumns = [
  column('班里的号', '班级名册上的号，认人只靠它', 'Number on the class list'),
  column(
    '一半',
    '1：学前做甲卷，学后做乙卷；2：倒过来。甲、乙在“卷”里写成 A、B',
    '1: form A before, form B after; 2: the other way round',
  ),
  column('哪一步', '哪种测评，或者结业项目的评分', 'Which test, or the rating of a capstone'),
  column('卷', '学前、学后测的 A 卷或 B 卷', 'Form A or B of the tests before and after'),
  column(
    '第几次',
    '这个人这种测评的第几次。以前在别的培训里做的、自己做的也数；开了头没交的不数',
    'Which try of this test it was for the person. Tries alone or in other trainings count; those not handed in do not',
  ),
  column('日期', '哪一天开始做，或哪一天评的', 'The day it was begun or rated'),
  column('题', '卷子里的第几题', 'Place of the question in the test'),
  column('课程编号', '哪门课', 'Course id'),
  column('课程', '课的名字', 'Title of the course'),
  column('目标编号', '题目考的是哪个目标', 'Objective id'),
  column('目标', '目标的话', 'What the objective says'),
  column('题目编号', '题库里的编号；同一道题每人的数不同', 'Item id; numbers differ by person'),
  column('对错', '对、错，或没答', 'Right (对), wrong (错) or left out (没答)'),
  column('选了第几项', '题库里的第几项，不是屏幕上的', "Options chosen, by the item bank's order"),
  column('用时（秒）', '这一题停留的秒数', 'Seconds spent on the question'),
  column('评分人', '自评、同学或带班老师', 'Author (自评), peer (同学) or facilitator (带班老师)'),
  column('评分标准', '评分表的哪一条', 'Criterion of the rubric'),
  column('等级', '这一条给了几分', 'Level given'),
  column('这次结业测评', '这一次过没过', 'Whether this final was passed (通过)'),
  column(
    '结业测评算哪一种',
    '这个人在这个培训里的结果，和页面上的表一样算：第一次就过、再考以后过、还没过；以前在别处已经过了的另算',
    'What it counts as on the page: first try (第一次就过), later try (再考以后过), not yet (还没过), passed elsewhere before (以前在别处过了)',
  ),
] as const

/** Only where names were asked for. */
export const nameColumn = column('姓名', '只在选了带姓名时才有', 'Only where names were asked for')
