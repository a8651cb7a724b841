using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>The words that tables of questions use for columns, kinds, difficulty and use.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, TableColumn> Columns = Index<TableColumn>(
        (TableColumn.Stem, "题干 题目 题目内容 试题 试题内容 试题题干 问题 内容 content question q questioncontent questiontext title stem"),
        (TableColumn.Kind, "题型 类型 题目类型 试题类型 type questiontype kind qtype"),
        (TableColumn.Options, "选项 选项内容 备选答案 备选项 options option opts optioncontent choices"),
        (TableColumn.Answer, "答案 正确答案 标准答案 参考答案 答案选项 answer answers correctanswer questionanswer key ans mark"),
        (TableColumn.Explanation, "解析 试题解析 答案解析 题目解析 说明 explanation analysis explain"),
        (TableColumn.Difficulty, "难度 难度等级 难易度 难度系数 difficulty level"),
        (TableColumn.Category, "章节 分类 类别 题库分类 目录 category chapter"),
        (TableColumn.Point, "知识点 考点 knowledge knowledgepoint knowledgepoints"),
        (TableColumn.Tags, "标签 关键词 tag tags keywords"),
        (TableColumn.Basis, "依据 出题依据 法规依据 条款 法条 basis reference law"),
        (TableColumn.Source, "来源 出处 题目来源 source origin"),
        (TableColumn.Use, "用途 use usage"),
        (TableColumn.Id, "题目编号 试题编号 编号 questionid"),
        (TableColumn.Characters, "字数上限 characters"),
        (TableColumn.Points, "分值 分数 得分 score points marks"),
        (TableColumn.Other, "序号 年份 year sourceyear no id 备注 创建人 创建时间"));

    private static readonly Dictionary<string, QuestionKind> Kinds = Index<QuestionKind>(
        (QuestionKind.Single, "单选题 单选 单项选择题 单项选择 选择题 single singlechoice single_choice radio 1 danxuan"),
        (QuestionKind.Multiple, "多选题 多选 多项选择题 多项选择 不定项选择题 不定项 multiple multiplechoice multiple_choice multi checkbox 2 duoxuan"),
        (QuestionKind.TrueFalse, "判断题 判断 是非题 对错题 正误题 judge judgement judgment truefalse true_false true/false boolean tf 3 panduan"),
        (QuestionKind.FillIn, "填空题 填空 fill fillin fill_in blank fillblank 4"),
        (QuestionKind.Written, "简答题 简答 问答题 问答 论述题 主观题 essay written shortanswer short 5"),
        (QuestionKind.Ordering, "排序题 排序 ordering order sort"),
        (QuestionKind.Matching, "匹配题 匹配 连线题 连线 matching match"));

    private static readonly Dictionary<string, QuestionUse> Uses = Index<QuestionUse>(
        (QuestionUse.Practice, "练习 仅练习 practice"),
        (QuestionUse.Examination, "考试 考试专用 仅考试 examination exam"),
        (QuestionUse.Both, "练习和考试 练习与考试 均可 不限 both"));

    /// <summary>Null when the word is not known.</summary>
    public static TableColumn? ColumnOf(string header)
    {
        var folded = Fold(header);

        // Remarks of templates: 正确答案(如 A/ABCD/正确), 难度(1-5), 题干（必填）.
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        folded = (bracket > 0 ? folded[..bracket] : folded).TrimEnd('*', ':').TrimStart('*');
        if (IsOption(folded))
        {
            return TableColumn.Option;
        }

        return Columns.TryGetValue(folded, out var column) ? column : null;
    }

    /// <summary>Null when the word is not known.</summary>
    public static QuestionKind? KindOf(string text) => Kinds.TryGetValue(Fold(text), out var kind) ? kind : null;

    /// <summary>Null when the word is not known.</summary>
    public static QuestionUse? UseOf(string text) => Uses.TryGetValue(Fold(text), out var use) ? use : null;

    /// <summary>Kinds of others that none of ours is; empty when it is not one of these.</summary>
    public static bool IsForeignKind(string text) => Fold(text) is "案例题" or "案例分析题" or "材料题" or "组合题" or "复合题" or "操作题" or "绘图题" or "录音题" or "作文题" or "完形填空" or "case" or "hotspot" or "upload";

    /// <summary>The kind that a heading row names: 一、单选题（每题2分）; null when it names none.</summary>
    public static QuestionKind? HeadingKind(string text)
    {
        var folded = Fold(text);
        return folded.Length <= 60
            ? Kinds.Where(kind => kind.Key.Length >= 3 && kind.Key[^1] is '题' && folded.Contains(kind.Key, StringComparison.Ordinal)).OrderByDescending(kind => kind.Key.Length).Select(kind => (QuestionKind?)kind.Value).FirstOrDefault()
            : null;
    }

    /// <summary>Difficulty by its word, 1 to 3; null when it is a number or not known.</summary>
    public static int? DifficultyOf(string text) => Fold(text) switch
    {
        "简单" or "易" or "容易" or "较易" or "初级" or "easy" or "low" => 1,
        "中等" or "中" or "一般" or "适中" or "中级" or "medium" or "normal" => 2,
        "难" or "困难" or "较难" or "高级" or "hard" or "difficult" or "high" => 3,
        _ => null,
    };

    public static string Word(QuestionKind kind) => kind switch
    {
        QuestionKind.Single => "单选题",
        QuestionKind.Multiple => "多选题",
        QuestionKind.TrueFalse => "判断题",
        QuestionKind.FillIn => "填空题",
        QuestionKind.Ordering => "排序题",
        QuestionKind.Matching => "匹配题",
        QuestionKind.Hotspot => "图上标注题",
        QuestionKind.Judgement => "隐患判定题",
        _ => "简答题",
    };

    public static string Word(QuestionUse use) => use switch
    {
        QuestionUse.Practice => "练习",
        QuestionUse.Examination => "考试专用",
        _ => "练习和考试",
    };

    private static string Fold(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    // 选项A, A, optionA, A选项, 选项1, 答案A is not one.
    private static bool IsOption(string folded)
    {
        var rest = folded.StartsWith("选项", StringComparison.Ordinal) ? folded[2..]
            : folded.EndsWith("选项", StringComparison.Ordinal) ? folded[..^2]
            : folded.StartsWith("option", StringComparison.Ordinal) ? folded[6..].TrimStart('_')
            : folded;
        return rest.Length is 1 && (rest[0] is >= 'a' and <= 'l' || (rest[0] is >= '1' and <= '9' && rest.Length < folded.Length));
    }

    private static Dictionary<string, T> Index<T>(params (T Value, string Words)[] entries) =>
        entries.SelectMany(entry => entry.Words.Split(' ').Select(word => (Word: word, entry.Value))).DistinctBy(pair => pair.Word, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);
}
