using TrainingHub.Hosting;

namespace TrainingHub.Records;

/// <param name="Programmes">Slug, Chinese and English name, for the filter.</param>
/// <param name="LastSeal">The newest seal; null before the first.</param>
public sealed record LedgerPage(
    LedgerFilter Filter, IReadOnlyList<RecordRow> Rows, Pages Pages, IReadOnlyList<(string Slug, string Name, string NameEn)> Programmes, DateOnly Today, LedgerSeal? LastSeal);
