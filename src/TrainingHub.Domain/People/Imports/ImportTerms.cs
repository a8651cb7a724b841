namespace TrainingHub.People.Imports;

/// <summary>What the importer said about the file.</summary>
/// <param name="EffectiveDay">生效日期: the day from which it holds (included).</param>
/// <param name="PresumedStart">First day of posts for which the file says none; they are marked 推定.</param>
/// <param name="Mode">What absence from the file means.</param>
public sealed record ImportTerms(DateOnly EffectiveDay, DateOnly PresumedStart, ImportMode Mode);
