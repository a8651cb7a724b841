using TrainingHub.Hosting;

namespace TrainingHub.Assessments;

/// <param name="Programmes">Slug, Chinese and English name of programmes that ask for assessments.</param>
public sealed record AssessmentsPage(AssessmentsFilter Filter, IReadOnlyList<AssessmentRow> Rows, Pages Pages, IReadOnlyList<(string Slug, string Name, string NameEn)> Programmes);
