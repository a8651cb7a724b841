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

    /// <summary>The filled form of a question: fields, unless Markdown is asked for or the fields would not give the same question again.</summary>
    public static QuestionInput Of(MarkdownQuestion question, bool isMarkdown)
    {
        var fields = FieldsOf(question);
        var again = isMarkdown ? null : Read(fields, question.Question.Prompt.Id).Question;
        return fields with
        {
            Text = QuestionMarkdown.Write(question),
            IsMarkdown = again is null || !string.Equals(again.Question.Hash, question.Question.Hash, StringComparison.Ordinal)
                || !again.Tags.ToHashSet(StringComparer.Ordinal).SetEquals(question.Tags) || !again.Points.ToHashSet(StringComparer.Ordinal).SetEquals(question.Points),
        };
    }

    /// <summary>What the form says, under this id; null when it is not one whole question, and then there is at least one problem.</summary>
    public static (MarkdownQuestion? Question, IReadOnlyList<Problem> Problems) Read(QuestionInput input, string id)
    {
        var slips = input.IsMarkdown ? [] : QuestionFormSlips.Of(input);
        if (slips.Count > 0)
        {
            return (null, slips);
        }

        var reading = QuestionMarkdown.Read(input.IsMarkdown ? QuestionFormText.Block(input.Text) : QuestionMarkdown.Write(Written(input, id)));
        if (reading is not { Problems: [], Questions: [var only] })
        {
            return (null, reading.Problems is [] ? [QuestionFormSlips.NotOne(reading.Questions.Count)] : reading.Problems);
        }

        var version = only.Question;
        return (only with { Question = new QuestionVersion(version.Prompt with { Id = id }, version.Key, version.Use, version.Difficulty) }, []);
    }

    private static QuestionInput FieldsOf(MarkdownQuestion question)
    {
        var (prompt, key) = (question.Question.Prompt, question.Question.Key);
        var input = QuestionFormParts.Of(prompt, key) with
        {
            Kind = prompt.Kind,
            Stem = prompt.Stem,
            Picture = prompt.Picture is { } picture ? QuestionFormText.Written(picture) : null,
            Alternative = prompt.Picture?.Alt,
            MorePictures = [.. prompt.MorePictures.Select(picture => $"{QuestionFormText.Written(picture)} {picture.Alt}")],
            CaseId = prompt.Case?.Id,
            Story = prompt.Case?.Text,
            StoryPictures = [.. (prompt.Case?.Pictures ?? []).Select(picture => $"{QuestionFormText.Written(picture)} {picture.Alt}")],
            Explanation = key.Explanation,
            Use = question.Question.Use,
            Difficulty = question.Question.Difficulty,
            Tags = string.Join("，", question.Tags),
            Points = string.Join("，", question.Points),
            Source = question.Source,
        };
        return key.Basis switch
        {
            Basis.OfClause => input with { Clauses = [.. key.Bases.OfType<Basis.OfClause>().Select(QuestionFormText.Written)] },
            Basis.OfStatement said => input with { Edition = $"{said.StandardSlug}@{said.Edition}", Statement = said.Statement },
            Basis.OfDocument named => input with { Document = named.Document, Area = named.Area, Statement = named.Statement },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static MarkdownQuestion Written(QuestionInput input, string id)
    {
        var (first, more) = BasesOf(input);
        var (prompt, key) = QuestionFormParts.Read(
            input,
            new QuestionPrompt(id, input.Kind, QuestionFormText.Block(input.Stem), [])
            {
                Picture = QuestionFormText.PictureOf(input.Picture, input.Alternative),
                MorePictures = PicturesOf(input.MorePictures, input.MoreAlternatives, input.MorePicturesGone),
                Case = CaseOf(input, id),
            },
            new QuestionKey([], QuestionFormText.Block(input.Explanation), first) { MoreClauses = more });
        return new MarkdownQuestion(new QuestionVersion(prompt, key, input.Use, input.Difficulty))
        {
            Tags = BankWords.Split(input.Tags),
            Points = BankWords.Split(input.Points),
            Source = QuestionFormText.Line(input.Source) is { Length: > 0 } source ? source : null,
        };
    }

    // A case without an id bears that of its first question.
    private static CaseStem? CaseOf(QuestionInput input, string id) =>
        QuestionFormText.Block(input.Story) is { Length: > 0 } story
            ? new CaseStem(QuestionFormText.Line(input.CaseId) is { Length: > 0 } known ? known : id, story)
            {
                Pictures = PicturesOf(input.StoryPictures, input.StoryAlternatives, input.StoryPicturesGone),
            }
            : null;

    private static IReadOnlyList<QuestionPicture> PicturesOf(IReadOnlyList<string?>? lines, IReadOnlyList<string?>? alternatives, IReadOnlyList<int>? gone) =>
    [
        .. (lines ?? []).Index().Where(row => gone?.Contains(row.Index) is not true)
            .Select(row => ListedPictureOf(row.Item, alternatives?.ElementAtOrDefault(row.Index))).OfType<QuestionPicture>(),
    ];

    /// <summary>A picture of a list as the form was made with it, with the words that were written beside it since.</summary>
    internal static QuestionPicture? ListedPictureOf(string? line, string? alternative) =>
        QuestionFormText.Line(line).Split(' ', 5) is var parts
            ? QuestionFormText.PictureOf(string.Join(' ', parts.Take(4)), alternative ?? parts.ElementAtOrDefault(4))
            : null;

    /// <summary>Ticked clauses first, then the one that is typed; a statement or a document where there is no clause.</summary>
    private static (Basis First, IReadOnlyList<Basis.OfClause> More) BasesOf(QuestionInput input)
    {
        var (edition, clause, statement) = ((input.Edition ?? "").Split('@', 2), QuestionFormText.Line(input.Clause), QuestionFormText.Line(input.Statement));
        List<Basis.OfClause> clauses = [.. (input.Clauses ?? []).Select(QuestionFormText.ClauseOf).OfType<Basis.OfClause>()];
        if (edition is [var slug, var name] && clause.Length > 0)
        {
            clauses.Add(new Basis.OfClause(slug, name, clause));
        }

        Basis.OfClause[] distinct = [.. clauses.Distinct()];
        return (distinct, edition) switch
        {
            ([var first, .. var more], _) => (first, more),
            (_, [var document, var of]) => (new Basis.OfStatement(document, of, statement), []),
            _ => (new Basis.OfDocument(QuestionFormText.Line(input.Document), QuestionFormText.Line(input.Area) is { Length: > 0 } area ? area : null, statement), []),
        };
    }
}
