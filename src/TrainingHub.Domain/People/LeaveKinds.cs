namespace TrainingHub.People;

/// <summary>What kinds of leave mean.</summary>
public static class LeaveKinds
{
    /// <summary>After which a person comes back.</summary>
    public static readonly IReadOnlyList<LeaveKind> ForDays = [LeaveKind.LongSickLeave, LeaveKind.MaternityLeave, LeaveKind.Secondment, LeaveKind.Suspension, LeaveKind.Other];

    /// <summary>After which nobody comes back: the posts end.</summary>
    public static readonly IReadOnlyList<LeaveKind> ForGood = [LeaveKind.Retirement, LeaveKind.Resignation, LeaveKind.TransferOut, LeaveKind.Death];

    extension(LeaveKind kind)
    {
        /// <summary>Whether the posts end with it.</summary>
        public bool IsForGood => kind >= LeaveKind.Retirement;
    }
}
