using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Questions as rows of our template.</summary>
public static class TableWriter
{
    private const int LeastOptions = 4;

    /// <summary>Header row of the template with so many columns of options.</summary>
    public static IReadOnlyList<string> Header(int options) =>
    [
        "题目编号", "题型", "题干", .. Enumerable.Range(0, options).Select(place => $"选项{ForeignDraft.Letter(place)}"),
        "正确答案", "解析", "难度", "知识点", "标签", "依据", "来源", "用途", "字数上限", "隐患等级",
    ];

    /// <summary>How many columns of options these questions need, at least four.</summary>
    public static int OptionColumns(IEnumerable<ForeignQuestion> questions) =>
        Math.Max(LeastOptions, questions.Select(question => question.Kind is QuestionKind.Matching ? GiftWriter.PairsOf(question).Count() : question.Options.Count).DefaultIfEmpty().Max());

    public static IReadOnlyList<string> Row(ForeignQuestion question, int options)
    {
        string[] written = question.Kind is QuestionKind.Matching
            ? [.. GiftWriter.PairsOf(question).Select(pair => $"{pair.Option} → {pair.Target}".Trim())]
            : [.. question.Options];
        return
        [
            question.Id, question.Kind is { } kind ? TableWords.Word(kind) : "", question.Stem, .. Enumerable.Range(0, options).Select(place => place < written.Length ? written[place] : ""),
            Answer(question), question.Explanation, question.Difficulty is 0 ? "" : question.Difficulty.ToString(CultureInfo.InvariantCulture),
            Lines(question.Points), Lines(ExchangeTags.Own(question)), question.Basis, question.Source, question.Use is { } use ? TableWords.Word(use) : "",
            question.MostCharacters is 0 ? "" : question.MostCharacters.ToString(CultureInfo.InvariantCulture),
            question.Level is { } level ? TableWords.Word(level) : "",
        ];
    }

    private static string Answer(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Judgement => string.Concat(question.Right.Select(ForeignDraft.Letter)),
        QuestionKind.TrueFalse => question.Right is [0] ? "正确" : "错误",
        QuestionKind.FillIn => BlankText.Write(question.Blanks),
        QuestionKind.Ordering => string.Concat(Enumerable.Range(0, question.Options.Count).Select(ForeignDraft.Letter)),
        QuestionKind.Written => RubricText.Write(question.Rubric),
        _ => "",
    };

    private static string Lines(IReadOnlyList<string> words) => string.Join('\n', words);
}
