namespace TrainingHub.Contests.Stage;

/// <summary>队伍 on the stage. Its members have numbers; the names of whoever is known stand in <see cref="StageMember"/>.</summary>
public sealed record StageTeam
{
    public const int MostMembers = 10;
    public const int LongestUnit = 60;
    public const int KeyLength = 12;

    public required string Name { get; init; }

    /// <summary>The unit that sent it, as it stands on the result sheet; empty without.</summary>
    public string Unit { get; init; } = "";

    /// <summary>1 to 10; they answer as number 1, 2, ….</summary>
    public required int Members { get; init; }

    /// <summary>Which team it is, whatever it is called, and what its device is opened with at first; part of an address. Empty until the contest is saved.</summary>
    public string Key { get; init; } = "";

    /// <summary>What its device is opened with since the host renewed it; empty: still <see cref="Key"/>.</summary>
    public string Renewed { get; init; } = "";

    /// <summary>What its device is opened with now.</summary>
    public string Code => Renewed.Length > 0 ? Renewed : Key;
}
