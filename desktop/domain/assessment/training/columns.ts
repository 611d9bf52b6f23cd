/** A column of the dataset of trainings; the order is the file's. */
const column = <Name extends string>(
  name: Name,
  type: 'string' | 'integer' | 'number' | 'date',
  title: string,
  unit?: string,
) => ({ name, type, title, ...(unit !== undefined && { unit }) })

/** One long table, since what a row is of is told by `record`; what does not belong to it is empty. */
export const trainingColumns = [
  column('record', 'string', '这一行记的是什么：步骤、答题、目标、评分'),
  column('training_no', 'integer', '第几个培训'),
  column('learner', 'string', '学员（每个培训里打乱重编的号）'),
  column('half', 'integer', '哪一半：1 先做 A 卷，2 先做 B 卷'),
  column('step', 'string', '哪一步：在册、分班测、学前测、学后测、结业测评、结业项目'),
  column('form', 'string', 'A 卷还是 B 卷'),
  column(
    'sitting_no',
    'integer',
    '答题：这个人这种测评的第几次，在别处做的也数；步骤：在这个培训里交了几次',
  ),
  column('week', 'date', '那一周的周一'),
  column('done', 'integer', '步骤：做完了是 1，没有是 0'),
  column('passed', 'integer', '步骤：结业测评过了是 1，没过是 0'),
  column(
    'final_end',
    'string',
    '步骤：结业测评算哪一种：第一次就过、再考以后过、还没过；以前在别处过了的另算',
  ),
  column('right_count', 'integer', '步骤：答对几题', '题'),
  column('right_square', 'integer', '步骤：答对几题的平方，算信度用'),
  column('of_count', 'integer', '步骤：共几题', '题'),
  column('course', 'string', '课程编号'),
  column('course_title', 'string', '课程'),
  column('objective', 'string', '目标编号'),
  column('objective_title', 'string', '目标'),
  column('item', 'string', '题目编号'),
  column('question', 'integer', '答题：卷子里的第几题'),
  column('state', 'string', '答题：对、错、没答'),
  column('correct', 'integer', '答题：对是 1，错和没答是 0'),
  column('choice', 'string', '答题：选了题库里的第几项，如 1 或 1+3'),
  column('choice_text', 'string', '答题：选项的话（题库里的原文）'),
  column('seconds', 'integer', '答题：用时', '秒'),
  column('rest_share', 'number', '答题：这份卷子里其余题答对的比例'),
  column('rest_square', 'number', '答题：上一列的平方，算相关用'),
  column('rest_if_right', 'number', '答题：这题对时等于其余题的比例，错时是 0，算相关用'),
  column('score_group', 'string', '答题：同一份卷子里按得分，上、下各 27%，其余是中'),
  column('before_share', 'number', '目标：学前测答对的比例'),
  column('after_share', 'number', '目标：学后测答对的比例'),
  column('gain', 'number', '目标：学后减学前'),
  column('gain_square', 'number', '目标：上一列的平方，算区间用'),
  column('role', 'string', '评分：自评、同学、带班老师'),
  column('criterion', 'string', '评分：哪一条（编号）'),
  column('criterion_title', 'string', '评分：哪一条'),
  column('level', 'integer', '评分：给的等级，从 1 起'),
  column('facilitator_level', 'number', '评分：带班老师给这一条的等级（几位的中位数）'),
] as const

export type TrainingColumn = (typeof trainingColumns)[number]['name']
export type TrainingRow = Partial<Record<TrainingColumn, string | number | null>>
