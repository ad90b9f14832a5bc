import type { Text } from '../text.ts'

/** The short name that an inspection uses, and what is asked. */
interface ItemWords {
  readonly name: Text
  readonly text: Text
}

const item = (en: string, zh: string, textEn: string, textZh: string): ItemWords => ({
  name: { en, zh },
  text: { en: textEn, zh: textZh },
})

/** The conduct code of the desk (1.2, 4.x) in our words. */
export const itemWords = {
  // 1.2
  polite: item('polite', '礼貌待人', 'Speaks to callers kindly and politely', '接听电话和气、有礼貌'),
  'no-quarrel': item('no quarrel', '不争吵', 'Never quarrels with a caller or insults one', '不与用户争吵，不谩骂用户'),
  // 4.1
  lawful: item('lawful', '守法守德', 'Keeps the law and public morals', '遵守法律和社会公德'),
  civil: item('civil', '文明礼貌', 'Is civil and well-mannered', '举止文明，待人有礼'),
  thoughtful: item(
    'thoughtful',
    '真诚周到',
    'Serves sincerely and thinks of what the customer needs',
    '服务真诚，想得周到',
  ),
  tolerant: item('tolerant', '理解宽容', 'Shows understanding and tolerance', '体谅对方，宽容待人'),
  confident: item('confident', '自尊自信', 'Keeps self-respect and self-confidence', '保持自尊和自信'),
  // 4.2
  'no-answering-back': item('no answering back', '骂不还口', 'Does not answer abuse with abuse', '受到辱骂时不回骂'),
  'no-striking-back': item('no striking back', '打不还手', 'Does not strike back when struck', '受到推打时不还手'),
  respect: item('respect', '尊重用户', 'Respects the customer', '尊重每一位用户'),
  sincere: item('sincere', '真诚服务', 'Serves in good faith', '以诚心提供服务'),
  // 4.3 clothes
  uniform: item('uniform', '着装统一', 'Wears the uniform as everybody does', '穿统一的工作服'),
  'uniform-neat': item('neat uniform', '制服整洁', 'Uniform clean, pressed and in shape', '工作服干净、平整、挺括'),
  badge: item('badge', '工牌', 'Badge worn, and in its proper place', '按规定位置佩戴证章'),
  'suit-and-shoes': item('suit and shoes', '西装皮鞋', 'Suit and leather shoes as working dress', '工作时穿西装、皮鞋'),
  'shoes-clean': item('clean shoes', '皮鞋光亮', 'Leather shoes clean and polished', '皮鞋干净、擦亮'),
  'shoes-other': item(
    'no other shoes',
    '不穿便鞋',
    'No sports shoes, walking shoes, sandals or cloth shoes',
    '不穿运动鞋、旅游鞋、凉鞋、布鞋',
  ),
  // 4.3 jewellery, hair, grooming
  jewellery: item(
    'jewellery',
    '饰物',
    'No showy earrings, bracelets, necklaces or the like',
    '不戴夸张的耳环、手镯、项链等饰物',
  ),
  'make-up': item('make-up', '化妆', 'No heavy make-up', '不化浓妆'),
  'hair-style': item('hair style', '发型', 'Hair style plain and in order', '发型大方、合乎规范'),
  'hair-clean': item(
    'clean hair',
    '头发清洁',
    'Hair clean and tidy, without grease or dandruff',
    '头发清洁整齐，没有头垢、头屑',
  ),
  'hair-colour': item('hair colour', '发色', 'No striking hair colour', '不染夸张的发色'),
  'dressing-unseen': item(
    'dressing unseen',
    '整衣避人',
    'Ties, trousers and underwear are put right out of sight, not at the desk or before visitors',
    '打领带、提裤子、整理内衣在人后进行，不在岗位或客人面前',
  ),
  'grooming-unseen': item(
    'grooming unseen',
    '梳妆避人',
    'Mirror, lipstick and nails out of sight',
    '照镜子、抹口红、修指甲在人后进行',
  ),
  'cleaning-unseen': item(
    'cleaning unseen',
    '清洁避人',
    'Nobody picks the nose, trims its hair or picks teeth before others',
    '不当众抠鼻孔、剪鼻毛、剔牙',
  ),
  zip: item('zip', '拉链', 'Zips of trousers and skirts are closed', '裤、裙拉链拉好'),
  stockings: item(
    'stockings',
    '丝袜',
    'Stockings neither slipping nor laddered nor torn',
    '长筒丝袜不下滑、不抽丝、不破损',
  ),
  // 4.4 standing
  'stand-upright': item('stand upright', '站姿挺拔', 'Stands upright and with confidence', '站立挺拔、自信'),
  'stand-lively': item(
    'stand lively',
    '精神饱满',
    'Looks alert, moves with ease and good manners',
    '精神饱满，举止大方',
  ),
  'stand-head': item('head level', '头正目平', 'Head held straight, eyes level', '头部端正，双目平视'),
  'stand-arms': item('arms down', '双臂下垂', 'Arms hang down naturally', '双臂自然下垂'),
  'stand-steady': item('stand steady', '站立不晃', 'Does not lean about or sway', '不东倒西歪，不左右摇晃'),
  'stand-hands': item(
    'hands',
    '手不抱胸',
    'Arms not folded, hands neither on the hips nor in the pockets',
    '双手不抱胸、不叉腰、不插口袋',
  ),
  // 4.4 sitting
  'sit-gently': item('sit down gently', '入座轻稳', 'Sits down lightly and steadily', '入座轻而稳'),
  'sit-skirt': item('skirt', '拢裙入座', 'A skirt is gathered when sitting down', '着裙者入座时先将裙摆拢好'),
  'sit-settled': item('stay seated', '落座不整衣', 'Does not get up again to put clothes right', '落座后不再起身整理'),
  'sit-two-thirds': item(
    'two thirds',
    '坐满三分之二',
    'Fills at least two thirds of the chair',
    '至少坐满椅子的三分之二',
  ),
  'sit-steady': item('sit steady', '坐不摇晃', 'Does not rock forward and back', '不前俯后仰'),
  'sit-feet': item(
    'feet',
    '脚不上座',
    'No feet on chairs, arms of sofas or tables',
    '不把脚放在椅子、沙发扶手或茶几上',
  ),
  'sit-legs': item('legs', '不翘腿', 'Legs not crossed, no jigging of foot or leg', '不翘二郎腿，不踮脚晃腿'),
  'sit-hands': item('no drumming', '不拍扶手', 'Does not drum on the arm of the chair', '双手不随意拍打扶手'),
  // 4.5
  refined: item('refined speech', '谈吐文雅', 'Speaks in a refined way', '谈吐文雅'),
  voice: item('moderate voice', '音量适中', 'Speaks neither too loud nor too low', '声音大小适中'),
  fluent: item('fluent', '语句流畅', 'Speaks fluently', '说话流畅'),
  answers: item('answers', '有问必答', 'Answers every question', '凡问必答'),
  patient: item('patient', '百问不厌', 'Stays patient however often one asks', '反复询问也不厌烦'),
  clear: item('clear', '口齿清楚', 'Pronounces clearly', '吐字清楚'),
  wording: item('wording', '用词得当', 'Chooses fitting words', '用词恰当'),
  'to-the-point': item('to the point', '省时高效', 'Keeps to the point and wastes nobody’s time', '简明省时，讲求效率'),
} satisfies Record<string, ItemWords>

export const sectionWords = {
  manner: { en: 'On the phone', zh: '接听电话' },
  principles: { en: 'Principles', zh: '总则' },
  ethics: { en: 'Ethics', zh: '职业道德' },
  dress: { en: 'Dress', zh: '衣饰' },
  bearing: { en: 'Bearing', zh: '仪态' },
  language: { en: 'Language', zh: '语言' },
} satisfies Record<string, Text>
