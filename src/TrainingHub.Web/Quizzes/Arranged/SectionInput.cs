using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>One row of the plan, as the form sends it. Without a count it is no section.</summary>
public sealed record SectionInput
{
    /// <summary>Stands for the question banks where a source is chosen: no course is called that.</summary>
    public const string Bank = "*";

    private const string Folder = "folder:";

    public QuestionKind? Kind { get; init; }
    [StringLength(80, ErrorMessage = "TooLong_Lines")]
    public string? Tag { get; init => field = Trim(value); }
    [StringLength(80, ErrorMessage = "TooLong_Lines")]
    public string? Standard { get; init => field = Trim(value); }
    [StringLength(80, ErrorMessage = "TooLong_Lines")]
    public string? Clause { get; init => field = Trim(value); }

    /// <summary>1 to 3 (included).</summary>
    public int? From { get; init; }

    /// <summary>1 to 3 (included).</summary>
    public int? Until { get; init; }

    /// <summary>Slug of a course, <see cref="Bank"/> or <see cref="SourceOf"/> a folder; null: any source.</summary>
    [StringLength(80, ErrorMessage = "TooLong_Lines")]
    public string? Source { get; init => field = Trim(value); }
    public int? Count { get; init; }
    public int? Points { get; init; }
    public ScoreRule Rule { get; init; }
    public bool DrawsCases { get; init; }

    /// <summary>The folder of a bank; null for any other source.</summary>
    public Guid? FolderId => IsFolder && Guid.TryParseExact(Source.AsSpan(Folder.Length), "D", out var id) ? id : null;

    public bool IsFolder => Source?.StartsWith(Folder, StringComparison.Ordinal) is true;

    public bool IsOfBank => Source is Bank || IsFolder;

    public static string SourceOf(Guid folderId) => $"{Folder}{folderId:D}";

    public PaperSection ToSection() => new(
        new PaperFilter
        {
            Kind = Kind,
            Tag = Tag,
            Standard = Standard,
            Clause = Clause,
            From = From ?? PaperFilter.Easiest,
            Until = Until ?? PaperFilter.Hardest,
            Source = IsOfBank ? "" : Source,
            Folder = FolderId,
        },
        Count ?? 0,
        Points ?? 0)
    {
        Rule = Rule,
        DrawsCases = DrawsCases,
    };

    public static SectionInput Of(PaperSection section) => new()
    {
        Kind = section.Filter.Kind,
        Tag = section.Filter.Tag,
        Standard = section.Filter.Standard,
        Clause = section.Filter.Clause,
        From = section.Filter.From,
        Until = section.Filter.Until,
        Source = section.Filter.Folder is { } folder ? SourceOf(folder) : section.Filter.Source is "" ? Bank : section.Filter.Source,
        Count = section.Count,
        Points = section.Points,
        Rule = section.Rule,
        DrawsCases = section.DrawsCases,
    };

    private static string? Trim(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
