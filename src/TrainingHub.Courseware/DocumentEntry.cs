using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>A file that names a document, or what an edition says without a clause number.</summary>
/// <param name="File">Where it was read.</param>
/// <param name="Edition">The edition whose statements it holds; null for a document outside the standards.</param>
/// <param name="Document">The document; of an edition only its statements count.</param>
internal sealed record DocumentEntry(SourceFile File, EditionName? Edition, NamedDocument Document);
