using TrainingHub.Questions;
using TrainingHub.Quizzes;

namespace TrainingHub.Sessions.Papers;

/// <summary>A session's paper to be typed in, answered or printed.</summary>
public sealed record PaperFormPage
{
    public required TrainingSession Session { get; init; }
    public required OpenedPaper Opened { get; init; }

    /// <summary>Its questions, with the answers of the form.</summary>
    public required PaperPage Paper { get; init; }

    /// <summary>Its written answers with their rubrics, to be marked; empty where there are none, or the reader may not read them now.</summary>
    public required IReadOnlyList<WrittenItem> Written { get; init; }

    /// <summary>Why the reader may not mark now; null: they may, or there is nothing to mark.</summary>
    public required PaperMarksFault? WhyNoMarks { get; init; }

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

    /// <summary>Whether a change has to say why: not the first sheet, nor the marking of what was answered on the device.</summary>
    public bool NeedsReason => Input.Version > 0 && Opened.Last is not { WaitsForMarks: true };

    /// <param name="Number">On the paper.</param>
    /// <param name="Stem">What is asked.</param>
    /// <param name="Points">Whole points.</param>
    /// <param name="Rubric">What it is marked for.</param>
    /// <param name="Given">For each line what was chosen; shorter, and texts that are no number, where nothing was.</param>
    public sealed record WrittenItem(int Number, string Stem, int Points, IReadOnlyList<RubricLine> Rubric, IReadOnlyList<string> Given);

    /// <param name="At">In the zone.</param>
    /// <param name="By">Null once anonymized.</param>
    public sealed record SheetLine(PaperSheet Sheet, DateTime At, string? By, bool Passed);
}
