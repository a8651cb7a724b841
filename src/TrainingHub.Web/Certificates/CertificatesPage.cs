using TrainingHub.Hosting;

namespace TrainingHub.Certificates;

/// <param name="Today">The day for which states are shown.</param>
public sealed record CertificatesPage(CertificatesFilter Filter, IReadOnlyList<CertificateFacts> Rows, Pages Pages, DateOnly Today);
