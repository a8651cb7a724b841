namespace TrainingHub.Sessions.Papers;

/// <summary>What somebody wants to stand on a paper.</summary>
/// <param name="Answers">By item; of items that the paper does not have nothing is kept.</param>
/// <param name="Means">By paper, on the device, or not at all: then without answers.</param>
/// <param name="Version">How many sheets the form knew of.</param>
/// <param name="Reason">Why the one before is corrected, or it was not sat; empty for the first that has answers.</param>
public sealed record SheetWish(IReadOnlyDictionary<int, string> Answers, PaperMeans Means, int Version, string Reason)
{
    /// <summary>What was given for written answers, by item.</summary>
    public IReadOnlyDictionary<int, string> Marks { get; init; } = new Dictionary<int, string>();

    /// <summary>Who gave it; empty where nobody is named.</summary>
    public string Marker { get; init; } = "";
}
