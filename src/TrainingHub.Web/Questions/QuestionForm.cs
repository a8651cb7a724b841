using System.Globalization;
using TrainingHub.Courseware;

namespace TrainingHub.Questions;

/// <summary>
/// The form and the question, one made of the other. What stands in fields is written as Markdown and read like it, so that both ways of writing
/// obey the same rules in the same words.
/// </summary>
internal static class QuestionForm
{
    /// <summary>In place of the id that a new question is given when it is kept.</summary>
    public const string NewId = "Q-NEW";

    /// <summary>The kinds that have fields; the others are written as Markdown.</summary>
    public static IReadOnlyList<QuestionKind> FieldKinds { get; } = [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse, QuestionKind.FillIn];

    /// <summary>A first text for who writes Markdown.</summary>
    public static string Template { get; } =
        $"""
        # {NewId}
        kind: single
        use: both
        difficulty: 1
        tags: 标签一; 标签二
        document: 文件名
        statement: 文件里的说法

        题干

        - [x] 正确选项
        - [ ] 错误选项

        > 解析
        """;

    /// <summary>Whether the fields can say everything that the question has.</summary>
    public static bool FitsFields(QuestionVersion version) =>
        FieldKinds.Contains(version.Prompt.Kind)
        && version.Prompt.Case is null
        && version.Prompt.Options.Count <= QuestionInput.MostOptions
        && version.Key.Blanks.All(blank => blank is { Value: null, Units: [] } && !blank.Accepted.Any(word => word.Contains('|', StringComparison.Ordinal) || word.Contains('\n', StringComparison.Ordinal)));

    /// <summary>The filled form of a question.</summary>
    public static QuestionInput Of(MarkdownQuestion question, bool isMarkdown)
    {
        var (prompt, key) = (question.Question.Prompt, question.Question.Key);
        var input = new QuestionInput
        {
            IsMarkdown = isMarkdown || !FitsFields(question.Question),
            Text = QuestionMarkdown.Write(question),
            Kind = prompt.Kind,
            Stem = prompt.Stem,
            Options = [.. prompt.Options],
            Right = key.CorrectOptions,
            Truth = prompt.Kind is QuestionKind.TrueFalse ? key.CorrectOptions is [0] : null,
            Blanks = string.Join('\n', key.Blanks.Select(blank => string.Join(" | ", blank.Accepted))),
            Picture = prompt.Picture is { } picture ? string.Create(CultureInfo.InvariantCulture, $"{picture.File} {picture.Type} {picture.Width} {picture.Height}") : null,
            Alternative = prompt.Picture?.Alt,
            Explanation = key.Explanation,
            Use = question.Question.Use,
            Difficulty = question.Question.Difficulty,
            Tags = string.Join("，", question.Tags),
            Points = string.Join("，", question.Points),
            Source = question.Source,
        };
        return key.Basis switch
        {
            Basis.OfClause clause => input with { Edition = $"{clause.StandardSlug}@{clause.Edition}", Clause = clause.ClauseNumber },
            Basis.OfStatement said => input with { Edition = $"{said.StandardSlug}@{said.Edition}", Statement = said.Statement },
            Basis.OfDocument named => input with { Document = named.Document, Area = named.Area, Statement = named.Statement },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What the form says, under this id; null when it is not one whole question, and then there is at least one problem.</summary>
    public static (MarkdownQuestion? Question, IReadOnlyList<Problem> Problems) Read(QuestionInput input, string id)
    {
        var reading = QuestionMarkdown.Read(input.IsMarkdown ? Block(input.Text) : QuestionMarkdown.Write(Written(input, id)));
        if (reading is not { Problems: [], Questions: [var only] })
        {
            return (null, reading.Problems is [] ? [NotOne(reading.Questions.Count)] : reading.Problems);
        }

        var version = only.Question;
        return (only with { Question = new QuestionVersion(version.Prompt with { Id = id }, version.Key, version.Use, version.Difficulty) }, []);
    }

    private static MarkdownQuestion Written(QuestionInput input, string id)
    {
        var options = (input.Options ?? []).Select((text, place) => (Text: Line(text), IsRight: input.Right?.Contains(place) is true)).Where(option => option.Text.Length > 0).ToList();
        var hasOptions = input.Kind is QuestionKind.Single or QuestionKind.Multiple;
        var prompt = new QuestionPrompt(id, input.Kind, Block(input.Stem), hasOptions ? [.. options.Select(option => option.Text)] : []) { Picture = PictureOf(input) };
        int[] right = input.Kind is QuestionKind.TrueFalse ? (input.Truth is { } truth ? [truth ? 0 : 1] : []) : hasOptions ? [.. options.Index().Where(option => option.Item.IsRight).Select(option => option.Index)] : [];
        var key = new QuestionKey(right, Block(input.Explanation), BasisOf(input))
        {
            Blanks = input.Kind is QuestionKind.FillIn ? [.. Block(input.Blanks).Split('\n').Select(line => new BlankKey { Accepted = [.. line.Split(['|', '｜']).Select(Line).Where(word => word.Length > 0)] })] : [],
        };
        return new MarkdownQuestion(new QuestionVersion(prompt, key, input.Use, input.Difficulty))
        {
            Tags = BankWords.Split(input.Tags),
            Points = BankWords.Split(input.Points),
            Source = Line(input.Source) is { Length: > 0 } source ? source : null,
        };
    }

    private static QuestionPicture? PictureOf(QuestionInput input) =>
        Line(input.Picture).Split(' ') is [{ Length: 64 } file, "image/png" or "image/jpeg", var width, var height] parts
            && file.All(char.IsAsciiHexDigitLower)
            && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var across) && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out var down)
            ? new QuestionPicture(file, parts[1], across, down, Line(input.Alternative))
            : null;

    private static Basis BasisOf(QuestionInput input) => ((input.Edition ?? "").Split('@', 2), Line(input.Clause), Line(input.Statement)) switch
    {
        ([var slug, var edition], { Length: > 0 } clause, _) => new Basis.OfClause(slug, edition, clause),
        ([var slug, var edition], _, var statement) => new Basis.OfStatement(slug, edition, statement),
        (_, _, var statement) => new Basis.OfDocument(Line(input.Document), Line(input.Area) is { Length: > 0 } area ? area : null, statement),
    };

    // Nothing but line ends and tabs of what cannot be seen: PostgreSQL takes no text with a zero character.
    private static string Block(string? text) =>
        string.Concat((text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();

    private static string Line(string? text) => string.Join(' ', Block(text).Split('\n').Select(line => line.Trim()));

    private static Problem NotOne(int count) => new()
    {
        Severity = ProblemSeverity.Error,
        Code = "not-one-question",
        File = "",
        Line = 1,
        What = count is 0 ? "没有题目。" : $"这里有{count}道题。",
        WhatEn = count is 0 ? "There is no question." : $"There are {count} questions.",
        HowToMend = "一次写一道题，以“# 编号”一行开头。",
        HowToMendEn = "Write one question at a time, beginning with a line '# id'.",
    };
}
