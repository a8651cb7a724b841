using TrainingHub.Courseware;

namespace TrainingHub.UnitTests.Courseware;

public sealed class CoursesReaderTests : IDisposable
{
    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_course_alone_has_nothing_to_be_held_against()
    {
        var course = Assert.Single(folder.InspectAll());

        Assert.Equal("doors", course.Folder);
        Assert.IsType<CourseOutcome.Read>(course.Inspection.Outcome);
        Assert.Empty(course.Inspection.Problems);
    }

    [Fact]
    public void Equal_slugs_quizzes_and_stems_of_two_courses_are_named_at_the_later_one()
    {
        folder.CopyAs("windows");

        var courses = folder.InspectAll();

        Assert.IsType<CourseOutcome.Read>(courses[0].Inspection.Outcome);
        var refused = Assert.IsType<CourseOutcome.Refused>(courses[1].Inspection.Outcome);
        Assert.Equal(courses[1].Inspection.Problems, refused.Problems);
        Assert.Equal(
            [("course-slug-repeated", 1), ("quiz-slug-repeated", 1), ("slug-differs", 1), ("stem-near-duplicate", 9)],
            refused.Problems.CountBy(problem => problem.Code, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => (same.Key, same.Value)));
        Assert.Equal(
            ["windows/questions/all.yml:5: 题干与“q-single”（doors/questions/all.yml第5行）相同。 — 换一个情景或者角度改写题干，或者删除一道题。 [stem-near-duplicate]"],
            refused.Problems.Select(problem => problem.ToString()).Where(problem => problem.Contains("all.yml:5:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_refused_course_is_held_against_the_others_as_far_as_it_can_be_read()
    {
        folder.CopyAs("windows").Write("windows/questions/checks.yml", "- [");

        var windows = folder.InspectAll()[1].Inspection;

        Assert.Contains(windows.Problems, problem => problem.Code is "yaml-broken");
        Assert.Equal(3, windows.Problems.Count(problem => problem.Code is "stem-near-duplicate"));
        Assert.Equal(new CourseCounts(Lessons: 1, Questions: 3, WithBasis: 3, WithClause: 1), windows.Counts);
    }
}
