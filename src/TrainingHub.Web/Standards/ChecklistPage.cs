using TrainingHub.Documents;

namespace TrainingHub.Standards;

/// <summary>A checklist to print from the browser.</summary>
/// <param name="Standard">The edition.</param>
/// <param name="Sheet">What stands on it.</param>
/// <param name="Code">The QR code of the address.</param>
public sealed record ChecklistPage(StandardPage Standard, ChecklistSheet Sheet, QrMatrix Code);
