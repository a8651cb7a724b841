using TrainingHub.Storage;

namespace TrainingHub.Programmes;

public abstract record EditProgrammeOutcome
{
    private EditProgrammeOutcome()
    {
    }

    public sealed record Done : EditProgrammeOutcome;

    /// <summary>Somebody else changed it since the form was made.</summary>
    public sealed record Changed(LastChange By) : EditProgrammeOutcome;

    /// <summary>Nothing is different.</summary>
    public sealed record Nothing : EditProgrammeOutcome;

    /// <summary>No rule holds on the day, so there is none to change.</summary>
    public sealed record NoRule : EditProgrammeOutcome;
}
