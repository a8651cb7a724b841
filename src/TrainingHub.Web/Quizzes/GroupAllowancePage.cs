using TrainingHub.Organizations;

namespace TrainingHub.Quizzes;

/// <summary>What was given to units for a quiz, and the form to give more; whom else something can be given to.</summary>
/// <param name="Units">To offer while typing.</param>
/// <param name="Given">Newest first.</param>
/// <param name="Q">A part of a name, or a staff number, that was asked for; null: nobody was.</param>
/// <param name="People">Who was found by it.</param>
public sealed record GroupAllowancePage(
    string Slug, string Title, GroupAllowanceInput Input, IReadOnlyList<OrganizationLink> Units, IReadOnlyList<GroupAllowancePage.Line> Given, string? Q, IReadOnlyList<GroupAllowancePage.Hit> People)
{
    /// <param name="People">How many it reached so far.</param>
    /// <param name="At">In the zone.</param>
    /// <param name="By">Null when the person is no longer named.</param>
    /// <param name="Left">How many it has not reached yet; 0 also where only who gave it can go on.</param>
    /// <param name="Again">The form that goes on with those who are left.</param>
    public sealed record Line(string UnitName, int? Minutes, string Reason, int People, DateTime At, string? By, int Left, GroupAllowanceInput Again);

    /// <param name="LastAttempt">The last attempt; null when the person has not begun.</param>
    public sealed record Hit(Guid PersonId, string Name, string? StaffNumber, string? UnitName, Guid? LastAttempt);
}
