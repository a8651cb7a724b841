namespace TrainingHub.Quizzes;

/// <summary>Somebody who sits at no attempt of a quiz, what was given to them, and the form to give more.</summary>
/// <param name="Slug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Null when no longer named.</param>
/// <param name="UnitName">The main unit of today; null without one.</param>
/// <param name="ClosesAt">Last instant of the window, in the zone; null for a quiz without window, at which no leave is needed.</param>
/// <param name="Given">Newest first.</param>
/// <param name="Input">As typed.</param>
public sealed record PersonAllowancePage(
    string Slug, string Title, Guid PersonId, string? Name, string? UnitName, DateTime? ClosesAt, IReadOnlyList<AllowanceLine> Given, PersonAllowanceInput Input)
{
    /// <summary>How many attempts they have made.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether one goes on: then something is given to that.</summary>
    public bool IsOpen { get; init; }
}
