namespace TrainingHub.People;

/// <summary>Why a person does not work. Stored by number: never renumber.</summary>
public enum LeaveKind
{
    /// <summary>长期病假</summary>
    LongSickLeave = 1,
    /// <summary>产假</summary>
    MaternityLeave = 2,
    /// <summary>借调、支教、挂职</summary>
    Secondment = 3,
    /// <summary>停职</summary>
    Suspension = 4,
    /// <summary>其他请假</summary>
    Other = 5,
    /// <summary>退休</summary>
    Retirement = 11,
    /// <summary>离职</summary>
    Resignation = 12,
    /// <summary>调出</summary>
    TransferOut = 13,
    /// <summary>去世</summary>
    Death = 14,
}
