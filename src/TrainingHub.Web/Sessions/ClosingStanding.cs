using TrainingHub.Records;

namespace TrainingHub.Sessions;

/// <summary>Whether a session may be closed now.</summary>
/// <param name="HasEnded">Whether its last half-day is over.</param>
/// <param name="IsInCycle">Whether its last day lies in the programme's cycle; true without programme.</param>
/// <param name="NeedsApproval">Whether it is entered late: see <see cref="LateEntry"/>.</param>
/// <param name="HasProof">Whether a file or picture is there.</param>
/// <param name="Untyped">Papers of people who were there that were neither typed in nor entered as not sat, or whose written answers are not marked: whether they passed is not known.</param>
/// <param name="LacksMinutes">Whether it is a meeting of which neither minutes nor a document are there.</param>
public sealed record ClosingStanding(bool HasEnded, bool IsInCycle, bool NeedsApproval, bool HasProof, int Untyped, bool LacksMinutes);
