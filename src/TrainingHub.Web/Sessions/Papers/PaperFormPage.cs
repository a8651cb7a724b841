using TrainingHub.Quizzes;

namespace TrainingHub.Sessions.Papers;

/// <summary>A session's paper to be typed in, answered or printed.</summary>
public sealed record PaperFormPage
{
    public required TrainingSession Session { get; init; }
    public required OpenedPaper Opened { get; init; }

    /// <summary>Its questions, with the answers of the form.</summary>
    public required PaperPage Paper { get; init; }

    /// <summary>What was typed in so far, newest first.</summary>
    public required IReadOnlyList<SheetLine> Sheets { get; init; }

    /// <summary>Whether points may be told now.</summary>
    public required bool ShowsPoints { get; init; }
    public required SheetEntryInput Input { get; init; }

    public string NumberText => SessionPaper.NumberText(Session.Code, Opened.Paper.Number);

    public string Path => $"/sessions/{Session.Code}/papers/{Opened.Paper.Number}";

    /// <summary>Whether an earlier closing has counted what was typed in.</summary>
    public bool IsCounted => Opened.Sheets is [var first, ..] && Session.HasCounted(first.EnteredAt);

    public bool MayType => Session.Standing is SessionStanding.Planned && !IsCounted;

    /// <summary>Whether what was typed in may be corrected, with what that changes in the ledger.</summary>
    public bool MayCorrect => Session.Standing is SessionStanding.Closed && IsCounted;

    /// <param name="At">In the zone.</param>
    /// <param name="By">Null once anonymized.</param>
    public sealed record SheetLine(PaperSheet Sheet, DateTime At, string? By, bool Passed);
}
