using TrainingHub.Hosting;

namespace TrainingHub.Contests;

/// <summary>Hours that a contest gives, and to whom.</summary>
/// <param name="Contest">As stored.</param>
/// <param name="Questions">That count; null for a stage, where each team has its own.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Pages">Of all players with an account.</param>
/// <param name="Open">Who has earned hours that nobody has confirmed.</param>
/// <param name="Given">Who has them.</param>
/// <param name="MayRevoke">Whether the reader may take them back.</param>
public sealed record CreditsPage(Contest Contest, int? Questions, IReadOnlyList<CreditsPage.Row> Rows, Pages Pages, int Open, int Given, bool MayRevoke)
{
    /// <param name="Name">Null once anonymized.</param>
    /// <param name="UnitName">Null where they held no post on the day.</param>
    /// <param name="Answered">Of the questions that count, and on a stage were put to the person's team.</param>
    /// <param name="Asked">How many these were.</param>
    /// <param name="IsEarned">Whether that is enough.</param>
    /// <param name="Credit">Null until it is confirmed.</param>
    /// <param name="RevokedBecause">Null while it stands.</param>
    public sealed record Row(Guid PersonId, string? Name, string? UnitName, int Answered, int Asked, bool IsEarned, ContestCredit? Credit, string? RevokedBecause);
}
