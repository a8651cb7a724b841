namespace TrainingHub.People;

internal static class PositionRules
{
    /// <summary>Whether this is exactly one post of the common core.</summary>
    public static bool IsOne(CorePosition core) => Enum.IsDefined(core) && core is not (CorePosition.None or CorePosition.All);
}
