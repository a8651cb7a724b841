using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>What became of the wish to correct or withdraw a target.</summary>
public abstract record EditTargetOutcome
{
    private EditTargetOutcome()
    {
    }

    public sealed record Done : EditTargetOutcome;

    /// <summary>Somebody else changed it since the form was made.</summary>
    public sealed record Changed(LastChange By) : EditTargetOutcome;

    /// <summary>Nothing is different.</summary>
    public sealed record Nothing : EditTargetOutcome;

    /// <summary>No rule holds on the day: it was withdrawn.</summary>
    public sealed record NoRule : EditTargetOutcome;
}
