namespace TrainingHub.People.Imports;

/// <summary>Which answers there are to a doubt about a row.</summary>
public static class RowAnswers
{
    /// <summary>In the order in which they are offered; none where nothing is asked.</summary>
    public static IReadOnlyList<RowAnswer> Of(RowReason reason) => reason switch
    {
        RowReason.NameDiffers or RowReason.SameName => [RowAnswer.Same, RowAnswer.Other],
        RowReason.SameNameElsewhere or RowReason.SameNameOtherPost => [RowAnswer.Same, RowAnswer.Second, RowAnswer.Other],
        RowReason.SameNameInFile => [RowAnswer.Other, RowAnswer.Second],
        RowReason.PostsOfOne => [RowAnswer.Second, RowAnswer.Main],
        _ => [],
    };

    /// <summary>Whether the doubt is between rows of the file, not about somebody on the roster.</summary>
    public static bool IsAboutFile(RowReason reason) => reason is RowReason.SameNameInFile or RowReason.PostsOfOne;

    /// <summary>The decision that an answer makes; null when it answers something else.</summary>
    /// <param name="row">A row in doubt.</param>
    /// <param name="answer">What was said.</param>
    public static RowDecision? Decide(RosterImportRow row, RowAnswer answer) => !Of(row.Reason).Contains(answer) ? null
        : IsAboutFile(row.Reason) ? new RowDecision(row.Sheet, row.RowNumber, PersonId: null) { IsAboutFile = true, IsSecondPost = answer is RowAnswer.Second }
        : new RowDecision(row.Sheet, row.RowNumber, answer is RowAnswer.Other ? null : row.CandidateId) { IsSecondPost = answer is RowAnswer.Second };
}
