using TrainingHub.Hosting;

namespace TrainingHub.Recognitions;

/// <param name="MayEnter">Whether the reader speaks for some unit.</param>
public sealed record RecognitionsPage(RecognitionsFilter Filter, IReadOnlyList<RecognitionRow> Rows, Pages Pages, bool MayEnter);
