using TrainingHub.People;

namespace TrainingHub.Home;

/// <summary>Why somebody owes something: whose promise counts them, by which post, for which days.</summary>
public sealed record DutyReason
{
    /// <summary>Of the target, part of its address.</summary>
    public required string Slug { get; init; }
    public required string Target { get; init; }
    public required string TargetEn { get; init; }
    public required int Year { get; init; }

    /// <summary>The programme, in Chinese and English.</summary>
    public required string Programme { get; init; }
    public required string ProgrammeEn { get; init; }

    /// <summary>制定单位: whose promise it is.</summary>
    public required string Setter { get; init; }

    /// <summary>Where the promise is written; null: not said.</summary>
    public string? Source { get; init; }

    /// <summary>Where and by which post the person counts.</summary>
    public required string Unit { get; init; }
    public required CorePosition Position { get; init; }

    /// <summary>Since when the post is held; null when no membership of today says so.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>First day on which training counts (included).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day on which training counts (included).</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether only training done while holding the post counts.</summary>
    public required bool OnlyWhileInPost { get; init; }
}
