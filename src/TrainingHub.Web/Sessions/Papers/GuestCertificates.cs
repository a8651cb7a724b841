using TrainingHub.Certificates;
using TrainingHub.Programmes;

namespace TrainingHub.Sessions.Papers;

/// <summary>Certificates of guests that are to be issued.</summary>
/// <param name="Issued">In the order of their numbers.</param>
/// <param name="Rule">Whose certificate it is.</param>
internal sealed record GuestCertificates(IReadOnlyList<GuestCompletion> Issued, ProgrammeRule Rule);
