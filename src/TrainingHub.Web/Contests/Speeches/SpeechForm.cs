using TrainingHub.Organizations;

namespace TrainingHub.Contests.Speeches;

/// <summary>The form of a speech contest.</summary>
/// <param name="Contest">Null for a new one.</param>
/// <param name="Owners">Units that may hold a new one.</param>
/// <param name="HasSheets">Whether somebody has scored: what decides about scores stays.</param>
public sealed record SpeechForm(SpeechInput Input, SpeechContest? Contest, IReadOnlyList<OrganizationLink> Owners, bool HasSheets);
