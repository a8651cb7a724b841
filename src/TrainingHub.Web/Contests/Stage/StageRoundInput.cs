using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Stage;

/// <summary>A round, as the form sends it; without a block it is none.</summary>
public sealed record StageRoundInput
{
    public StageBlock? Block { get; init; }

    [Range(1, StageRound.MostQuestions, ErrorMessage = "Range_RoundQuestions")]
    public int? Questions { get; init; } = 1;

    [Range(0, ContestRules.MostPoints, ErrorMessage = "Range_Points0")]
    public int? Points { get; init; } = 10;

    [Range(ContestRules.LeastSeconds, ContestRules.MostSeconds, ErrorMessage = "Range_Seconds")]
    public int? Seconds { get; init; } = 20;

    public bool Deducts { get; init; }

    [Range(0, ContestRules.MostPoints, ErrorMessage = "Range_Points0")]
    public int? FalseStartPoints { get; init; } = 0;

    public bool MayName { get; init; }

    public bool GoesToAudience { get; init; }

    public static StageRoundInput Of(StageRound round) => new()
    {
        Block = round.Block,
        Questions = round.Questions,
        Points = round.Points,
        Seconds = round.Seconds,
        Deducts = round.Deducts,
        FalseStartPoints = round.FalseStartPoints,
        MayName = round.MayName,
        GoesToAudience = round.GoesToAudience,
    };

    /// <summary>May be unsound. What a block has no use for is left out.</summary>
    internal StageRound ToRound() => new()
    {
        Block = Block ?? StageBlock.None,
        Questions = Questions ?? 0,
        Points = Block is StageBlock.Risk or StageBlock.Audience ? 0 : Points ?? 0,
        Seconds = Seconds ?? 0,
        Deducts = Deducts && Block is not StageBlock.Audience,
        FalseStartPoints = Block is StageBlock.Buzz or StageBlock.SuddenDeath ? FalseStartPoints ?? 0 : 0,
        MayName = MayName && Block is StageBlock.Risk,
        GoesToAudience = GoesToAudience && Block is StageBlock.Buzz,
    };
}
