namespace TrainingHub.Hosting;

/// <summary>Which part of a long list is shown. Pages count from 1.</summary>
public sealed record Pages(int Page, int Total)
{
    public const int Size = 50;

    public int First => Total == 0 ? 0 : (Page - 1) * Size + 1;
    public int Last => Math.Min(Page * Size, Total);
    public int Count => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The page asked for, or the nearest there is.</summary>
    public static Pages Of(int asked, int total) => new(Math.Clamp(asked, 1, Math.Max(1, (total + Size - 1) / Size)), total);
}
