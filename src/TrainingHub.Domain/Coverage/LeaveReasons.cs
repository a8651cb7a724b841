using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Which leave is a reason of an exclusion, and which exclusion belongs to which leave.</summary>
public static class LeaveReasons
{
    extension(LeaveKind kind)
    {
        /// <summary>The reason of an exclusion that this leave is; null when it is none of the list.</summary>
        public ExclusionReason? Why => kind switch
        {
            LeaveKind.LongSickLeave => ExclusionReason.LongSickLeave,
            LeaveKind.MaternityLeave => ExclusionReason.MaternityLeave,
            LeaveKind.Secondment => ExclusionReason.Secondment,
            LeaveKind.Suspension => ExclusionReason.Suspension,
            LeaveKind.Retirement => ExclusionReason.RetirementApproved,
            _ => null,
        };
    }

    extension(LeaveDays leave)
    {
        /// <summary>Whether an exclusion of the person for this reason and these days (both included) goes with the leave.</summary>
        public bool Covers(ExclusionReason why, DateOnly from, DateOnly until) => leave.Kind.Why == why && from <= leave.Until && leave.From <= until;
    }
}
