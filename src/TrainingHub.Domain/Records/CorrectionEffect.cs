namespace TrainingHub.Records;

/// <summary>What correcting the answers of a paper does to a record or certificate that rests on them.</summary>
/// <param name="Revokes">Whether what stands is revoked.</param>
/// <param name="Appends">Whether the right one is entered.</param>
public readonly record struct CorrectionEffect(bool Revokes, bool Appends)
{
    /// <summary>What somebody revoked for another reason a correction does not give back: only who had not earned it before, nor lost it, gets it.</summary>
    /// <param name="isEarned">Whether the corrected answers earn it.</param>
    /// <param name="wasEarned">Whether those before did.</param>
    /// <param name="wasRevoked">Whether somebody revoked it for another reason, now or earlier.</param>
    /// <param name="stands">Whether it is in force.</param>
    /// <param name="saysTheSame">Whether what stands says the points and the credit of the corrected answers.</param>
    public static CorrectionEffect Of(bool isEarned, bool wasEarned, bool wasRevoked, bool stands, bool saysTheSame) => (isEarned, stands) switch
    {
        (true, true) => new CorrectionEffect(!saysTheSame, !saysTheSame),
        (true, false) => new CorrectionEffect(false, !wasEarned && !wasRevoked),
        (false, _) => new CorrectionEffect(stands, false),
    };
}
