#include "source/rules.h"

#include <vector>

#include "source/load.h"

namespace bifolio::source {

const Rule file_unreadable{
    "file-unreadable",
    Severity::error,
    {"`{path}` cannot be read ({reason}), so nothing in it will be published. Check that it exists and that you may "
     "open it.",
     "无法读取 `{path}`（{reason}），其内容不会发布。请检查文件是否存在、是否有权限打开。"},
    {"The system refused to open the file. Usual causes: a wrong path, a file still open in another program, a cloud "
     "folder that has not been downloaded, or missing permissions.",
     "系统拒绝打开该文件。常见原因：路径写错、文件仍在其他程序中打开、网盘文件尚未下载到本机，或没有权限。"}};

const Rule file_too_large{
    "file-too-large",
    Severity::error,
    {"`{path}` has {size} MB; at most {limit} MB are read, so it was left out. Make the picture smaller or split the "
     "file.",
     "`{path}` 有 {size} MB，超过可读取的 {limit} MB，已被跳过。请压缩图片或拆分文件。"},
    {"Booklets are made of text, tables and small pictures. A file this large is usually a raw photograph, a video or "
     "a "
     "data dump that should be published elsewhere and linked.",
     "手册由文字、表格和小图组成。如此大的文件通常是原始照片、视频或数据，应放在别处并以链接引用。"}};

const Rule file_too_many{
    "file-too-many",
    Severity::error,
    {"This folder holds more than {limit} files; those from `{path}` on were left out. Is it really a booklet's "
     "folder?",
     "此文件夹中的文件超过 {limit} 个；从 `{path}` 起的文件未读取。请确认这是手册所在的文件夹。"},
    {"bifolio reads a booklet's whole folder. When it is started in a home folder or next to a large archive, it stops "
     "here instead of reading everything. Start it in the booklet's own folder.",
     "bifolio "
     "会读取手册的整个文件夹。如果误在用户主目录或大型资料目录中运行，它会在此停止。请在手册自己的文件夹中运行。"}};

const Rule file_too_deep{
    "file-too-deep",
    Severity::error,
    {"`{path}` lies more than {limit} folders deep and was left out. Move it up.",
     "`{path}` 的文件夹层级超过 {limit} 层，已被跳过。请移到较浅的位置。"},
    {"A booklet needs two or three levels of folders. A deeper tree is usually a copy inside a copy.",
     "手册只需要两三层文件夹。层级过深通常是文件夹被反复复制到自身之中。"}};

const Rule file_link{
    "file-link",
    Severity::warning,
    {"`{path}` is a symbolic link {reason}, so it was left out. Put the file itself here.",
     "`{path}` 是一个{reason}的符号链接，已被跳过。请直接放入文件本身。"},
    {"A booklet is built from the files in its folder alone, so that everybody who has the folder builds the same "
     "booklet. Links to files inside the folder are followed; others are not.",
     "手册只由其文件夹内的文件生成，这样每位持有该文件夹的人都能得到相同的手册。指向文件夹内文件的链接可以使用，其余链"
     "接会被跳过。"}};

const Rule file_name{
    "file-name",
    Severity::error,
    {"The file name `{path}` is not written in UTF-8, so the file was left out. Rename it, best with Latin letters and "
     "digits.",
     "文件名 `{path}` 不是 UTF-8 编码，已被跳过。请重命名，建议使用英文字母和数字。"},
    {"Names from archives made on old Chinese Windows systems are often in GBK. Such a name is broken on every other "
     "computer; renaming the file is the only repair.",
     "在旧版中文 Windows 上制作的压缩包，其文件名常为 GBK 编码，在其他电脑上会成为乱码，只能重命名。"}};

const Rule file_encoding{
    "file-encoding",
    Severity::warning,
    {"This file is written in {encoding}, not in UTF-8. It was converted for this run; save it as UTF-8 so that it "
     "stays readable.",
     "此文件采用 {encoding} 编码，而不是 UTF-8。本次已自动转换；请另存为 UTF-8，以免日后出现乱码。"},
    {"WPS and Excel save CSV files in GBK (GB 18030) or UTF-16 unless told otherwise. bifolio recognises both and goes "
     "on, but other tools will not. In WPS or Excel choose “CSV UTF-8” when saving; in Notepad choose UTF-8 as "
     "encoding.",
     "WPS 和 Excel 默认把 CSV 保存为 GBK（GB 18030）或 UTF-16。bifolio 能识别并继续处理，但其他工具未必可以。"
     "在 WPS 或 Excel 中另存为“CSV UTF-8”；在记事本中保存时选择 UTF-8 编码。"}};

const Rule file_nul{
    "file-nul",
    Severity::error,
    {"This text file holds {count} NUL bytes, which no text has; spaces were put in their place. Copy the text into a "
     "new file.",
     "此文本文件中有 {count} 个 NUL 字节，正常文本不应包含；已暂以空格代替。请把文字复制到新文件中。"},
    {"NUL bytes appear when a program crashed while saving, when a disk or a synchronised folder lost data, or when "
     "the "
     "file is no text at all but was given a text file's name. Look at the text around the place: some of it may be "
     "lost.",
     "NUL 字节通常出现在程序保存时崩溃、磁盘或网盘同步丢失数据，或文件本来不是文本却用了文本文件的扩展名。"
     "请检查此处前后的文字，可能已有缺失。"}};

const Rule file_invalid_utf8{
    "file-invalid-utf8",
    Severity::error,
    {"These bytes ({bytes}) are no UTF-8 text; readers would see “�”. Type the character anew and save the file as "
     "UTF-8.",
     "这里的字节（{bytes}）不是有效的 UTF-8 文字，读者会看到“�”。请重新输入该字符，并将文件另存为 UTF-8。"},
    {"Part of the file was written in another encoding or was damaged. bifolio cannot know which character was meant, "
     "and never guesses. If the whole file looks wrong, open it with the program that wrote it and save it as UTF-8.",
     "文件的一部分使用了其他编码，或已损坏。bifolio 无法得知原来的字符，也不会猜测。"
     "如果整个文件都不对，请用原来的程序打开并另存为 UTF-8。"}};

RuleList rules() {
  static const std::vector<const Rule*> all = {
#define RULE(name) &name,
#include "source/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::source
