using TrainingHub.Courseware.Exchange;
using TrainingHub.Hosting;

namespace TrainingHub.Questions.Imports;

/// <summary>The list of imports of questions and the form above it.</summary>
/// <param name="Filter">Which imports are asked for.</param>
/// <param name="Units">Names to choose from, at most 500; others are typed.</param>
/// <param name="Folders">Names of folders to choose from.</param>
/// <param name="Refusal">Why the file just sent was not taken.</param>
public sealed record QuestionImportsPage(
    QuestionImportInput Input, QuestionImportsFilter Filter, IReadOnlyList<string> Units, IReadOnlyList<string> Folders, IReadOnlyList<QuestionImportLine> Imports, Pages Pages, ForeignReading.Refused? Refusal = null);
