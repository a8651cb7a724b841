using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>An edition as a file holds it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="File">The file.</param>
/// <param name="PlaceOf">The line of a field of the file.</param>
internal sealed record FiledEdition(StandardEdition Edition, SourceFile File, Func<string, Place> PlaceOf);
