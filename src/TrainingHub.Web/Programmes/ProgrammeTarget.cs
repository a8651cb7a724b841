namespace TrainingHub.Programmes;

/// <summary>A target of a programme, with its rule in force today.</summary>
public sealed record ProgrammeTarget(CoverageTarget Target, TargetRule Rule)
{
    public string Title => ProgrammeRow.InEnglish ? Target.NameEn : Target.Name;
}
