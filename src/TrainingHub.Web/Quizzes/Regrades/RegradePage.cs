using TrainingHub.Hosting;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>One regrade: what it says, whom it would change or has changed.</summary>
public sealed record RegradePage
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required Regrade Regrade { get; init; }

    /// <summary>Who began it and who applied it; null when no longer named, or not applied.</summary>
    public required string? CreatedBy { get; init; }
    public required string? AppliedBy { get; init; }

    /// <summary>As it was graded before, and with the regrade.</summary>
    public required QuestionVersion Before { get; init; }
    public required QuestionVersion After { get; init; }
    public required IReadOnlyDictionary<RegradeEffect, int> Counts { get; init; }

    /// <summary>How many unrevoked certificates rest on attempts that would no longer pass, or no longer do.</summary>
    public required int CertificatesToDecide { get; init; }
    public required RegradeFilter Filter { get; init; }
    public required IReadOnlyList<RegradeRow> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required (RegradeSort Column, bool IsDown) Order { get; init; }

    /// <summary>Whether the reader may revoke records.</summary>
    public required bool MayRevoke { get; init; }

    /// <summary>Whether what it did holds still, so that it can be undone.</summary>
    public required bool IsInForce { get; init; }
}
