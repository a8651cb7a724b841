namespace TrainingHub.Certificates;

/// <summary>What a certificate of a contest says of one person.</summary>
/// <param name="AwardId">On which it rests; the names of the day stand under it.</param>
/// <param name="PersonId">Of the roster.</param>
/// <param name="Name">Of the day.</param>
/// <param name="Unit">Of the day; empty where there was none.</param>
/// <param name="Position">Of the day; empty where there was none.</param>
/// <param name="Honour">Contest and prize, as <see cref="HonourOf"/> writes them.</param>
/// <param name="Points">Whole points reached; null where a certificate says none.</param>
/// <param name="FullPoints">Of a paper on which everything is right.</param>
public sealed record ContestHonour(Guid AwardId, Guid PersonId, string Name, string Unit, string Position, string Honour, int? Points, int? FullPoints)
{
    /// <summary>Stands between the name of the contest and the prize.</summary>
    public const char Mark = '·';

    /// <summary>What the certificate is for: the contest, and the prize at its end.</summary>
    public static string HonourOf(string contest, string prize) => $"{contest}{Mark}{prize}";
}
