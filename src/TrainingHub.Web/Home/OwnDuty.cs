using TrainingHub.Programmes;

namespace TrainingHub.Home;

/// <summary>One target that still runs and counts the person.</summary>
/// <param name="Terms">What its programme asks for today.</param>
/// <param name="Deadline">Last day on which it counts (included).</param>
/// <param name="IsMissing">Whether it is still to be done.</param>
/// <param name="Reason">Why the person is counted.</param>
public sealed record OwnDuty(ProgrammeTerms Terms, DateOnly Deadline, bool IsMissing, DutyReason Reason)
{
    public Guid ProgrammeId => Terms.Rule.ProgrammeId;
}
