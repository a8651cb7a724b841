namespace TrainingHub.Questions;

/// <summary>What a tally says of a question version.</summary>
/// <param name="Facility">难度系数: thousandths of the points that were reached, rounded down; 1000: everybody was right.</param>
/// <param name="Discrimination">
/// 区分度 in thousandths, rounded to the nearest, −1000 to 1000: the point-biserial correlation of the item with all other points of the same paper;
/// null for fewer than <see cref="ItemAnalysis.Fewest"/> papers, and where everybody reached the same.
/// </param>
/// <param name="MedianSeconds">Whole seconds; null while no duration is known.</param>
/// <param name="Attention">What should be looked at.</param>
/// <param name="IsTooFew">Whether there are too few papers to say anything.</param>
public sealed record ItemReport(int Facility, int? Discrimination, int? MedianSeconds, BankAttention Attention, bool IsTooFew);
