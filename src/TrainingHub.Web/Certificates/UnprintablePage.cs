using TrainingHub.Documents;

namespace TrainingHub.Certificates;

public sealed record UnprintablePage(string Serial, CertificateOutcome.UnsupportedCharacters Obstacle);
