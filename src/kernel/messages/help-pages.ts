import { entry, heading, words } from './help-guide.ts'
import type { HelpPart } from './help-guide.ts'

/** Everything that the program looks for outside its arguments, and where it keeps what. */
export const environmentPage: readonly HelpPart[] = [
  heading('Variables', '环境变量'),
  entry(
    'BAOXIU_DB',
    'the office’s database, where --db is not given: a file, or postgres://…',
    '数据库：没有 --db 时用它，文件或 postgres://…',
  ),
  entry(
    'BAOXIU_ACTOR',
    'who does it, for the journal, where --actor is not given',
    '操作人，记入日志：没有 --actor 时用它',
  ),
  entry(
    'BAOXIU_LANG',
    'en or zh-CN; else the office’s language, LC_ALL, LC_MESSAGES, LANG, the system’s',
    'en 或 zh-CN；否则依次用单位的语言、LC_ALL、LC_MESSAGES、LANG、系统语言',
  ),
  entry(
    'BAOXIU_PRINTER',
    'browser, lp, lp:NAME or file:DIR; before the office’s setting `printer`',
    'browser、lp、lp:名称 或 file:文件夹；优先于单位设置 printer',
  ),
  entry(
    'BAOXIU_NOW',
    'another moment than now, for late runs and tests: 2026-11-22 08:05',
    '假定现在是此刻，补跑和测试用：2026-11-22 08:05',
  ),
  entry(
    'NO_COLOR',
    'no colours; FORCE_COLOR and CLICOLOR are heard too, --color before all of them',
    '不用颜色；FORCE_COLOR、CLICOLOR 也有效，--color 优先',
  ),
  entry(
    'PAGER',
    'shows long lists page by page; `cat` or nothing: no pager',
    '长列表分页显示的程序；设为 cat 或空则不分页',
  ),
  entry('CI', 'if set, nothing is ever asked', '设了就从不提问'),
  heading('Places', '存放位置'),
  entry(
    '$XDG_DATA_HOME/baoxiu/office.db',
    'the database, else ~/.local/share/baoxiu/office.db',
    '数据库，否则 ~/.local/share/baoxiu/office.db',
  ),
  entry('%LOCALAPPDATA%\\baoxiu\\office.db', 'the database on Windows', 'Windows 上的数据库'),
  entry(
    '$XDG_STATE_HOME/baoxiu',
    'calls that were begun and not finished, else ~/.local/state/baoxiu',
    '没填完的单子，否则 ~/.local/state/baoxiu',
  ),
  words(
    'Beside the database lie office.db-wal and office.db-shm while it is open; they belong to it. Keep it on a local disk: network drives are refused. Everything is written for its owner alone (0600).',
    '打开期间数据库旁有 office.db-wal 和 office.db-shm，属于同一个库。请放在本机硬盘上，网络盘会被拒绝。写出的文件只有本人可读（0600）。',
  ),
]

export const printingPage: readonly HelpPart[] = [
  words(
    'Slips, hand-over sheets, work lists, fine sheets and reports are papers. Without more they are text for the eye.',
    '报修单、交接单、派工单、处罚单、日报月报都能打印。不加选项时只在屏幕上显示。',
  ),
  entry(
    '--format html',
    'a page for any browser: open it and press Ctrl-P; A4, black on white',
    '网页：用浏览器打开后按 Ctrl-P；A4，黑白',
  ),
  entry(
    '--format raw',
    'for dot-matrix printers: GB18030 and form feeds; send it unchanged: lp -o raw',
    '针式打印机：GB18030 编码带换页；原样送出：lp -o raw',
  ),
  entry('--format text', 'for the eye, or a printer that takes UTF-8', '看，或给能收 UTF-8 的打印机'),
  entry('-o FILE', 'writes the paper to a file instead', '写成文件'),
  heading('Garbled or cut?', '乱码、缺行？'),
  words(
    'Chinese as question marks or 锟斤拷 from a dot-matrix printer: it got UTF-8; use --format raw. Chinese as boxes in the browser: install a Chinese font (fonts-noto-cjk). Lines cut at the right: print at 100 %, paper A4, margins “default”. A CSV that Excel shows garbled: give -o FILE, then it has the mark that Excel needs, or --encoding gb18030.',
    '针式打印机打出问号或“锟斤拷”：收到的是 UTF-8，请用 --format raw。浏览器里中文成方框：装中文字体（fonts-noto-cjk）。右边被切：按 100 % 打印，纸张 A4，边距“默认”。Excel 打开 CSV 乱码：用 -o 文件 写出（带 Excel 要的标记），或 --encoding gb18030。',
  ),
  words(
    'Looking does not count as a reprint. `handover show` prints a batch again in any format.',
    '只看不算重印。`handover show` 可用任何格式再打一次。',
  ),
]

