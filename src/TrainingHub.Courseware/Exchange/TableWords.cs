using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>The words that tables of questions use for columns, kinds, difficulty and use.</summary>
internal static partial class TableWords
{
    private static readonly string[] OptionStarts = ["备选答案", "备选项", "备选", "选项", "选择", "option", "choice", "opt"];

    private static readonly Dictionary<string, TableColumn> Columns = Index<TableColumn>(
        (TableColumn.Stem, "题干 题目 题目内容 题目名称 题目描述 题目题干 大题题干 试题 试题内容 试题题干 试题名称 问题 问题描述 内容 content question q questioncontent questiontext questionbody questionstem title stem"),
        (TableColumn.Kind, "题型 类型 题目类型 题目题型 试题类型 试题题型 type questiontype kind qtype"),
        (TableColumn.Options, "选项 选项内容 题目选项 试题选项 答题选项 候选项 备选答案 备选项 备选选项 options option opts optioncontent optionlist choices"),
        (TableColumn.Answer, "答案 正确答案 标准答案 参考答案 试题答案 题目答案 答案选项 正确选项 正确项 answer answers correctanswer correctanswers correct correctoption rightanswer standardanswer solution questionanswer key ans mark"),
        (TableColumn.Explanation, "解析 试题解析 答案解析 题目解析 正确答案解析 分析 试题分析 答案分析 题目分析 题解 详解 注解 说明 explanation analysis explain rationale"),
        (TableColumn.Difficulty, "难度 难度等级 难度级别 题目难度 试题难度 难易度 难易程度 难度系数 difficulty difficultylevel level"),
        (TableColumn.Category, "章节 所属章节 章节名称 分类 所属分类 题目分类 试题分类 类别 题库分类 目录 category chapter section"),
        (TableColumn.Point, "知识点 所属知识点 知识点名称 考查知识点 考点 knowledge knowledgepoint knowledgepoints"),
        (TableColumn.Tags, "标签 题目标签 试题标签 关键词 关键字 tag tags keywords"),
        (TableColumn.Basis, "依据 出题依据 法规依据 条款 法条 basis reference law"),
        (TableColumn.Source, "来源 出处 题目来源 source origin"),
        (TableColumn.Use, "用途 use usage"),
        (TableColumn.Id, "题目编号 试题编号 编号 questionid"),
        (TableColumn.Characters, "字数上限 characters"),
        (TableColumn.Level, "隐患等级 隐患级别 判定等级 hazardlevel"),
        (TableColumn.Points, "分值 分数 得分 题目分值 试题分值 score points marks"),
        (TableColumn.Other, "序号 年份 year sourceyear no id 备注 创建人 创建时间"));

    private static readonly Dictionary<string, QuestionKind> Kinds = Index<QuestionKind>(
        (QuestionKind.Single, "单选题 单选 单项选择题 单项选择 单项 选择题 single singlechoice singleselect radio choice 1 danxuan"),
        (QuestionKind.Multiple, "多选题 多选 多项选择题 多项选择 多项 不定项选择题 不定项 不定项选择 multiple multiplechoice multiplechoices multipleselect multichoice multiselect multipleresponse mcq multi checkbox 2 duoxuan"),
        (QuestionKind.TrueFalse, "判断题 判断 是非题 是非 是非判断题 对错题 对错 正误题 正误 正误判断题 judge judgement judgment truefalse true/false trueorfalse boolean bool tf t/f 3 panduan"),
        (QuestionKind.FillIn, "填空题 填空 fill fillin fillintheblank fillintheblanks fillinblank blank blanks fillblank completion 4"),
        (QuestionKind.Written, "简答题 简答 问答题 问答 论述题 论述 主观题 名词解释 名词解释题 essay written shortanswer short subjective 5"),
        (QuestionKind.Ordering, "排序题 排序 ordering order sort"),
        (QuestionKind.Matching, "匹配题 匹配 连线题 连线 matching match"),
        (QuestionKind.Judgement, "隐患判定题 隐患判定 hazardjudgement hazardjudgment"));

    private static readonly Dictionary<string, QuestionUse> Uses = Index<QuestionUse>(
        (QuestionUse.Practice, "练习 仅练习 practice"),
        (QuestionUse.Examination, "考试 考试专用 仅考试 examination exam"),
        (QuestionUse.Both, "练习和考试 练习与考试 均可 不限 both"));

    /// <summary>Null when the word is not known.</summary>
    public static TableColumn? ColumnOf(string header)
    {
        var folded = Fold(header);

        // Remarks of templates: 正确答案(如 A/ABCD/正确), 难度(1-5), 题干（必填）, 【必填】题干.
        folded = Remark().Replace(folded, "");
        var bracket = folded.IndexOfAny(['(', '【', '[']);
        folded = (bracket > 0 ? folded[..bracket] : folded).TrimEnd('*', ':').TrimStart('*');
        if (IsOption(folded))
        {
            return TableColumn.Option;
        }

        return Columns.TryGetValue(Joined(folded), out var column) ? column : null;
    }

