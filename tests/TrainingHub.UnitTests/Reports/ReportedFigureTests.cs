using TrainingHub.Reports;

namespace TrainingHub.UnitTests.Reports;

public sealed class ReportedFigureTests
{
    private static readonly DateOnly Window = new(2024, 1, 1), Today = new(2026, 10, 15);

    [Theory]
    [InlineData(10, 10, "2024-01-01")]
    [InlineData(1, 0, "2026-10-15")]
    public void What_was_filed_is_entered_as_it_was(int counted, int covered, string day) =>
        Assert.Empty(ReportedFigure.Faults(counted, covered, DateOnly.Parse(day, null), Window, Today));

    [Theory]
    [InlineData(0, 0, "2024-06-30", ReportedFigureFault.NobodyCounted)]
    [InlineData(10, 11, "2024-06-30", ReportedFigureFault.MoreCovered)]
    [InlineData(10, -1, "2024-06-30", ReportedFigureFault.MoreCovered)]
    [InlineData(10, 3, "2026-10-16", ReportedFigureFault.DayAhead)]
    [InlineData(10, 3, "2023-12-31", ReportedFigureFault.BeforeWindow)]
    public void What_nobody_can_have_filed_is_refused(int counted, int covered, string day, ReportedFigureFault fault) =>
        Assert.Equal([fault], ReportedFigure.Faults(counted, covered, DateOnly.Parse(day, null), Window, Today));
}
