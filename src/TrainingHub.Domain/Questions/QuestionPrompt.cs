using System.Text.RegularExpressions;

namespace TrainingHub.Questions;

/// <summary>What a person is shown of a question. The key is never part of it.</summary>
/// <param name="Id">Stable over versions, unique within its course or bank.</param>
/// <param name="Kind">题型.</param>
/// <param name="Stem">Plain text of the question.</param>
/// <param name="Options">Plain texts in the author's order; empty for <see cref="QuestionKind.TrueFalse"/>, 填空题 and 简答题.</param>
public sealed partial record QuestionPrompt(string Id, QuestionKind Kind, string Stem, IReadOnlyList<string> Options)
{
    /// <summary>匹配题: what the options are matched with, in the author's order.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>A picture beside the stem; 图上标注题 always has one.</summary>
    public QuestionPicture? Picture { get; init; }

    /// <summary>Further pictures beside the stem, in their order; empty where <see cref="Picture"/> is null, and of 图上标注题.</summary>
    public IReadOnlyList<QuestionPicture> MorePictures { get; init; } = [];

    /// <summary>案例: the story that this question and its neighbours ask about; null outside a case.</summary>
    public CaseStem? Case { get; init; }

    /// <summary>简答题: how long an answer may be; 0 elsewhere.</summary>
    public int MostCharacters { get; init; }

    /// <summary>Whether it is answered by letters alone.</summary>
    public bool IsChoice => Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse;

    /// <summary>Whether it is graded by the server at once; 简答题 waits for a person.</summary>
    public bool IsGradedAtOnce => Kind is not QuestionKind.Written;

    /// <summary>How many things bear a letter on the paper and are shuffled: two for <see cref="QuestionKind.TrueFalse"/>, the targets of 匹配题, else the options.</summary>
    public int OptionCount => Kind switch
    {
        QuestionKind.TrueFalse => 2,
        QuestionKind.Matching => Targets.Count,
        _ => Options.Count,
    };

    /// <summary>Those beside its stem and those of its case.</summary>
    public IEnumerable<QuestionPicture> AllPictures => [.. Picture is { } own ? [own] : Array.Empty<QuestionPicture>(), .. MorePictures, .. Case?.Pictures ?? []];

    /// <summary>Whether a picture that is shown has no words for who does not see it.</summary>
    public bool LacksPictureText => AllPictures.Any(picture => string.IsNullOrWhiteSpace(picture.Alt));

    /// <summary>填空题: how many blanks the stem has; 0 elsewhere.</summary>
    public int BlankCount => Kind is QuestionKind.FillIn ? Blank().Count(Stem) : 0;

    /// <summary>填空题: the stem in pieces, between which the blanks stand.</summary>
    public IReadOnlyList<string> StemPieces => Kind is QuestionKind.FillIn ? Blank().Split(Stem) : [Stem];

    [GeneratedRegex("_{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
