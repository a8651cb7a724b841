namespace TrainingHub.Programmes;

/// <summary>The forms for targets of a programme: presets, and one by hand.</summary>
/// <param name="Form">Of the target by hand.</param>
/// <param name="Presets">What may be set at once.</param>
/// <param name="Chosen">The preset chosen.</param>
public sealed record TargetsPage(ProgrammeForm<TargetInput> Form, IReadOnlyList<PresetChoice> Presets, PolicyPreset Chosen)
{
    /// <summary>What the preset would ask of whom; null until it was asked for.</summary>
    public BurdenEstimate? Burden { get; init; }
}
