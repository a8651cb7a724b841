using TrainingHub.Documents;

namespace TrainingHub.Standards;

/// <summary>A poster to print from the browser.</summary>
/// <param name="Standard">The edition.</param>
/// <param name="Sheet">What stands on it.</param>
/// <param name="Code">The QR code of the address.</param>
public sealed record PosterPage(StandardPage Standard, PosterSheet Sheet, QrMatrix Code)
{
    /// <summary>Whether it is printed on A3 rather than A4.</summary>
    public bool IsLarge => Sheet.Size == SheetSize.A3Portrait;
}
