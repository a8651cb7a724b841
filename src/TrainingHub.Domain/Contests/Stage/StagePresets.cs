namespace TrainingHub.Contests.Stage;

/// <summary>The rule sets that are ready to use.</summary>
public static class StagePresets
{
    public const int Teams = 4;
    public const int Members = 4;

    private const int BasePoints = 100;
    private const int NoisePoints = 20;
    private const int CheatingPoints = 50;

    /// <summary>The rounds and points; without teams.</summary>
    public static StageTerms Of(StagePreset preset) => new()
    {
        BasePoints = BasePoints,
        NoisePoints = NoisePoints,
        CheatingPoints = CheatingPoints,
        Teams = [],
        Rounds = preset is StagePreset.B ? RoundsOfB() : RoundsOfA(),
    };

    private static StageRound[] RoundsOfA() =>
    [
        new() { Block = StageBlock.Individual, Questions = 1, Points = 10, Seconds = 20 },
        new() { Block = StageBlock.Audience, Questions = 1, Points = 0, Seconds = 20 },
        new() { Block = StageBlock.Team, Questions = 2, Points = 20, Seconds = 20 },
        new() { Block = StageBlock.Audience, Questions = 1, Points = 0, Seconds = 20 },
        new() { Block = StageBlock.Risk, Questions = 4, Points = 0, Seconds = 60, Deducts = true, MayName = true },
        new() { Block = StageBlock.Risk, Questions = 4, Points = 0, Seconds = 60, Deducts = true },
        new() { Block = StageBlock.Audience, Questions = 1, Points = 0, Seconds = 20 },
        new() { Block = StageBlock.Buzz, Questions = 20, Points = 10, Seconds = 20, Deducts = true, FalseStartPoints = 10, GoesToAudience = true },
        new() { Block = StageBlock.SuddenDeath, Questions = 10, Points = 10, Seconds = 20, Deducts = true, FalseStartPoints = 10 },
    ];

    private static StageRound[] RoundsOfB() =>
    [
        new() { Block = StageBlock.Individual, Questions = 1, Points = 10, Seconds = 30 },
        new() { Block = StageBlock.Shared, Questions = 4, Points = 20, Seconds = 60 },
        new() { Block = StageBlock.Risk, Questions = 1, Points = 0, Seconds = 60, Deducts = true },
        new() { Block = StageBlock.Buzz, Questions = 10, Points = 10, Seconds = 30, Deducts = true, FalseStartPoints = 10 },
        new() { Block = StageBlock.SuddenDeath, Questions = 5, Points = 10, Seconds = 30, Deducts = true, FalseStartPoints = 10 },
    ];
}