    /// <summary>Null when the word is not known.</summary>
    public static QuestionKind? KindOf(string text) => Kinds.TryGetValue(Joined(Fold(text)).Trim('[', ']', '【', '】', '(', ')'), out var kind) ? kind : null;

    /// <summary>Words that leave open how many options are right, so that their number decides.</summary>
    public static bool IsOpenKind(string text) => Joined(Fold(text)) is "选择题" or "choice" or "不定项选择题" or "不定项选择" or "不定项" or "multiplechoice" or "multiplechoices" or "multichoice" or "mcq";

    /// <summary>What numbers mean as kinds where the header itself says it: 题型（0单选，1判断，2多选）. Empty when it says nothing.</summary>
    public static IReadOnlyDictionary<string, QuestionKind> LegendOf(string header)
    {
        var pairs = Legend().Matches(header.Normalize(System.Text.NormalizationForm.FormKC)).Select(pair => (Number: pair.Groups["number"].Value, Kind: KindOf(pair.Groups["word"].Value)));
        return pairs.Where(pair => pair.Kind is not null).DistinctBy(pair => pair.Number, StringComparer.Ordinal).ToDictionary(pair => pair.Number, pair => pair.Kind ?? default, StringComparer.Ordinal);
    }

    /// <summary>Null when the word is not known.</summary>
    public static QuestionUse? UseOf(string text) => Uses.TryGetValue(Fold(text), out var use) ? use : null;

    /// <summary>Kinds of others that none of ours is; empty when it is not one of these.</summary>
    public static bool IsForeignKind(string text) => Fold(text) is "案例题" or "案例分析题" or "材料题" or "组合题" or "复合题" or "操作题" or "绘图题" or "录音题" or "作文题" or "完形填空" or "case" or "upload";

    public static bool IsHotspot(string text) => Fold(text) is "图上标注题" or "图上标注" or "标注题" or "热点题" or "热区题" or "hotspot";

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

    /// <summary>Difficulty by its number from 1 on a scale of 3, 5 or 10 levels, 1 to 3; 0 when it lies outside.</summary>
    public static int DifficultyOf(int number, int levels) => (number, levels) switch
    {
        ( >= 1 and <= 3, 3) => number,
        ( >= 1 and <= 2, 5) or ( >= 1 and <= 3, 10) => 1,
        (3, 5) or ( >= 4 and <= 7, 10) => 2,
        ( >= 4 and <= 5, 5) or ( >= 8 and <= 10, 10) => 3,
        _ => 0,
    };

    /// <summary>Of how many levels the header says the difficulty is: 难度(1-5) has 5; null when it says none of 3, 5 and 10.</summary>
    public static int? LevelsOf(string header) =>
        Scale().Match(header.Normalize(System.Text.NormalizationForm.FormKC)) is { Success: true } scale ? int.Parse(scale.Groups["most"].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>隐患等级 by its word; null when it is not known.</summary>
    public static HazardLevel? LevelOf(string text) => Fold(text) switch
    {
        "重大事故隐患" or "重大隐患" or "重大" or "major" => HazardLevel.Major,
        "一般隐患" or "一般事故隐患" or "一般" or "general" => HazardLevel.General,
        "不构成隐患" or "不是隐患" or "无隐患" or "无" or "none" => HazardLevel.None,
        _ => null,
    };

    public static string Word(HazardLevel level) => level switch
    {
        HazardLevel.Major => "重大事故隐患",
        HazardLevel.General => "一般隐患",
        _ => "不构成隐患",
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

    [GeneratedRegex(@"^[\[【(](必填|选填|可选|\*)[\])】]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?<!\d)(?<number>\d{1,2})\s*[-:=.、]?\s*(代表|表示|为|是)?(?<word>\p{L}{2,10})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legend();

    [GeneratedRegex(@"(?<!\d)1\s*([-~—–至到]|\.\.)\s*(?<most>10|5|3)(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scale();

    private static string Fold(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();

    // question_type and question-type are one word.
    private static string Joined(string folded) => folded.Length > 1 ? folded.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : folded;

    // 选项A, A, optionA, A选项, 选项1, A项, 备选项A, choice_a; 答案A is not one.
    private static bool IsOption(string folded)
    {
        var start = Array.Find(OptionStarts, word => folded.StartsWith(word, StringComparison.Ordinal));
        var rest = start is not null ? folded[start.Length..].TrimStart('_', '-', '.')
            : folded.EndsWith("选项", StringComparison.Ordinal) ? folded[..^2]
            : folded.EndsWith('项') ? folded[..^1]
            : folded;
        return rest.Length is 1 && (rest[0] is >= 'a' and <= 'l' || (rest[0] is >= '1' and <= '9' && rest.Length < folded.Length));
    }

    private static Dictionary<string, T> Index<T>(params (T Value, string Words)[] entries) =>
        entries.SelectMany(entry => entry.Words.Split(' ').Select(word => (Word: word, entry.Value))).DistinctBy(pair => pair.Word, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);
}
