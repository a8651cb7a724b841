namespace TrainingHub.Coverage;

/// <summary>One promise over its years, for one unit.</summary>
public sealed record SeriesFigures(UnitChoice Unit, IReadOnlyList<FigureRow<TargetSummary>> Years)
{
    /// <summary>The year that is running, else the last.</summary>
    public TargetSummary Current => (Years.FirstOrDefault(year => year.Of.IsRunning) ?? Years[^1]).Of;
}
