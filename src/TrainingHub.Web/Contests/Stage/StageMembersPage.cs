namespace TrainingHub.Contests.Stage;

/// <summary>The form in which members are named.</summary>
/// <param name="Contest">A draft.</param>
/// <param name="Teams">In their order.</param>
public sealed record StageMembersPage(Contest Contest, IReadOnlyList<StageMembersPage.Team> Teams)
{
    /// <param name="Key">As <see cref="StageTeam.Key"/>.</param>
    /// <param name="Name">Of the team.</param>
    /// <param name="Unit">Empty without.</param>
    /// <param name="Places">By number.</param>
    public sealed record Team(string Key, string Name, string Unit, IReadOnlyList<Place> Places);

    /// <param name="Index">In the form, from 0.</param>
    /// <param name="Number">In the team, from 1.</param>
    /// <param name="Who">What stands in the field.</param>
    /// <param name="Name">Of a person who was chosen by staff number; null otherwise.</param>
    public sealed record Place(int Index, int Number, string? Who, string? Name);
}
