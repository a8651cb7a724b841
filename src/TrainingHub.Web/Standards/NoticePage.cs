using TrainingHub.Documents;

namespace TrainingHub.Standards;

/// <summary>身边的重大事故隐患 for the school's notice board.</summary>
/// <param name="Standard">The guideline that it is taken from.</param>
/// <param name="Sheet">What stands on it.</param>
/// <param name="Code">The QR code of the address.</param>
public sealed record NoticePage(StandardPage Standard, PosterSheet Sheet, QrMatrix Code);
