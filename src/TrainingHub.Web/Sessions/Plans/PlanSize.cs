namespace TrainingHub.Sessions.Plans;

/// <summary>How large a plan may be that is computed while somebody waits for the page.</summary>
/// <param name="MostAtOnce">People owed; with more it is computed in the background.</param>
public sealed record PlanSize(int MostAtOnce)
{
    public const int Usual = 2_000;
}
