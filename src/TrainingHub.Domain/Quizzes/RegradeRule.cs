namespace TrainingHub.Quizzes;

/// <summary>What a corrected key does to attempts and to what rests on them.</summary>
public static class RegradeRule
{
    /// <summary>
    /// What happens to a graded attempt; null: nothing. Points change only where what is stored is exactly what the earlier key gives, so that asking
    /// again changes nothing and no other difference is mended by the way.
    /// </summary>
    /// <param name="attempt">Graded.</param>
    /// <param name="before">What the log gives by the earlier key, whole points.</param>
    /// <param name="after">What it gives by the corrected one.</param>
    public static RegradeEffect? EffectOn(Attempt attempt, int before, int after)
    {
        if (attempt.Points is not { } stored || stored == after)
        {
            return null;
        }

        if (stored != before)
        {
            return RegradeEffect.Unexplained;
        }

        return (attempt.Passed is true, attempt.IsPass(after)) switch
        {
            (false, true) => RegradeEffect.NowPassed,
            (true, false) => RegradeEffect.NowFailed,
            _ => RegradeEffect.PointsOnly,
        };
    }

    /// <summary>
    /// Whether an attempt that passes now is written into the ledger: not when the same quiz was completed by another attempt on that day or before,
    /// since then it would add nothing but a second certificate.
    /// </summary>
    /// <param name="day">Of its submit.</param>
    /// <param name="standing">Completion days of the person's records from this quiz that are not revoked.</param>
    public static bool WritesRecord(DateOnly day, IEnumerable<DateOnly> standing) => standing.All(other => day < other);
}
