namespace TrainingHub.Questions;

/// <summary>把握程度: of judgements that were stated with the same confidence, how many were right.</summary>
/// <param name="Confidence">Whole percent as stated.</param>
/// <param name="Right">Judgements of which the level was right.</param>
/// <param name="Of">Judgements stated with that confidence, from 1.</param>
public sealed record Calibration(int Confidence, int Right, int Of)
{
    /// <summary>Fewer judgements than this say nothing of how well somebody knows what they know.</summary>
    public const int Few = 5;

    /// <summary>Percentage points by which stated and reached may differ (included) and still be called alike.</summary>
    public const int Near = 15;

    /// <summary>Whole percent that were right, rounded down.</summary>
    public int Percent => Right * 100 / Of;

    /// <summary>What the figures say.</summary>
    public CalibrationFinding Finding => Of < Few ? CalibrationFinding.TooFew
        : (Confidence - Near) * Of > Right * 100 ? CalibrationFinding.TooSure
        : (Confidence + Near) * Of < Right * 100 ? CalibrationFinding.TooModest
        : CalibrationFinding.Fitting;

    /// <summary>By confidence, ascending; judgements without one are left out. The level decides: whether the clause was found is another matter.</summary>
    public static IReadOnlyList<Calibration> From(IEnumerable<(QuestionKey Key, Response.Judged Judged)> judgements) =>
    [
        .. from judgement in judgements
           where judgement.Judged is { Confidence: not null, Level: not null }
           group judgement.Judged.Level == judgement.Key.Level by judgement.Judged.Confidence!.Value into stated
           orderby stated.Key
           select new Calibration(stated.Key, stated.Count(isRight => isRight), stated.Count()),
    ];
}
