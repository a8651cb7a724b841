using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>Which of the banks' questions are asked for, as it stands in the address.</summary>
public sealed record QuestionsFilter
{
    /// <summary>A part of id, stem or options.</summary>
    public string? Q { get; init => field = Cut(value, 80); }

    public QuestionKind? Kind { get; init; }
    public BankStatus? Status { get; init; }
    public QuestionUse? Use { get; init; }

    /// <summary>1 to 3.</summary>
    public int? Difficulty { get; init; }

    /// <summary>Slug of a document.</summary>
    public string? Standard { get; init => field = Cut(value, 80); }

    /// <summary>An edition as written in its document.</summary>
    public string? Edition { get; init => field = Cut(value, 40); }

    /// <summary>A clause number as written in the document.</summary>
    public string? Clause { get; init => field = Cut(value, 80); }

    /// <summary>A tag or knowledge point.</summary>
    public string? Tag { get; init => field = Cut(value, BankTag.LongestName); }

    /// <summary>A knowledge point alone.</summary>
    public string? Point { get; init => field = Cut(value, BankTag.LongestName); }

    public Guid? Folder { get; init; }

    /// <summary>The unit in whose bank they are.</summary>
    public Guid? Owner { get; init; }

    /// <summary>Only what should be looked at.</summary>
    public bool Attention { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Last changed first, unless asked otherwise.</summary>
    public (QuestionSort Column, bool IsDown) Order => string.IsNullOrEmpty(Sort) ? (QuestionSort.Changed, true) : Sorting.Of(Sort, QuestionSort.Changed);

    /// <summary>What <see cref="Q"/> asks for, folded as texts are stored: at most five words, each of which has to be there.</summary>
    public IReadOnlyList<string> Words =>
        [.. (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5).Select(BankContent.Fold).Where(word => word.Length > 0)];

    public bool IsSearch => this != new QuestionsFilter { Sort = Sort, Page = Page };

    /// <summary>What somebody typed, at most so many characters; null when nothing. PostgreSQL takes no text with a zero character.</summary>
    internal static string? Cut(string? value, int most) =>
        string.Concat((value ?? "").Where(letter => !char.IsControl(letter))).Trim() is { Length: > 0 } text ? BankContent.Cut(text, most) : null;
}
