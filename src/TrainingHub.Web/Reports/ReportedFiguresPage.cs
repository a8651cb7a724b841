using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Reported figures in reach.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Pages">Which page it is.</param>
/// <param name="MayEnter">Whether the reader may enter figures.</param>
public sealed record ReportedFiguresPage(ReportedFiguresFilter Filter, IReadOnlyList<ReportedFigureRow> Rows, Pages Pages, bool MayEnter)
{
    /// <summary>The form of a new one.</summary>
    /// <param name="Input">What was typed.</param>
    /// <param name="Targets">For which one may be entered.</param>
    public sealed record Form(ReportedFigureInput Input, IReadOnlyList<TargetChoice> Targets);

    /// <summary>One of them, with the form that withdraws it.</summary>
    /// <param name="Row">The figure.</param>
    /// <param name="Input">What was typed.</param>
    public sealed record One(ReportedFigureRow Row, FigureWithdrawalInput Input);
}
