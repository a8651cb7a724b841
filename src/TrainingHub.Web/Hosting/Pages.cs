namespace TrainingHub.Hosting;

/// <summary>Which part of a long list is shown. Pages count from 1.</summary>
/// <param name="Length">Rows on a full page.</param>
public sealed record Pages(int Page, int Total, int Length = Pages.Size)
{
    /// <summary>Rows on a page unless a list says otherwise.</summary>
    public const int Size = 50;

    /// <summary>Whether there are more than <see cref="Total"/>, which nobody counted.</summary>
    public bool HasMore { get; init; }

    public int First => Total == 0 ? 0 : (Page - 1) * Length + 1;
    public int Last => Math.Min(Page * Length, Total);
    public int Count => Math.Max(1, (Total + Length - 1) / Length);

    /// <summary>The page asked for, or the nearest there is.</summary>
    public static Pages Of(int asked, int total, int length = Size) => new(Math.Clamp(asked, 1, Math.Max(1, (total + length - 1) / length)), total, length);
}
