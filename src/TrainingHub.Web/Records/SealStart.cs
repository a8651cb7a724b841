namespace TrainingHub.Records;

/// <summary>From where on rows are looked for that no seal covers yet.</summary>
/// <param name="Records">Records that were recorded at this instant or later, UTC.</param>
/// <param name="Revocations">The same of revocations.</param>
public sealed record SealStart(DateTime Records, DateTime Revocations)
{
    public static SealStart Everything { get; } = At(DateTime.MinValue);

    public static SealStart At(DateTime instant) => new(instant, instant);
}