export const windowsPage: readonly HelpPart[] = [
  words(
    'Windows 10 or newer, 64 bit. Without internet: unpack the zip into a folder and double-click 报修台.cmd; Node is inside. With Node 20.19 or newer: npm install -g baoxiu.',
    'Windows 10 及以上，64 位。不能上网的电脑：把压缩包解到一个文件夹，双击“报修台.cmd”，Node 已在其中。已装 Node 20.19 及以上：npm install -g baoxiu。',
  ),
  heading('Where the data are', '数据在哪里'),
  entry(
    '%LOCALAPPDATA%\\baoxiu\\office.db',
    'the database; elsewhere: set BAOXIU_DB=D:\\baoxiu\\office.db',
    '数据库；放别处：set BAOXIU_DB=D:\\baoxiu\\office.db',
  ),
  words(
    'On a local disk: shared folders (\\\\server\\share) and mapped network drives are refused, because Windows locks files there differently and a database would break. Put backups there instead.',
    '要放在本机硬盘：共享文件夹（\\\\服务器\\共享）和映射的网络盘会被拒绝，那里的文件锁会损坏数据库。备份可以放过去。',
  ),
  heading('Chinese characters', '中文显示'),
  words(
    'Windows Terminal shows everything. In the old console: chcp 65001 and the font 新宋体; 报修台.cmd does the first. Output that another program reads in code page 936: --encoding gb18030.',
    'Windows 终端什么都能显示。老式命令行：先 chcp 65001，字体选“新宋体”；“报修台.cmd”已做前一步。别的程序要按 936 代码页读：--encoding gb18030。',
  ),
  heading('Every night', '每晚自动'),
  entry(
    'schtasks /Create /RU SYSTEM /SC DAILY /ST 03:00 /TN baoxiu-nightly /TR "C:\\baoxiu\\baoxiu.cmd --db D:\\baoxiu\\office.db nightly --out-dir D:\\baoxiu\\fines --backup-dir E:\\backups --keep 60 --report"',
    'runs when nobody is logged on; as administrator. SYSTEM has no %LOCALAPPDATA% of yours: name the database',
    '没人登录也运行；用管理员身份执行一次。SYSTEM 没有你的 %LOCALAPPDATA%，所以要写明数据库',
  ),
  words(
    'Ctrl-Z and Enter end what is typed for FILE `-`. Ctrl-C ends a command; nothing is half done.',
    '从键盘输入（文件写 `-`）时按 Ctrl-Z 再回车结束。Ctrl-C 中止命令，不会只做一半。',
  ),
]

export const postgresPage: readonly HelpPart[] = [
  words(
    'One desk needs no server: the file is safe and quick. Several computers at once need PostgreSQL, because a database file must not lie on a network drive.',
    '一台电脑用文件就够，又快又稳。几台电脑同时用，就要 PostgreSQL，因为数据库文件不能放网络盘。',
  ),
  entry('createdb --encoding=UTF8 baoxiu', 'on the server: an empty database', '在服务器上建一个空库'),
  entry(
    'BAOXIU_DB=postgres://clerk@server/baoxiu',
    'on every computer; --db takes it too',
    '每台电脑这样设；--db 也行',
  ),
  entry('PGPASSFILE', 'keeps the password out of command lines and histories', '密码放这里，不要写在命令行里'),
  entry(
    'baoxiu office copy --to postgres://clerk@server/baoxiu',
    'moves the whole office there, verified; the file stays',
    '把整个库搬过去并核对；原文件不动',
  ),
  entry('baoxiu doctor', 'tells what is reached and what is not', '看连得上没有、差什么'),
  words(
    'Backups of the server are pg_dump’s; `office copy --to FILE` makes a file of it again. If the server goes away while something is being saved, the message says whether it was saved or has to be looked up.',
    '服务器用 pg_dump 备份；`office copy --to 文件` 可再变回文件。保存时服务器断了，提示会说清是已存下，还是要去查。',
  ),
]
