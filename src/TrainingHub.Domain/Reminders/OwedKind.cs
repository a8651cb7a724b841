namespace TrainingHub.Reminders;

/// <summary>What kind of thing somebody owes.</summary>
public enum OwedKind
{
    /// <summary>应训未训: a programme that a target asks of them, until its cut-off day.</summary>
    Programme = 1,

    /// <summary>测验: a quiz arranged for them whose window is open, until the day on which it closes.</summary>
    Quiz = 2,

    /// <summary>集中培训: a session to which they are called and have not answered, until the day on which it begins.</summary>
    Call = 3,

    /// <summary>岗位申报: a unit for which they declare has said nothing of a post that a target asks for, until the target's cut-off day.</summary>
    Declaration = 4,

    /// <summary>上报: a report that their bureau has not made, until the day on which it is due.</summary>
    Report = 5,

    /// <summary>审批: outside training, exclusions, posts not kept or transfers that wait for their decision, until the next cut-off day of a target.</summary>
    Decision = 6,
}
