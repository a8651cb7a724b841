using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData(95, 4, 4, CalibrationFinding.TooFew)]
    [InlineData(95, 5, 5, CalibrationFinding.Fitting)]
    [InlineData(95, 4, 5, CalibrationFinding.Fitting)]
    [InlineData(95, 3, 5, CalibrationFinding.TooSure)]
    [InlineData(50, 7, 10, CalibrationFinding.TooModest)]
    [InlineData(75, 6, 10, CalibrationFinding.Fitting)]
    public void Says_how_confidence_and_right_answers_go_together(int confidence, int right, int of, CalibrationFinding finding) =>
        Assert.Equal(finding, new Calibration(confidence, right, of).Finding);

    [Fact]
    public void Counts_levels_by_confidence_and_leaves_out_what_was_not_stated()
    {
        var key = new QuestionKey([0], "解", new Basis.OfDocument("文件", null, "原文")) { Level = HazardLevel.Major };

        var found = Calibration.From(
        [
            (key, new Response.Judged(HazardLevel.Major, null, 95, "")),
            (key, new Response.Judged(HazardLevel.General, 0, 95, "A")),
            (key, new Response.Judged(HazardLevel.None, null, 50, "")),
            (key, new Response.Judged(HazardLevel.Major, 0, null, "A")),
            (key, new Response.Judged(null, 0, 75, "A")),
        ]);

        Assert.Equal([new Calibration(50, 0, 1), new Calibration(95, 1, 2)], found);
    }
}
