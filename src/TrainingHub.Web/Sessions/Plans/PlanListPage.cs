using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Plans;

/// <summary>The plans in reach.</summary>
public sealed record PlanListPage(IReadOnlyList<PlanListPage.Row> Rows, Pages Pages)
{
    /// <param name="AppliedPeople">How many were called when it was last applied.</param>
    public sealed record Row(Guid Id, string Title, string UnitName, string TargetName, string TargetNameEn, int Year, int Batches, DateTime ChangedAt, DateTime? AppliedAt, int AppliedPeople);
}
