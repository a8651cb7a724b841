using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>依据 as it is shown beside an answer.</summary>
/// <param name="Name">《title》 and clause number, or the document's name as the author wrote it.</param>
/// <param name="Text">What it says; null when only the name is known.</param>
/// <param name="Document">Document number and edition; null outside the standards.</param>
/// <param name="Status">Of the edition; null outside the standards.</param>
/// <param name="Area">Where a local rule holds; null when it is not local.</param>
public sealed record BasisCard(string Name, string? Text, string? Document, EditionStatus? Status, string? Area);
