using TrainingHub.Organizations;

namespace TrainingHub.Quizzes;

/// <summary>What was given to units for a quiz, and the form to give more.</summary>
/// <param name="Units">To offer while typing.</param>
/// <param name="Given">Newest first.</param>
public sealed record GroupAllowancePage(string Slug, string Title, GroupAllowanceInput Input, IReadOnlyList<OrganizationLink> Units, IReadOnlyList<GroupAllowancePage.Line> Given)
{
    /// <param name="People">How many it reached so far.</param>
    /// <param name="At">In the zone.</param>
    /// <param name="By">Null when the person is no longer named.</param>
    public sealed record Line(string UnitName, int? Minutes, string Reason, int People, DateTime At, string? By);
}
