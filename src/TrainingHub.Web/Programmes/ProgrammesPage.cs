using TrainingHub.Hosting;

namespace TrainingHub.Programmes;

/// <param name="MayManage">Whether the reader may set programmes and targets.</param>
public sealed record ProgrammesPage(ProgrammesFilter Filter, IReadOnlyList<ProgrammeRow> Rows, Pages Pages, bool MayManage);
